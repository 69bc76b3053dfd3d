import { comboOf, type KeyPress } from './keys';

/** Rows that Page Up and Page Down go over. */
const PAGE = 8;

/** How far a key goes; an infinite step stops at the end. */
export interface TableStep {
  readonly rows: number;
  readonly columns: number;
}

const step = (rows: number, columns: number): TableStep => ({ rows, columns });

/** The keys of every table and list (WAI-ARIA's grid pattern). A table of one column takes Home for its first row. */
const STEPS: Readonly<Record<string, TableStep>> = {
  ArrowDown: step(1, 0),
  ArrowUp: step(-1, 0),
  ArrowRight: step(0, 1),
  ArrowLeft: step(0, -1),
  PageDown: step(PAGE, 0),
  PageUp: step(-PAGE, 0),
  Home: step(0, -Infinity),
  End: step(0, Infinity),
  'Ctrl+Home': step(-Infinity, -Infinity),
  'Ctrl+End': step(Infinity, Infinity),
};

/** Gives where a key leads in a table, or null for a key that does not move. */
export const tableStep = (press: KeyPress): TableStep | null => STEPS[comboOf(press) ?? ''] ?? null;

/** Gives how many rows a key goes in a list, where Home and End mean the first and the last row. */
export const listStep = (press: KeyPress): number | null => {
  const found = tableStep(press);
  if (!found) return null;
  if (found.rows !== 0) return found.rows;
  return Number.isFinite(found.columns) ? null : found.columns;
};

/** Gives the place `by` steps on, kept within the list. */
export const stepWithin = (at: number, by: number, count: number): number =>
  Math.max(0, Math.min(count - 1, at + by));
