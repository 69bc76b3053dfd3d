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

/** Rows on the chart after one has been put on or taken off; the oldest makes room for a fifth. */
export const withCharted = (charted: readonly string[], id: string): readonly string[] =>
  charted.includes(id) ? charted.filter((other) => other !== id) : [...charted, id].slice(-MOST_ON_CHART);
