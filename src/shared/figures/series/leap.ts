import type { Observation } from '../../report';
import { indicatorNamed } from '../indicator/lookup';
import { convert } from '../unit/convert';
import { WEIGHTS } from '../weights';

/** Tells how many times one level is the other; one where they cannot be compared. */
function timesBetween(a: Observation, b: Observation): number {
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return 1;
  const other = convert(b.value, b.unit, a.unit);
  if (other === null || other <= 0 || a.value <= 0) return 1;
  return Math.max(a.value / other, other / a.value);
}

/**
 * Cuts a group in the order of time where a level leaps; indicators of the dictionary are known things and may. What
 * stands on both sides of a cut is not surely one thing.
 */
export function cutAtLeaps(group: readonly Observation[]): readonly (readonly Observation[])[] {
  const [first] = group;
  if (!first || first.measure !== 'level' || indicatorNamed(first.indicator) !== null) return [group];
  const parts: Observation[][] = [[first]];
  for (const [at, observation] of group.entries()) {
    const before = group[at - 1];
    if (before === undefined) continue;
    if (timesBetween(before, observation) > WEIGHTS.leap.value) parts.push([observation]);
    else parts.at(-1)?.push(observation);
  }
  return parts;
}
