import type { ReactNode } from 'react';
import type { MatrixColumn } from '../../../../shared/compare';
import { opensGroup } from './lines';

/** Goes to the year before or after, where only one is on the page. */
function Turn({
  label,
  glyph,
  to,
  onShow,
}: {
  readonly label: string;
  readonly glyph: string;
  readonly to: MatrixColumn | undefined;
  readonly onShow: (column: MatrixColumn) => void;
}): ReactNode {
  return (
    <button
      className="icon-button matrix-turn"
      aria-label={label}
      disabled={!to}
      onClick={() => to && onShow(to)}
    >
      {glyph}
    </button>
  );
}

/** The heads of the columns: year, place where there are several, and the reports it is from. */
export function GridHead({
  columns,
  shown,
  onShow,
}: {
  readonly columns: readonly MatrixColumn[];
  readonly shown: readonly MatrixColumn[];
  /** Brings another year onto the page; null where all are there. */
  readonly onShow: ((column: MatrixColumn) => void) | null;
}): ReactNode {
  const several = new Set(columns.map(({ place }) => place)).size > 1;
  return (
    <div role="row" aria-rowindex={1} className="matrix-row matrix-head">
      <div role="columnheader" className="matrix-name" aria-colindex={1}>
        指标
      </div>
      <div role="columnheader" className="matrix-unit" aria-colindex={2}>
        单位
      </div>
      {shown.map((column) => {
        const at = columns.indexOf(column);
        return (
          <div
            key={column.id}
            role="columnheader"
            className={`matrix-cell${opensGroup(columns, at) ? ' opens-group' : ''}`}
            aria-colindex={at + 3}
          >
            <div className="matrix-year">
              {onShow && <Turn label="上一年" glyph="‹" to={columns[at - 1]} onShow={onShow} />}
              <span>{column.year}</span>
              {onShow && <Turn label="下一年" glyph="›" to={columns[at + 1]} onShow={onShow} />}
            </div>
            {several && <p className="matrix-place">{column.place}</p>}
            <p className="caption">{column.caption || '没有报告'}</p>
          </div>
        );
      })}
    </div>
  );
}
