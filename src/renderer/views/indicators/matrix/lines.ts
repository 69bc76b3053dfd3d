import type { MatrixCell, MatrixColumn, MatrixRow, MatrixValue } from '../../../../shared/compare';
import type { ShownGroup } from '../../../../shared/indicators';

/** A line of the table: the head of a group, or a row. */
export type Line =
  | { readonly kind: 'head'; readonly key: string; readonly title: string }
  | { readonly kind: 'row'; readonly key: string; readonly row: MatrixRow };

export const linesOf = (groups: readonly ShownGroup[]): readonly Line[] =>
  groups.flatMap(({ title, rows }): readonly Line[] => [
    ...(title ? [{ kind: 'head' as const, key: `head ${title}`, title }] : []),
    ...rows.map((row) => ({ kind: 'row' as const, key: row.id, row })),
  ]);

/** Guessed heights in px until a line has been measured: a head, then rows by their fullest cell. */
const HEAD_HEIGHT = 40;
const VALUE_HEIGHT = 22;
const REMARK_HEIGHT = 18;
const ROW_PADDING = 13;

const heightOf = ({ values }: MatrixCell): number =>
  values.reduce((sum, { remarks }) => sum + VALUE_HEIGHT + (remarks.length > 0 ? REMARK_HEIGHT : 0), 0);

export const guessedHeight = (line: Line | undefined): number =>
  line?.kind === 'row' ? ROW_PADDING + Math.max(VALUE_HEIGHT, ...line.row.cells.map(heightOf)) : HEAD_HEIGHT;

/** The unit a value is shown in. */
export const shownUnit = (value: MatrixValue, row: MatrixRow): string => value.unit ?? row.unit;

/** Tells whether a column begins a group of several: a year of several places, or a place of several years. */
export const opensGroup = (columns: readonly MatrixColumn[], at: number): boolean => {
  const [before, here] = [columns[at - 1], columns[at]];
  if (!before || !here || columns.every(({ place }) => place === here.place)) return false;
  const byYear = columns.some((column, index) => index > 0 && column.year === columns[index - 1]?.year);
  return byYear ? before.year !== here.year : before.place !== here.place;
};

/** Tells whether the series breaks right before a column: a column of another place may stand between. */
export const breaksBefore = (columns: readonly MatrixColumn[], at: number): boolean =>
  columns[at - 1]?.place === columns[at]?.place;
