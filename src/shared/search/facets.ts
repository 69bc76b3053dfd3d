import type { ParagraphKind, Role, Topic } from '../report';
import { ROLES, TOPICS } from '../report';
import type { FoundPassages } from './evaluate';
import { kindIn, reportIn, roleIn, topicIn } from './facts';
import type { Segment } from './segment';
import { KINDS } from './weight';

/** Which passages to keep; a list that is absent or empty lets all pass. Years may ask for reports without one by null. */
export interface Filters {
  readonly reports?: readonly string[];
  readonly places?: readonly (string | null)[];
  readonly years?: readonly (number | null)[];
  readonly roles?: readonly Role[];
  readonly topics?: readonly Topic[];
  readonly kinds?: readonly ParagraphKind[];
}

/** One value of a facet: places in the text (处), exact and near, under the filters of all other facets. */
export interface FacetCount<T> {
  readonly value: T;
  readonly exact: number;
  readonly near: number;
}

export interface Facets {
  readonly places: readonly FacetCount<string | null>[];
  /** Ascending; every year of the library, with zeros, so that a chart shows where a phrase is absent. */
  readonly years: readonly FacetCount<number | null>[];
  readonly roles: readonly FacetCount<Role>[];
  readonly topics: readonly FacetCount<Topic>[];
  readonly kinds: readonly FacetCount<ParagraphKind>[];
}

const REPORT = 1;
const PLACE = 2;
const YEAR = 4;
const ROLE = 8;
const TOPIC = 16;
const KIND = 32;

/** For one segment and one set of filters: which facets a column's value fails. */
export interface Sieve {
  readonly reports: Uint8Array;
  readonly roles: Uint8Array;
  readonly topics: Uint8Array;
  readonly kinds: Uint8Array;
}

/** Null where nothing is asked for, which is the rule and saves a look at every report. */
export function sieveOf({ reports }: Segment, filters: Filters): Sieve | null {
  if (
    Object.values(filters).every((wanted?: readonly unknown[]) => wanted === undefined || wanted.length === 0)
  ) {
    return null;
  }
  const report = asks(filters.reports, REPORT);
  const place = asks(filters.places, PLACE);
  const year = asks(filters.years, YEAR);
  return {
    reports: Uint8Array.from(
      reports,
      (facts) => report(facts.report) | place(facts.place) | year(facts.year),
    ),
    roles: Uint8Array.from(ROLES, asks(filters.roles, ROLE)),
    topics: Uint8Array.from(TOPICS, asks(filters.topics, TOPIC)),
    kinds: Uint8Array.from(KINDS, asks(filters.kinds, KIND)),
  };
}

/** Tells for a value the bit of the facet if the filter refuses it, else 0. */
const asks =
  <T>(wanted: readonly T[] | undefined, bit: number) =>
  (value: T): number =>
    wanted !== undefined && wanted.length > 0 && !wanted.includes(value) ? bit : 0;

/** The facets a passage fails, as bits; 0 lets it pass. */
const failures = (sieve: Sieve, facts: number): number =>
  (sieve.reports[reportIn(facts)] ?? 0) |
  (sieve.roles[roleIn(facts)] ?? 0) |
  (sieve.topics[topicIn(facts)] ?? 0) |
  (sieve.kinds[kindIn(facts)] ?? 0);

/** Running counts of one segment; of reports only what passes all filters. A passage that fails only its own facet still counts there: the reader may tick it. */
export interface Tally {
  readonly reports: Uint32Array;
  readonly places: Uint32Array;
  readonly years: Uint32Array;
  readonly roles: Uint32Array;
  readonly topics: Uint32Array;
  readonly kinds: Uint32Array;
}

/** All counts lie in one block of memory: it is made anew for every query. */
export function newTally({ reports, places, years }: Segment): Tally {
  const block = new Uint32Array(reports.length + places.length + years.length + FIXED);
  let end = 0;
  const part = (length: number): Uint32Array => block.subarray(end, (end += length));
  return {
    reports: part(reports.length),
    places: part(places.length),
    years: part(years.length),
    roles: part(ROLES.length),
    topics: part(TOPICS.length),
    kinds: part(KINDS.length),
  };
}

const FIXED = ROLES.length + TOPICS.length + KINDS.length;

