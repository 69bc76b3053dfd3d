import type { Observation } from '../report';
import type { ResultMatch } from './match';
import { WEIGHTS } from './weights';

const COMPOUND = /[、和与及]/;
const WHOLE = /^(?!城镇|农村|城乡)(?:全体|全省|全市|全县)?居民/;
const PART = /^(?:城镇|农村)/;

/** 居民收入 is told as 城镇 and 农村, 二氧化硫、氮氧化物 one by one: the results that together answer a target. */
export function partsOf(
  target: Observation,
  fit: ResultMatch,
  matches: readonly ResultMatch[],
): readonly Observation[] {
  const divided =
    (COMPOUND.test(target.name) && !COMPOUND.test(fit.result.name)) ||
    (WHOLE.test(target.indicator) && PART.test(fit.result.indicator));
  if (!divided || fit.score >= WEIGHTS.sure.value) return [fit.result];
  const others = matches.filter(
    ({ comparable, score, result }) =>
      comparable && score >= WEIGHTS.offered.value && result.indicator !== fit.result.indicator,
  );
  const distinct = new Map([fit, ...others].map(({ result }) => [result.indicator, result]));
  return [...distinct.values()];
}
