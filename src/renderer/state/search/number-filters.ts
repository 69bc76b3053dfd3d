import type { Observation, ObservationKind, Topic } from '../../../shared/report';
import type { FacetCount } from '../../../shared/search';

/** Which of the numbers found to show; what is absent lets all pass. */
export interface NumberFilters {
  readonly places?: readonly string[];
  /** Ends of the periods the numbers are of. */
  readonly periods?: readonly string[];
  readonly topics?: readonly Topic[];
  readonly kinds?: readonly ObservationKind[];
}

type Name = keyof NumberFilters;

/** The year a period ends in: `2018-2022` → `2022`. */
const yearOf = ({ period }: Observation): string => /(\d{4})(?!.*\d{4})/.exec(period)?.[1] ?? period;

const VALUES = {
  places: ({ place }: Observation) => place,
  periods: yearOf,
  topics: ({ topic }: Observation) => topic,
  kinds: ({ kind }: Observation) => kind,
} as const;

const NAMES = Object.keys(VALUES) as readonly Name[];

const passes = (number: Observation, filters: NumberFilters, name: Name): boolean => {
  const wanted: readonly string[] | undefined = filters[name];
  return wanted === undefined || wanted.includes(VALUES[name](number));
};

/** The numbers that pass every filter, in their order. */
export const narrowNumbers = (
  numbers: readonly Observation[],
  filters: NumberFilters,
): readonly Observation[] => numbers.filter((number) => NAMES.every((name) => passes(number, filters, name)));

/** Counts the numbers of each value of one filter, under all the others; the most first, of equals by the value. */
export const countNumbers = <N extends Name>(
  numbers: readonly Observation[],
  filters: NumberFilters,
  name: N,
): readonly FacetCount<ReturnType<(typeof VALUES)[N]>>[] => {
  type Value = ReturnType<(typeof VALUES)[N]>;
  const counts = new Map<Value, number>();
  for (const number of numbers) {
    const value = VALUES[name](number) as Value;
    const counted = NAMES.every((other) => other === name || passes(number, filters, other));
    counts.set(value, (counts.get(value) ?? 0) + (counted ? 1 : 0));
  }
  return [...counts]
    .map(([value, exact]) => ({ value, exact, near: 0 }))
    .sort((a, b) => b.exact - a.exact || a.value.localeCompare(b.value, 'zh'));
};
