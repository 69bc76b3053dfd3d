import type { Matrix, MatrixRow } from '../../../../shared/compare';
import { MOST_ON_CHART } from '../../../state/indicators/matrix';
import type { Charted } from '../../charts/plot';

const hasIn = ({ columns }: Matrix, { cells }: MatrixRow, place: string): boolean =>
  columns.some((column, at) => column.place === place && (cells[at]?.values.length ?? 0) > 0);

/** The lines of the chosen rows, each place its own, at most four. */
export const chartedLines = (
  matrix: Matrix,
  places: readonly string[],
  rows: readonly string[],
): readonly Charted[] => {
  const all = matrix.groups.flatMap((group) => group.rows);
  return rows
    .flatMap((id) => all.filter((row) => row.id === id))
    .flatMap((row) => places.filter((place) => hasIn(matrix, row, place)).map((place) => ({ row, place })))
    .slice(0, MOST_ON_CHART);
};

/** Sure results that make a line worth seeing. */
const ENOUGH = 3;

const sureResults = ({ cells }: MatrixRow): number =>
  cells.filter(({ values }) => values.some(({ kind, doubt }) => kind === 'result' && doubt === null)).length;

/** The row that is drawn where none has been chosen: the first with results enough, else the one with most. */
export const firstCharted = (rows: readonly MatrixRow[]): string | null => {
  const most = Math.min(ENOUGH, Math.max(0, ...rows.map(sureResults)));
  return rows.find((row) => sureResults(row) >= most)?.id ?? null;
};

/** Rows on the chart after one has been put on or taken off; the oldest makes room for a fifth. */
export const withCharted = (charted: readonly string[], id: string): readonly string[] =>
  charted.includes(id) ? charted.filter((other) => other !== id) : [...charted, id].slice(-MOST_ON_CHART);
