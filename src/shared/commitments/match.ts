import type { Observation } from '../report';
import { endYear } from '../figures/series/series';
import { sameDimension, unitValue } from '../figures/unit/convert';
import { STOCK, type Stated } from './act';
import { kinshipOf, LEAST } from './likeness';

/** A result held against a target. */
export interface ResultMatch {
  readonly result: Observation;
  /** How surely both speak of the same thing, 0 to 1; 1 is the same indicator of the dictionary or the same words. */
  readonly score: number;
  /** Whether the two values can be set against each other at all. */
  readonly comparable: boolean;
}

/** Names of what there is at a moment, of which a figure for five years is the state at their end. */
const STATE =
  /(?:率|规模|装机(?:容量)?|寿命|保有量|拥有量|里程|总数|总量|余额|存量|床位数?|人口|面积|浓度|年限|比例|占比|比重|强度|主体|覆盖面)$/;
const FLOW = /新增|新投产|新开|净增|累计|投资|产量|交易|成交|销售|引进|改造|建成|新建|年均|种植|完成|治理/;

const isState = ({ observation: { name, measure, unit }, act }: Stated): boolean =>
  measure === 'share' ||
  (measure === 'level' && !FLOW.test(name) && (act === STOCK || unit === '岁') && STATE.test(name));

/** A single year's figure, or a state reached at the end of several, of the year the target aims at. */
const isOfYear = (told: Stated, year: number): boolean => {
  const { period } = told.observation;
  return endYear(period) === year && (/^\d{4}(?!-\d{4})/.test(period) || isState(told));
};

const isSum = (result: Observation, year: number): boolean => {
  const [first = '', last = ''] = /^(\d{4})-(\d{4})$/.exec(result.period)?.slice(1) ?? [];
  return first !== '' && Number(first) <= year && year <= Number(last);
};

/** Tells whether a result speaks of the year a target aims at, alone or among others. */
export const coversYear = (told: Stated, year: number): boolean =>
  isOfYear(told, year) || isSum(told.observation, year);

/** 压减开采量1.7亿 and 开采量压减1.77亿 are one, told as an amount and as a change. */
const sameMeasure = (target: Observation, result: Observation): boolean =>
  target.measure === result.measure ||
  (target.indicator.endsWith('下降') &&
    target.indicator === result.indicator &&
    [target.measure, result.measure].every((measure) => measure === 'level' || measure === 'change'));

/** 3处 and 6条, 373万人 and 378万 of one name count the same things. */
const COUNTERS = /^(?:个|家|项|所|座|处|条|段|片|栋|幢|块|人|户)$/;
const isCount = (unit: string): boolean => COUNTERS.test(unitValue(unit).dimension);
const APART = /人|户/;

const sameUnit = (a: string, b: string): boolean =>
  sameDimension(a, b) || (isCount(a) && isCount(b) && !(APART.test(a) && APART.test(b)));

/** Tells whether the two values can be set against each other: one year, one measure, one dimension, one place. */
export const isComparable = (planned: Stated, told: Stated): boolean => {
  const target = planned.observation;
  const result = told.observation;
  return (
    isOfYear(told, endYear(target.period)) &&
    told.without === planned.without &&
    (!planned.overYears || told.observation.period.length > 4) &&
    (told.observation.period.length === 4 || !FLOW.test(target.name)) &&
    sameMeasure(target, result) &&
    sameUnit(target.unit, result.unit) &&
    told.place === planned.place
  );
};

/** More than last year by so much is told apart from how much there is, and a place among others from both. */
export const isOfKind = (target: Observation, result: Observation): boolean =>
  (target.measure !== 'change' || result.measure === 'change') &&
  (result.measure !== 'rank' || target.measure === 'rank');

/** Results that may answer a target, best first; `home` is the place of the report. */
export function matchesOf(
  planned: Stated,
  results: readonly Stated[],
  home: string | null,
): readonly ResultMatch[] {
  const target = planned.observation;
  const year = endYear(target.period);
  const found: ResultMatch[] = [];
  for (const told of results) {
    const result = told.observation;
    if (!coversYear(told, year) || !isOfKind(target, result)) continue;
    if (told.place !== planned.place && told.place !== home) continue;
    const { score, same } = kinshipOf(planned, told);
    if (score < LEAST) continue;
    found.push({ result, score, comparable: same && isComparable(planned, told) });
  }
  return found.sort((a, b) => rank(b) - rank(a) || a.result.range.start - b.result.range.start);
}

/** Comparable values go before others of the same likeness, whole years before parts of a year. */
const rank = ({ score, comparable, result }: ResultMatch): number =>
  score + (comparable ? 0.35 : 0) + (result.period.length === 4 ? 0.02 : 0);
