import type { MatrixColumn, MatrixRow } from '../../../../shared/compare';
import type { MatrixCursor } from '../../../../shared/indicators';
import type { KeyPress } from '../../../commands/keys';
import { stepWithin, tableStep } from '../../../commands/table-keys';

/** Gives the cell a key leads to, or null for a key that does not move. */
export function walked(
  cursor: MatrixCursor,
  press: KeyPress,
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
): MatrixCursor | null {
  const step = tableStep(press);
  if (!step) return null;
  const row = stepWithin(
    rows.findIndex(({ id }) => id === cursor.row),
    step.rows,
    rows.length,
  );
  const column = stepWithin(
    columns.findIndex(({ id }) => id === cursor.column),
    step.columns,
    columns.length,
  );
  return { row: rows[row]?.id ?? cursor.row, column: columns[column]?.id ?? cursor.column };
}

/** The reader's cursor where it still stands on something shown, else the first cell. */
export const standing = (
  cursor: MatrixCursor | null,
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
): MatrixCursor | null => {
  const row = rows.find(({ id }) => id === cursor?.row) ?? rows[0];
  const column = columns.find(({ id }) => id === cursor?.column) ?? columns[0];
  return row && column ? { row: row.id, column: column.id } : null;
};
