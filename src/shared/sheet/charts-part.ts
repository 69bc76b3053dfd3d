import type { Matrix, MatrixCell, MatrixColumn, MatrixRow, MatrixValue } from '../compare';
import type { ObservationKind, Topic } from '../report';
import type { Chart, ChartPoint } from './chart';
import type { Footnotes } from './footnotes';
import { PART_LABELS, type ChartsPart } from './sheet';

/** Charts that are drawn where the reader has chosen none. */
const FIRST_CHARTS = 6;

/** A row of the matrix in one place, as far as it can be drawn. */
interface Strip {
  readonly id: string;
  readonly row: MatrixRow;
  readonly columns: readonly MatrixColumn[];
  readonly cells: readonly MatrixCell[];
  /** Years that have a figure. */
  readonly filled: number;
}

/** Gives what can be drawn, the richest first: rows of one place with figures of two years or more. */
function stripsOf({ columns, groups }: Matrix, topics: readonly Topic[] | null): readonly Strip[] {
  const places = [...new Set(columns.map(({ place }) => place))];
  return groups
    .filter(({ topic }) => topics === null || topics.includes(topic))
    .flatMap(({ rows }) => rows)
    .flatMap((row) =>
      places.map((place): Strip => {
        const at = columns.flatMap((column, index) => (column.place === place ? [index] : []));
        const cells = at.flatMap((index) => row.cells[index] ?? []);
        return {
          id: `${row.id}@${place}`,
          row,
          columns: at.flatMap((index) => columns[index] ?? []),
          cells,
          filled: cells.filter(({ values }) => values.length > 0).length,
        };
      }),
    )
    .filter(({ filled }) => filled > 1)
    .toSorted((a, b) => b.filled - a.filled);
}

/** A chart the reader can choose. */
export interface ChartOffer {
  readonly id: string;
  readonly title: string;
  /** Whether it is drawn where nothing is chosen. */
  readonly first: boolean;
}

/** All charts that could be drawn, the richest first. */
export const offerCharts = (matrix: Matrix, topics: readonly Topic[] | null): readonly ChartOffer[] =>
  stripsOf(matrix, topics).map((strip, index) => ({
    id: strip.id,
    title: titleOf(strip, matrix),
    first: index < FIRST_CHARTS,
  }));

/** Charts by the ids asked for, or the richest ones; null where nothing can be drawn. */
export function makeChartsPart(
  matrix: Matrix,
  footnotes: Footnotes,
  topics: readonly Topic[] | null,
  wanted: readonly string[] | null,
): ChartsPart | null {
  const strips = stripsOf(matrix, topics);
  const chosen = wanted ? strips.filter(({ id }) => wanted.includes(id)) : strips.slice(0, FIRST_CHARTS);
  if (chosen.length === 0) return null;
  const charts = chosen.map((strip) => makeChart(strip, matrix, footnotes));
  return { kind: 'charts', title: PART_LABELS.charts, charts };
}

function titleOf({ row, columns }: Strip, matrix: Matrix): string {
  const several = new Set(matrix.columns.map(({ place }) => place)).size > 1;
  const place = several ? `${columns[0]?.place ?? ''} ` : '';
  const remark = row.remark === '' ? '' : ` ${row.remark}`;
  return `${place}${row.name}${remark}${row.unit === '' ? '' : `（${row.unit}）`}`;
}

function makeChart(strip: Strip, matrix: Matrix, footnotes: Footnotes): Chart {
  const { id, columns, cells } = strip;
  const title = titleOf(strip, matrix);
  const of = (kind: ObservationKind): readonly (ChartPoint | null)[] =>
    cells.map(({ values }) => pointOf(values.find((value) => value.kind === kind && value.unit === null)));
  const [results, targets] = [of('result'), of('target')];
  const numbers = cells.flatMap(({ values }) =>
    values.flatMap(({ observation }) => footnotes.ofObservation(observation) ?? []),
  );
  const told = columns.flatMap(({ year }, at) => [
    ...(results[at] ? [`${year} 年 ${results[at].text}`] : []),
    ...(targets[at] ? [`${year} 年目标 ${targets[at].text}`] : []),
  ]);
  return {
    id,
    title,
    summary: `${title}：${told.join('，')}`,
    years: columns.map(({ year }) => year),
    results,
    targets,
    absences: cells.map(({ absence }) => absence ?? ''),
    breaks: cells.map((one) => one.break !== null),
    footnotes: [...new Set(numbers)],
  };
}

const pointOf = (value: MatrixValue | undefined): ChartPoint | null =>
  value
    ? {
        value: typeof value.number === 'number' ? value.number : (value.number[0] + value.number[1]) / 2,
        text: value.text,
        doubtful: value.doubt !== null,
      }
    : null;