/** Counts all found passages, and gives those that fail no facet as places in the list; null where none can fail. */
export function tallyFound(
  tally: Tally,
  segment: Segment,
  sieve: Sieve | null,
  found: FoundPassages,
): Uint32Array | null {
  if (sieve !== null) return tallySifted(tally, segment, sieve, found);
  const { facts, placeOf, yearOf } = segment;
  for (let at = 0; at < found.passages.length; at++) {
    const passage = facts[found.passages[at] ?? 0] ?? 0;
    const places = found.places[at] ?? 0;
    const report = reportIn(passage);
    bump(tally.reports, report, places);
    bump(tally.places, placeOf[report] ?? 0, places);
    bump(tally.years, yearOf[report] ?? 0, places);
    bump(tally.roles, roleIn(passage), places);
    bump(tally.topics, topicIn(passage), places);
    bump(tally.kinds, kindIn(passage), places);
  }
  return null;
}

function tallySifted(tally: Tally, segment: Segment, sieve: Sieve, found: FoundPassages): Uint32Array {
  const { facts, placeOf, yearOf } = segment;
  const kept = new Uint32Array(found.passages.length);
  let count = 0;
  for (let at = 0; at < found.passages.length; at++) {
    const passage = facts[found.passages[at] ?? 0] ?? 0;
    const places = found.places[at] ?? 0;
    const failed = failures(sieve, passage);
    const report = reportIn(passage);
    if (failed === 0) bump(tally.reports, report, places);
    if ((failed & ~PLACE) === 0) bump(tally.places, placeOf[report] ?? 0, places);
    if ((failed & ~YEAR) === 0) bump(tally.years, yearOf[report] ?? 0, places);
    if ((failed & ~ROLE) === 0) bump(tally.roles, roleIn(passage), places);
    if ((failed & ~TOPIC) === 0) bump(tally.topics, topicIn(passage), places);
    if ((failed & ~KIND) === 0) bump(tally.kinds, kindIn(passage), places);
    if (failed === 0) kept[count++] = at;
  }
  return kept.subarray(0, count);
}

const bump = (counts: Uint32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by;
};

/** A segment with what was counted in it. */
export interface SegmentTally {
  readonly segment: Segment;
  readonly exact: Tally;
  /** Null where near places were not looked for. */
  readonly near: Tally | null;
}

/** Sums up the segments; values without a hit are left out, except years. */
export function facetsOf(counted: readonly SegmentTally[]): Facets {
  return {
    places: descending(sum(counted, 'places', ({ places }, at) => places[at] ?? null)),
    years: byYear(sum(counted, 'years', ({ years }, at) => years[at] ?? null, true)),
    roles: sum(counted, 'roles', (_, at) => ROLES[at] ?? 'front'),
    topics: sum(counted, 'topics', (_, at) => TOPICS[at] ?? '其他'),
    kinds: sum(counted, 'kinds', (_, at) => KINDS[at] ?? 'prose'),
  };
}

type Counts<T> = readonly FacetCount<T>[];

/** The values of one segment that have a count, or all where zeros are wanted. */
function countsIn<T>(
  { segment, exact, near }: SegmentTally,
  field: keyof Tally,
  valueOf: (segment: Segment, at: number) => T,
  zeros: boolean,
): Counts<T> {
  const counts: FacetCount<T>[] = [];
  const [exactly, nearly] = [exact[field], near?.[field]];
  for (let at = 0; at < exactly.length; at++) {
    const [a, b] = [exactly[at] ?? 0, nearly === undefined ? 0 : (nearly[at] ?? 0)];
    if (zeros || a + b > 0) counts.push({ value: valueOf(segment, at), exact: a, near: b });
  }
  return counts;
}

function sum<T>(
  counted: readonly SegmentTally[],
  field: keyof Tally,
  valueOf: (segment: Segment, at: number) => T,
  zeros = false,
): Counts<T> {
  const [only] = counted;
  if (counted.length === 1 && only !== undefined) return countsIn(only, field, valueOf, zeros);
  const sums = new Map<T, FacetCount<T>>();
  for (const count of counted.flatMap((entry) => countsIn(entry, field, valueOf, true))) {
    const { value, exact, near } = count;
    const known = sums.get(value);
    sums.set(value, known ? { value, exact: known.exact + exact, near: known.near + near } : count);
  }
  return [...sums.values()].filter(({ exact, near }) => zeros || exact + near > 0);
}

const descending = <T>(counts: readonly FacetCount<T>[]): readonly FacetCount<T>[] =>
  counts.toSorted((a, b) => b.exact - a.exact || b.near - a.near);

const byYear = (counts: readonly FacetCount<number | null>[]): readonly FacetCount<number | null>[] =>
  counts.toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
