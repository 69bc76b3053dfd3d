import type { Doubt, Observation, Series, SeriesPoint } from '../../report';
import { convert } from '../unit/convert';
import { buildSeries } from '../series/series';
import { indicatorNamed } from '../indicator/lookup';
import { WEIGHTS } from '../weights';
import { growthGaps } from './growth-gap';

const SCALE = WEIGHTS.scale.value;
const NEAR_YEARS = WEIGHTS.nearYears.value;
const TARGET_GAP = WEIGHTS.targetGap.value;
const CONFLICT = WEIGHTS.conflict.value;

/** A sum over several years is held against none of one. */
const ONE_YEAR = /^\d{4}$/;

const single = ({ value }: SeriesPoint): number | null => (typeof value === 'number' ? value : null);
const ratioOf = (a: number, b: number): number => (a > 0 && b > 0 ? Math.max(a, b) / Math.min(a, b) : 1);

/** What a report is called in the reason of a doubt, by its id. */
type NameOf = (report: string) => string;

/** Finds implausible values across reports; nothing is changed, each doubt names its evidence. */
export function findDoubts(
  reports: readonly (readonly Observation[])[],
  nameOf: NameOf = (report) => report,
): readonly Doubt[] {
  const doubts = new Map<string, Doubt>();
  const note = (doubt: Doubt): void => {
    if (!doubts.has(doubt.observation)) doubts.set(doubt.observation, doubt);
  };
  const all = buildSeries(reports);
  const growths = new Map(all.filter(isYearly).map((series) => [keyOf(series), series]));
  for (const series of all) {
    if (series.measure !== 'level') continue;
    if (isKnown(series)) steadyDoubts(series, nameOf).forEach(note);
    if (indicatorNamed(series.indicator) !== null)
      growthDoubts(series, growths.get(keyOf(series)), nameOf).forEach(note);
    conflictDoubts(series, nameOf).forEach(note);
  }
  return [...doubts.values()];
}

const keyOf = ({ indicator, place }: Series): string => `${indicator}|${place}`;

/** Growth over the year before, stated year by year. */
const isYearly = ({ measure, points }: Series): boolean =>
  measure === 'growth' &&
  points.every(({ observation }) => observation.base === undefined && ONE_YEAR.test(observation.period));

/** Levels at odds with last year's level and their own growth. */
const growthDoubts = (levels: Series, growths: Series | undefined, nameOf: NameOf): readonly Doubt[] =>
  growthGaps(levels, growths).map(({ point, before, growth, ratio }) =>
    doubtOf(
      point,
      {
        rule: 'growth-gap',
        against: [before, growth],
        why: `${levels.indicator}与上年的数和增速算出来的相差${(ratio > 1 ? ratio : 1 / ratio).toFixed(1)}倍`,
      },
      levels.unit,
      nameOf,
    ),
  );

/** Only states of a place (生产总值, 粮食总产量) move slowly; counts of projects may do as they please. */
const isKnown = ({ indicator }: Series): boolean => indicatorNamed(indicator)?.state === true;

/** Scale and target gaps of a steady series, each point against its neighbours. */
function steadyDoubts({ points, indicator, unit }: Series, nameOf: NameOf): readonly Doubt[] {
  const doubts: Doubt[] = [];
  points.forEach((point) => {
    if (point.observation.kind !== 'result') return;
    const value = single(point);
    if (value === null) return;
    const others = points.filter(
      ({ year, observation }) =>
        observation !== point.observation && Math.abs(year - point.year) <= NEAR_YEARS,
    );
    const far = others.filter((other) => ratioOf(value, single(other) ?? value) >= SCALE);
    if (far.length > 0 && far.length * 2 >= others.length && isOutlier(point, others)) {
      doubts.push(
        doubtOf(
          point,
          {
            rule: 'scale',
            against: far,
            why: `${indicator}与相近年份相差约${ratioOf(value, single(far[0] as SeriesPoint) ?? value).toFixed(1)}倍，疑${value < (single(far[0] as SeriesPoint) ?? value) ? '丢' : '多'}一位`,
          },
          unit,
          nameOf,
        ),
      );
      return;
    }
    if (!ONE_YEAR.test(point.observation.period)) return;
    const target = points.find(
      ({ year, observation }) =>
        observation.kind === 'target' &&
        observation.report === point.observation.report &&
        year === point.year + 1,
    );
    const planned = target ? single(target) : null;
    if (target && planned !== null && ratioOf(value, planned) >= TARGET_GAP) {
      doubts.push(
        doubtOf(
          point,
          {
            rule: 'target-gap',
            against: [target],
            why: `${indicator}与本报告下一年目标相差${ratioOf(value, planned).toFixed(1)}倍，两者难以都对`,
          },
          unit,
          nameOf,
        ),
      );
    }
  });
  return doubts;
}

/** Of two figures far apart the one the others do not support is the outlier; of only two, the smaller. */
function isOutlier(point: SeriesPoint, others: readonly SeriesPoint[]): boolean {
  const value = single(point) ?? 0;
  const far = others.filter((other) => ratioOf(value, single(other) ?? value) >= SCALE);
  if (others.length >= 2) return far.length * 2 > others.length;
  return value < (single(far[0] as SeriesPoint) ?? 0);
}

/** The same thing, place and year with different figures in two sources. */
function conflictDoubts({ points, indicator, unit }: Series, nameOf: NameOf): readonly Doubt[] {
  if (indicator.length < 4) return [];
  const results = points.filter(
    ({ observation }) =>
      observation.kind === 'result' && ONE_YEAR.test(observation.period) && observation.bound === '=',
  );
  return results.flatMap((point) => {
    const value = single(point);
    const same = results.filter(
      ({ observation }) =>
        observation.report === point.observation.report && observation.period === point.observation.period,
    );
    if (value === null || same.length > 1) return [];
    const rivals = results.filter(
      (other) =>
        other.observation.period === point.observation.period &&
        other.observation.report !== point.observation.report &&
        ratioOf(value, single(other) ?? value) >= CONFLICT,
    );
    return rivals.length === 0
      ? []
      : [
          doubtOf(
            point,
            {
              rule: 'conflict',
              against: rivals,
              why: `两份来源对${point.observation.period}年${indicator}说法不一`,
            },
            unit,
            nameOf,
          ),
        ];
  });
}

/** What is held against a figure, and why that makes it doubtful. */
interface Charge {
  readonly rule: Doubt['rule'];
  readonly against: readonly SeriesPoint[];
  readonly why: string;
}

/** Writes a doubt of a figure with its evidence, all in the unit of the series. */
function doubtOf(point: SeriesPoint, { rule, against, why }: Charge, unit: string, nameOf: NameOf): Doubt {
  const shown = ({ observation }: SeriesPoint): string => {
    const own =
      typeof observation.value === 'number' ? String(observation.value) : observation.value.join('-');
    const same =
      typeof observation.value === 'number' && observation.unit !== unit
        ? convert(observation.value, observation.unit, unit)
        : null;
    return `${observation.period}年${observation.kind === 'target' ? '目标' : ''}${own}${observation.unit}${same === null ? '' : `（合${String(same)}${unit}）`}（${nameOf(observation.report)}）`;
  };
  return {
    observation: point.observation.id,
    rule,
    reason: `${why}：${shown(point)}，对照${against.slice(0, 3).map(shown).join('、')}。`,
    evidence: against.map(({ observation }) => observation.id),
  };
}
