import type { Observation } from '../../report';
import { convert } from '../unit/convert';

const first = ({ value }: Observation): number => (typeof value === 'number' ? value : value[0]);

/** How many times the larger of two values is the smaller, 1 and up; Infinity where they cannot be compared. */
export function timesApart(a: Observation, b: Observation): number {
  const converted = convert(first(b), b.unit, a.unit);
  if (converted === null || converted <= 0 || first(a) <= 0) return Infinity;
  return Math.max(converted / first(a), first(a) / converted);
}
