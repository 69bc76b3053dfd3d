import type { Observation } from '../../report';
import { indicatorNamed } from '../indicator/lookup';
import { convert } from '../unit/convert';

/** Decimals of a number as it is printed. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Tells whether two numbers are one when the more exact is rounded to the digits of the other (61.27 and 61.3). */
function sameRounded(a: number, b: number): boolean {
  const digits = Math.min(decimalsOf(a), decimalsOf(b));
  return Math.abs(a - b) <= 0.5 * 10 ** -digits + 1e-9;
}

/** Tells whether two statements of one time say different things: two plain values that are not one number rounded. */
function contradicts(a: Observation, b: Observation): boolean {
  if (a.report !== b.report || a.kind !== b.kind || a.period !== b.period) return false;
  if (a.bound !== '=' || b.bound !== '=' || typeof a.value !== 'number' || typeof b.value !== 'number')
    return false;
  const other = convert(b.value, b.unit, a.unit);
  return other === null || !sameRounded(a.value, other);
}

/**
 * The observations of a group whose name is too thin for it: one report states two unequal values of one time under it
 * (参保人数 of two insurances). Indicators of the dictionary are known things and never too thin.
 */
export function thinIn(group: readonly Observation[]): ReadonlySet<Observation> {
  const thin = new Set<Observation>();
  if (group.length < 2 || indicatorNamed(group[0]?.indicator ?? '') !== null) return thin;
  const reports = new Map<string, Observation[]>();
  for (const observation of group) {
    const own = reports.get(observation.report);
    if (own) own.push(observation);
    else reports.set(observation.report, [observation]);
  }
  for (const own of reports.values())
    if (own.some((one, at) => own.slice(at + 1).some((other) => contradicts(one, other))))
      for (const observation of own) thin.add(observation);
  return thin;
}
