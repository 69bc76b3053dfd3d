import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { MOST_ON_CHART, useMatrixChoices } from '../../../state/indicators/matrix';
import { figuresIn, type ShownMatrix } from '../../../../shared/indicators';
import { withCharted } from './chosen';

/** The indicators to put on the chart. The arrows walk the list; Space puts one on or takes it off. */
export function IndicatorPicker({
  shown,
  charted,
}: {
  readonly shown: ShownMatrix;
  /** Rows on the chart now. */
  readonly charted: readonly string[];
}): ReactNode {
  const { choose } = useMatrixChoices();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const at = boxes.findIndex((box) => box === document.activeElement);
    event.preventDefault();
    boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
  };
  return (
    <section className="chart-picker" aria-label="选指标">
      <p className="caption">最多 {MOST_ON_CHART} 条线；单位不同的分开画。</p>
      <div ref={list} className="chart-picker-list" onKeyDown={onKeyDown}>
        {shown.groups.map(({ title, rows }) => (
          <section key={title} aria-label={title || '指标'}>
            {title && <h2>{title}</h2>}
            {rows.map((row) => (
              <label key={row.id} className={`check-row${charted.includes(row.id) ? ' on' : ''}`}>
                <input
                  type="checkbox"
                  checked={charted.includes(row.id)}
                  onChange={() => choose({ charted: withCharted(charted, row.id) })}
                />
                <span className="chart-picker-name">
                  {row.name} {row.remark && <span className="matrix-remark">{row.remark}</span>}
                </span>
                <span className="caption">{figuresIn(row)}</span>
              </label>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}
