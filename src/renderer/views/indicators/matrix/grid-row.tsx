import { memo, type ReactNode } from 'react';
import type { MatrixCell, MatrixColumn, MatrixRow } from '../../../../shared/compare';
import { CellContent } from './cell';
import { breaksBefore, opensGroup } from './lines';

/** A row: its name and unit, which stay, and a cell for each year. */
export const GridRow = memo(function GridRow({
  row,
  columns,
  shown,
  stop,
  selected,
  noted,
  chosen,
}: {
  readonly row: MatrixRow;
  /** All columns of the matrix; the cells of `row` follow them. */
  readonly columns: readonly MatrixColumn[];
  /** Which of them are on the page. */
  readonly shown: readonly MatrixColumn[];
  /** Id of the column whose cell the Tab key stops at, or null. */
  readonly stop: string | null;
  /** Id of the column whose cell is selected, or null. */
  readonly selected: string | null;
  /** The cells that have a note. */
  readonly noted: ReadonlySet<MatrixCell>;
  /** Columns whose cells are among those chosen together, or null. */
  readonly chosen: ReadonlySet<string> | null;
}): ReactNode {
  return (
    <>
      <div role="rowheader" className="matrix-name">
        {row.name} {row.remark && <span className="matrix-remark">{row.remark}</span>}
        <span className="matrix-name-unit">{row.unit}</span>
      </div>
      <div role="gridcell" className="matrix-unit" aria-colindex={2}>
        {row.unit}
      </div>
      {shown.map((column) => {
        const at = columns.indexOf(column);
        const cell = row.cells[at];
        if (!cell) return null;
        return (
          <div
            key={column.id}
            role="gridcell"
            className={`matrix-cell${cell.break && breaksBefore(columns, at) ? ' broken' : ''}${opensGroup(columns, at) ? ' opens-group' : ''}`}
            aria-colindex={at + 3}
            aria-selected={selected === column.id || chosen?.has(column.id) === true}
            data-chosen={chosen?.has(column.id) ? '' : undefined}
            tabIndex={stop === column.id ? 0 : -1}
            data-row={row.id}
            data-column={column.id}
          >
            {noted.has(cell) && (
              <span className="cell-noted" role="img" aria-label="有批注" title="有批注，按 N 打开" />
            )}
            <CellContent cell={cell} />
          </div>
        );
      })}
    </>
  );
});
