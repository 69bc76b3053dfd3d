import type { Observation } from '../report';
import { convert, unitValue } from '../figures/unit/convert';
import { divide, multiply, parseRational, toNumber } from '../figures/unit/rational';

const first = ({ value }: Observation): number => (typeof value === 'number' ? value : value[0]);

/** A value in another unit; units of other kinds (处 and 条, 万 and 万人) count things one by one. */
export function inUnit(value: number, from: string, to: string): number {
  const converted = convert(value, from, to);
  if (converted !== null) return converted;
  const exact = parseRational(String(value));
  const scaled = exact && divide(multiply(exact, unitValue(from).factor), unitValue(to).factor);
  return scaled ? toNumber(scaled) : value;
}

/** Tells how many times the larger of two values is the smaller, 1 and up; Infinity where one is nothing. */
export function timesApart(a: Observation, b: Observation): number {
  const converted = inUnit(first(b), b.unit, a.unit);
  if (converted <= 0 || first(a) <= 0) return Infinity;
  return Math.max(converted / first(a), first(a) / converted);
}
