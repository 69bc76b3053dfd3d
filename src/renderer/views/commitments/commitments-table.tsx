import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { listStep } from '../../commands/table-keys';
import type { AssessedCommitment } from '../../../shared/anchor';
import { useVirtualRows } from '../text/use-virtual-rows';
import { CommitmentRow, type CommitmentActions } from './commitment-row';

const ROW_HEIGHT = 76;
const COLUMNS = ['结论', '目标', '结果', '依据'] as const;

/** The same place in the row above or below; its target where that row has no such place. */
const neighbour = (from: HTMLElement, step: number): HTMLElement | null => {
  const cell = from.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? 'target';
  const row = from.closest<HTMLElement>('[data-index]');
  const index = Number(row?.dataset['index']) + step;
  const next = row?.parentElement?.querySelector(`[data-index="${index}"]`);
  return next?.querySelector<HTMLElement>(`[data-cell="${cell}"], [data-cell="target"]`) ?? null;
};

/** Rows of 目标—完成; only those near the window are on the page, each says its place among all. */
export function CommitmentTable({
  rows,
  active,
  onActive,
  ...actions
}: CommitmentActions & {
  readonly rows: readonly AssessedCommitment[];
  /** Id of the commitment the keys stand on, or null. */
  readonly active: string | null;
  readonly onActive: (id: string) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const kept = rows.findIndex(({ commitment }) => commitment.id === active);
  const virtual = useVirtualRows({
    scroller,
    keys: rows.map(({ commitment }) => commitment.id),
    estimate: () => ROW_HEIGHT,
    kept,
  });
  const first = useRef(kept);
  useEffect(() => {
    // Coming back from a sentence, the table stands where it was left.
    if (first.current > 0) virtual.scrollToIndex(first.current, { align: 'center' });
    first.current = -1;
  }, [virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = listStep(event);
    if (step === null || !(event.target instanceof HTMLElement)) return;
    const next = neighbour(event.target, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div
      className="commitment-table"
      ref={scroller}
      role="table"
      aria-label="目标与结果"
      aria-rowcount={rows.length + 1}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="commitment-head">
        <div role="row" className="commitment-row" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="commitment-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={key}
                ref={virtual.measureElement}
                role="row"
                className="commitment-row"
                data-index={index}
                data-commitment={row.commitment.id}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => onActive(row.commitment.id)}
              >
                <CommitmentRow row={row} {...actions} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
