import type { Observation, Verdict } from '../../report';
import { higherIsBetter } from '../indicator/direction';
import { convert } from '../unit/convert';

const low = (value: Observation['value']): number => (typeof value === 'number' ? value : value[0]);
const high = (value: Observation['value']): number => (typeof value === 'number' ? value : value[1]);

/** Half a unit of the last digit printed: what 左右 allows. 5 -> 0.5, 5.5 -> 0.05, 13000 -> 500. */
export function leeway(value: number): number {
  const text = String(value);
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const zeros = decimals === 0 && value !== 0 ? (/0*$/.exec(text)?.[0].length ?? 0) : 0;
  return 0.5 * 10 ** (decimals > 0 ? -decimals : zeros);
}

/**
 * Whether a result meets a target of the same measure and dimension. A cap is met at or under it, a floor at or
 * over it; 左右 allows half a unit of the last digit on the worse side.
 */
export function judge(target: Observation, result: Observation): Verdict {
  const reached = convert(low(result.value), result.unit, target.unit);
  if (reached === null) return 'different-scope';
  const cap = target.bound === '<=' || !higherIsBetter(target.indicator);
  const wanted = cap ? high(target.value) : low(target.value);
  const slack = target.bound === '~' ? leeway(wanted) : 0;
  if (target.measure === 'rank') return reached <= wanted ? 'met' : 'missed';
  if (cap) return reached <= wanted + slack ? 'met' : 'missed';
  return reached >= wanted - slack ? 'met' : 'missed';
}
