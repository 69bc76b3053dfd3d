import {
  missingYears,
  valueText,
  type MatrixColumn,
  type MatrixRow,
  type MatrixValue,
} from '../../../shared/compare';
import { periodWords, type Observation, type Report, type Series } from '../../../shared/report';

/** A figure on a chart. */
export interface PlotPoint {
  readonly observation: Observation;
  /** Its height in the plot's unit; a range stands at its middle. */
  readonly height: number;
  /** As printed: ＞3,000. */
  readonly text: string;
  readonly doubt: string | null;
}

/** One indicator of one place over the years of its plot. */
export interface PlotLine {
  readonly id: string;
  /** What stands at its end and in the table: 港口货物吞吐量, with the place where there are several. */
  readonly name: string;
  /** One for each year; null is a gap, and nothing is drawn. */
  readonly results: readonly (PlotPoint | null)[];
  readonly targets: readonly (PlotPoint | null)[];
  /** True where the year cannot be set against the one before it, or one of the two is doubtful: the line breaks. */
  readonly breaks: readonly boolean[];
}

/** Lines of one unit over one stretch of years. */
export interface Plot {
  readonly unit: string;
  readonly years: readonly number[];
  readonly lines: readonly PlotLine[];
  /** Why a year has no figure at all: 未提及, 缺报告, 单位变; empty where it has one. */
  readonly absences: readonly string[];
}

type Value = number | readonly [number, number];

const middle = (value: Value): number => (typeof value === 'number' ? value : (value[0] + value[1]) / 2);

/** Every year from the first to the last. */
const stretch = (years: readonly number[]): readonly number[] => {
  const first = Math.min(...years);
  return years.length > 0
    ? Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at)
    : [];
};

/** No line is drawn to or from a doubtful result: its slope would be as doubtful. */
const withDoubtful = (
  breaks: readonly boolean[],
  results: readonly (PlotPoint | null)[],
): readonly boolean[] =>
  breaks.map((broken, at) => broken || [results[at], results[at - 1]].some((point) => point?.doubt));

/** The remark of a row, where another on the chart has the same name. */
const told = ({ id, name, remark, measure }: MatrixRow, charted: readonly Charted[]): string =>
  measure !== 'level' || charted.some(({ row }) => row.id !== id && row.name === name) ? remark : '';

/** The plot of a single series, as in the card of a number. */
export function plotOfSeries(
  { id, indicator, place, unit, points }: Series,
  reports: readonly Report[],
): Plot {
  const years = stretch(points.map(({ year }) => year));
  const of = (kind: Observation['kind']) =>
    years.map((year): PlotPoint | null => {
      const point = points.find((one) => one.year === year && one.observation.kind === kind);
      if (!point) return null;
      const { observation, value } = point;
      const text = valueText(value, observation.bound);
      return { observation, height: middle(value), text, doubt: observation.doubt };
    });
  const line = {
    id,
    name: indicator,
    results: of('result'),
    targets: of('target'),
    breaks: withDoubtful(
      years.map(() => false),
      of('result'),
    ),
  };
  const missing = new Set(missingYears(place, reports));
  const absences = years.map((year, at) =>
    line.results[at] || line.targets[at] ? '' : missing.has(year) ? '缺报告' : '未提及',
  );
  return { unit, years, lines: [line], absences };
}

/** A row of the matrix in one place. */
export interface Charted {
  readonly row: MatrixRow;
  readonly place: string;
}

/** Plots of rows of the matrix, those of one unit in one plot, in the order in which they were chosen. */
export function plotsOf(charted: readonly Charted[], columns: readonly MatrixColumn[]): readonly Plot[] {
  const places = new Set(charted.map(({ place }) => place));
  const units = [...new Set(charted.map(({ row }) => unitOf(row)))];
  return units.map((unit) => {
    const own = charted.filter(({ row }) => unitOf(row) === unit);
    return plotOf(own, columns, unit, places.size > 1);
  });
}

/** Growths and shares are both in %, but stand on one axis only with their like. */
const unitOf = ({ unit, measure }: MatrixRow): string => (measure === 'growth' ? `${unit}，增速` : unit);

