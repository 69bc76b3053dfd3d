import {
  BOUND_SIGNS,
  periodWords,
  type Observation,
  type Series,
  type SeriesPoint,
} from '../../../shared/report';

/** What a chart shows of a series: one place for each year from the first to the last. */
export interface ChartData {
  readonly years: readonly number[];
  /** Null is a gap: nothing is stated, and nothing is drawn. */
  readonly results: readonly (SeriesPoint | null)[];
  readonly targets: readonly (SeriesPoint | null)[];
}

const middle = ({ value }: SeriesPoint): number =>
  typeof value === 'number' ? value : (value[0] + value[1]) / 2;

/** The point's place on the axis; a range stands at its middle. */
export const heightOf = (point: SeriesPoint | null): number | null => point && middle(point);

export const chartData = ({ points }: Series): ChartData => {
  const all = points.map(({ year }) => year);
  const first = Math.min(...all);
  const years = points.length
    ? Array.from({ length: Math.max(...all) - first + 1 }, (_, at) => first + at)
    : [];
  const of = (kind: Observation['kind']) =>
    years.map(
      (year) => points.find((point) => point.year === year && point.observation.kind === kind) ?? null,
    );
  return { years, results: of('result'), targets: of('target') };
};

const number = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });

/** The value with the sign of its bound: ＞3,000. */
export const pointWords = ({ value, observation }: SeriesPoint): string =>
  `${BOUND_SIGNS[observation.bound]}${typeof value === 'number' ? number(value) : value.map(number).join('—')}`;

/** The chart in one spoken sentence. */
export const seriesWords = ({ indicator, place, unit, points }: Series): string =>
  `${place}${indicator}（${unit}）：${points
    .map((point) => {
      const { kind, period, doubt } = point.observation;
      const mark = `${kind === 'target' ? '目标' : ''}${doubt ? '存疑' : ''}`;
      return `${periodWords(period)}${mark} ${pointWords(point)}`;
    })
    .join('，')}`;
