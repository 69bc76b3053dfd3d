import type { CellRow, TableCell } from '../../shared/sheet';

/** A joined row is never so high that a page could not hold it. Characters, and lines. */
const LONGEST_RUN = 240;
const MOST_LINES = 8;

/** The words of a cell that only says that nothing stands there; null for any other. */
const gapWords = ({ lines: [first, second] }: TableCell): string | null =>
  first?.tone === 'box' && !second ? first.runs.map(({ text }) => text).join('') : null;

const length = ({ lines }: TableCell): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0), 0);

/** The one side of a row that is a gap, with its words; null where both sides say something. */
const gapOf = (row: CellRow): { readonly at: number; readonly words: string } | null => {
  if (row.strong) return null;
  const at = row.cells.findIndex((cell) => gapWords(cell) !== null);
  const words = row.cells[at] && gapWords(row.cells[at]);
  return words ? { at, words } : null;
};

const fits = (one: CellRow, next: CellRow, at: number): boolean =>
  one.cells.every((cell, index) => {
    const other = next.cells[index];
    if (!other || index === at) return true;
    return (
      length(cell) + length(other) <= LONGEST_RUN && cell.lines.length + other.lines.length <= MOST_LINES
    );
  });

/** Joins the next row to one: what is said on the side that says something stands below it, the gap once. */
const joined = (one: CellRow, next: CellRow, at: number): CellRow => ({
  ...one,
  cells: one.cells.map((cell, index) => {
    const other = next.cells[index];
    const isMark = cell.lines.every(({ tone }) => tone === 'label');
    return index === at || isMark || !other ? cell : { ...cell, lines: [...cell.lines, ...other.lines] };
  }),
});

/** Joins rows of a text beside nothing: on paper one gap stands beside all of them, not a gap beside each. */
export const joinGaps = (rows: readonly CellRow[]): readonly CellRow[] => {
  const all: CellRow[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    const [gap, before] = [gapOf(row), last ? gapOf(last) : null];
    if (last && gap && gap.at === before?.at && gap.words === before.words && fits(last, row, gap.at))
      all[all.length - 1] = joined(last, row, gap.at);
    else all.push(row);
  }
  return all;
};