function plotOf(
  charted: readonly Charted[],
  columns: readonly MatrixColumn[],
  unit: string,
  severalPlaces: boolean,
): Plot {
  const at = (place: string, year: number): number =>
    columns.findIndex((column) => column.place === place && column.year === year);
  const cellOf = ({ row, place }: Charted, year: number) => row.cells[at(place, year)];
  const years = stretch(
    columns
      .filter(({ place, year }) =>
        charted.some((one) => one.place === place && (cellOf(one, year)?.values.length ?? 0) > 0),
      )
      .map(({ year }) => year),
  );
  const lines = charted.map((one): PlotLine => {
    const of = (kind: Observation['kind']) =>
      years.map((year) =>
        pointOf(cellOf(one, year)?.values.find((value) => value.kind === kind && value.unit === null)),
      );
    return {
      id: `${one.row.id} ${one.place}`,
      name: [one.row.name, told(one.row, charted), severalPlaces ? one.place : '']
        .filter(Boolean)
        .join(' · '),
      results: of('result'),
      targets: of('target'),
      breaks: withDoubtful(
        years.map((year) => (cellOf(one, year)?.break ?? null) !== null),
        of('result'),
      ),
    };
  });
  const absences = years.map((year, index) => {
    if (lines.some(({ results, targets }) => results[index] ?? targets[index])) return '';
    const cells = charted.map((one) => cellOf(one, year));
    const other = cells.find((cell) => cell && cell.values.length > 0);
    return other ? (other.break?.words ?? '单位不同') : (cells.find(Boolean)?.absence ?? '没有报告');
  });
  return { unit, years, lines, absences };
}

const pointOf = (value: MatrixValue | undefined): PlotPoint | null =>
  value
    ? { observation: value.observation, height: middle(value.number), text: value.text, doubt: value.doubt }
    : null;

/** A point with its line and place on the page's order: by line, then by year, results before targets. */
export interface PlacedPoint {
  readonly point: PlotPoint;
  readonly line: number;
  readonly year: number;
  readonly kind: Observation['kind'];
}

export const placedPoints = ({ years, lines }: Plot): readonly PlacedPoint[] =>
  lines.flatMap(({ results, targets }, line) =>
    years.flatMap((year, at) =>
      (['result', 'target'] as const).flatMap((kind) => {
        const point = (kind === 'result' ? results : targets)[at];
        return point ? [{ point, line, year, kind }] : [];
      }),
    ),
  );

/** 2024 年目标 ＞6,000 万吨，存疑. */
export const pointWords = ({ point }: Pick<PlacedPoint, 'point'>, unit: string): string => {
  const { kind, period } = point.observation;
  return `${periodWords(period)}${kind === 'target' ? '目标' : ''} ${point.text} ${unit}${point.doubt ? '，存疑' : ''}`;
};

/** What the marks of a plot mean, as far as it has them: a picture goes where no legend stands beside it. */
export const plotKey = (plot: Plot): string => {
  const placed = placedPoints(plot);
  const has = (wanted: (one: PlacedPoint) => boolean, words: string) => (placed.some(wanted) ? [words] : []);
  return [
    ...has(({ kind, point }) => kind === 'result' && point.doubt === null, '● 结果'),
    ...has(({ kind, point }) => kind === 'target' && point.doubt === null, '○ 目标'),
    ...has(({ point }) => point.doubt !== null, '◇ 存疑'),
  ].join('　');
};

/** The plot in one spoken sentence: what, over which years, from what to what. */
export function plotWords(plot: Plot): string {
  const { unit, lines, years } = plot;
  const gaps = years.flatMap((year, at) =>
    plot.absences[at] ? [`${String(year)} 年${plot.absences[at]}`] : [],
  );
  const told = lines.map(({ name }, line) => {
    const points = placedPoints(plot).filter((point) => point.line === line);
    return `${name}（${unit}）：${points.map((point) => pointWords(point, unit)).join('，') || '没有数'}`;
  });
  return [...told, ...(gaps.length > 0 ? [gaps.join('，')] : [])].join('；');
}
