import type { Series, SeriesPoint } from '../../report';
import { WEIGHTS } from '../weights';

const MOST = WEIGHTS.growthGap.value;
const LARGEST = WEIGHTS.largestGrowth.value;
const ONE_YEAR = /^\d{4}$/;

/** A level with the level of the year before and the growth between them, which cannot all be right. */
export interface GrowthGap {
  readonly point: SeriesPoint;
  readonly before: SeriesPoint;
  readonly growth: SeriesPoint;
  /** The level over what the other two give. */
  readonly ratio: number;
}

const single = ({ value }: SeriesPoint): number | null => (typeof value === 'number' ? value : null);
const isStated = ({ observation }: SeriesPoint): boolean =>
  observation.kind === 'result' && observation.bound === '=' && ONE_YEAR.test(observation.period);

/** Finds levels that contradict last year's level and the growth stated; where a year has several levels nothing is said. */
export function growthGaps(levels: Series, growths: Series | undefined): readonly GrowthGap[] {
  if (growths === undefined) return [];
  const only = (points: readonly SeriesPoint[], year: number): SeriesPoint | null => {
    const own = points.filter((point) => point.year === year && isStated(point));
    return own.length === 1 ? (own[0] ?? null) : null;
  };
  return levels.points.filter(isStated).flatMap((point) => {
    const before = only(levels.points, point.year - 1);
    const growth = only(growths.points, point.year);
    const [level, last, rate] = [point, before, growth].map((one) => (one === null ? null : single(one)));
    if (before === null || growth === null || only(levels.points, point.year) === null) return [];
    if (!level || !last || typeof rate !== 'number' || level <= 0 || last <= 0) return [];
    if (rate <= -LARGEST || rate >= LARGEST) return [];
    const ratio = level / (last * (1 + rate / 100));
    return ratio > MOST || ratio < 1 / MOST ? [{ point, before, growth, ratio }] : [];
  });
}
