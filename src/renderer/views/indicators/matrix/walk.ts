import type { MatrixColumn, MatrixRow } from '../../../../shared/compare';
import type { MatrixCursor } from '../../../state/indicators/matrix';

/** How far Page Up and Page Down go, in rows. */
const PAGE = 8;

const VERTICAL: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};
const SIDEWAYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

const within = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));

/** The cell a key leads to; with Ctrl, Home and End go to the first and the last row. Null for any other key. */
export function walked(
  cursor: MatrixCursor,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
): MatrixCursor | null {
  const [down, aside] = [VERTICAL[key] ?? 0, SIDEWAYS[key] ?? 0];
  if (down === 0 && aside === 0) return null;
  const whole = ctrlKey && !Number.isFinite(aside) ? aside : 0;
  const row = within(rows.findIndex(({ id }) => id === cursor.row) + down + whole, rows.length);
  const column = within(columns.findIndex(({ id }) => id === cursor.column) + aside, columns.length);
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
