import { aliasesOf } from './aliases';
import type { NearOptions } from './near';
import { nearSpots } from './near';
import { cutsHanNumber, cutsNumber } from './numeral';
import { phraseSpots, unitsOf } from './phrase';
import type { Query, QueryTerm } from './query';
import type { Segment } from './segment';
import type { Rows, Spots } from './spots';
import { NO_ROWS, keepSpots, mergeSpots, toRows } from './spots';

/** The passages of a segment that answer a query. */
export interface FoundPassages {
  /** Ascending. */
  readonly passages: Uint32Array;
  /** For each group of the query, all its places. */
  readonly groups: readonly Rows[];
  /** For each group, the row in `groups` that belongs to each passage. */
  readonly rowOf: readonly Uint32Array[];
  /** Number of places of all groups in each passage. */
  readonly places: Uint32Array;
}

const NONE = new Uint32Array(0);

export const NOTHING: FoundPassages = { passages: NONE, groups: [], rowOf: [], places: NONE };

/** Complete exact evaluation: a passage is found if and only if its shadow answers the query. */
export function findExact(segment: Segment, query: Query): FoundPassages {
  const groups: Rows[] = [];
  for (const group of query.all) {
    const rows = rowsOfTerms(segment, group);
    if (rows.passages.length === 0) return NOTHING;
    groups.push(rows);
  }
  return without(segment, query.none, intersect(groups));
}

const rowsOfTerms = (segment: Segment, terms: readonly QueryTerm[]): Rows =>
  toRows(
    mergeSpots(terms.flatMap((term) => formsOf(term).map((text) => spotsOf(segment, text, false)))),
    segment,
  );

const formsOf = ({ text, spellings }: QueryTerm): readonly string[] => [text, ...spellings];

const AT_EDGE = /^\d|\d$|\d[百千万亿]$/;
const HAN_AT_EDGE = /^[〇零一二三四五六七八九十百千]{2}|百分之.*[〇零一二三四五六七八九十]$/;

/** Where a text stands: as a whole, or (`cut`) only as a part of a longer number, if it begins or ends with one. */
function spotsOf(segment: Segment, text: string, cut: boolean): Spots {
  const cuts = AT_EDGE.test(text) ? cutsNumber : HAN_AT_EDGE.test(text) ? cutsHanNumber : null;
  if (cuts === null) return cut ? NO_ROWS : phraseSpots(segment, unitsOf(text));
  return keepSpots(
    phraseSpots(segment, unitsOf(text)),
    (start, end) => cuts(segment.units, start, end) === cut,
  );
}

/** The places of one term that answer otherwise than exactly. `known` are those of its group that answer exactly. */
type Looser = (term: QueryTerm, known: Rows) => Spots;

/** Passages with places that one group of words nearly names, whether or not it also stands there exactly. */
export const findNear = (
  segment: Segment,
  query: Query,
  exact: FoundPassages,
  options: NearOptions,
): FoundPassages =>
  findLoosely(segment, query, exact, ({ text, quoted }, known) =>
    quoted ? NO_ROWS : nearSpots(segment, unitsOf(text), known, options),
  );

/** Passages where a number that was asked for is only a part of a longer one: 8% in 4.8%. */
export const findParts = (segment: Segment, query: Query, exact: FoundPassages): FoundPassages =>
  findLoosely(segment, query, exact, (term) =>
    mergeSpots(formsOf(term).map((text) => spotsOf(segment, text, true))),
  );

/** Passages that name by another word what was asked for: 生产总值 for GDP. */
export const findAliases = (segment: Segment, query: Query, exact: FoundPassages): FoundPassages =>
  findLoosely(segment, query, exact, ({ text, quoted }) =>
    quoted ? NO_ROWS : mergeSpots(aliasesOf(text).map((alias) => spotsOf(segment, alias, false))),
  );

/** Of several groups every one must be there, exactly or not, in a passage that does not answer exactly. */
function findLoosely(segment: Segment, query: Query, exact: FoundPassages, looser: Looser): FoundPassages {
  const several = query.all.length > 1;
  const groups: Rows[] = [];
  for (const group of query.all) {
    const known = several ? rowsOfTerms(segment, group) : (exact.groups[0] ?? NO_ROWS);
    const more = group.map((term) => looser(term, known));
    const rows = toRows(mergeSpots(several ? [known, ...more] : more), segment);
    if (rows.passages.length === 0) return NOTHING;
    groups.push(rows);
  }
  const found = without(segment, query.none, intersect(groups));
  return several ? dropPassages(found, exact.passages) : found;
}

/** The passages that have a row in every group. */
function intersect(groups: readonly Rows[]): FoundPassages {
  const [first, ...others] = groups;
  if (first === undefined) return NOTHING;
  let found: FoundPassages = {
    passages: first.passages,
    groups,
    rowOf: [upTo(first.passages.length)],
    places: placesOf(first),
  };
  for (const rows of others) {
    const both = common(found.passages, rows.passages);
    found = pickFound(found, both.left);
    const places = pick(placesOf(rows), both.right);
    for (let at = 0; at < places.length; at++) places[at] = (places[at] ?? 0) + (found.places[at] ?? 0);
    found = { ...found, rowOf: [...found.rowOf, both.right], places };
  }
  return found;
}

/** 0, 1, 2, …; grown when needed and shared, since every query asks for it. */
let numbers = new Uint32Array(0);

function upTo(length: number): Uint32Array {
  if (numbers.length < length) numbers = Uint32Array.from({ length: 2 * length }, (_, at) => at);
  return numbers.subarray(0, length);
}

function placesOf({ first }: Rows): Uint32Array {
  const places = new Uint32Array(first.length - 1);
  for (let row = 0; row < places.length; row++) places[row] = (first[row + 1] ?? 0) - (first[row] ?? 0);
  return places;
}

/** Leaves out the passages that hold an excluded term. */
function without(segment: Segment, none: readonly QueryTerm[], found: FoundPassages): FoundPassages {
  if (none.length === 0 || found.passages.length === 0) return found;
  return dropPassages(found, rowsOfTerms(segment, none).passages);
}

function dropPassages(found: FoundPassages, dropped: Uint32Array): FoundPassages {
  const keep: number[] = [];
  for (let i = 0, j = 0; i < found.passages.length; i++) {
    const passage = found.passages[i] ?? 0;
    while (j < dropped.length && (dropped[j] ?? 0) < passage) j++;
    if (dropped[j] !== passage) keep.push(i);
  }
  return pickFound(found, Uint32Array.from(keep));
}

/** The found passages at the given places of the list. */
export const pickFound = (
  { passages, groups, rowOf, places }: FoundPassages,
  at: Uint32Array,
): FoundPassages => ({
  passages: pick(passages, at),
  groups,
  rowOf: rowOf.map((rows) => pick(rows, at)),
  places: pick(places, at),
});

function pick(list: Uint32Array, at: Uint32Array): Uint32Array {
  const picked = new Uint32Array(at.length);
  for (let index = 0; index < at.length; index++) picked[index] = list[at[index] ?? 0] ?? 0;
  return picked;
}

/** Where two ascending lists agree, as places in each. */
function common(a: Uint32Array, b: Uint32Array): { left: Uint32Array; right: Uint32Array } {
  const left = new Uint32Array(Math.min(a.length, b.length));
  const right = new Uint32Array(left.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) {
      left[count] = i++;
      right[count++] = j++;
    } else if (difference < 0) i++;
    else j++;
  }
  return { left: left.subarray(0, count), right: right.subarray(0, count) };
}

/** The worse of the groups' best penalties in the found passage number `at`: 0 where all stand there exactly. */
export function penaltyIn({ groups, rowOf }: FoundPassages, at: number): number {
  let worst = 0;
  for (let group = 0; group < groups.length; group++) {
    const { first, penalties } = groups[group] ?? NO_ROWS;
    const row = rowOf[group]?.[at] ?? 0;
    let best = Infinity;
    for (let spot = first[row] ?? 0; spot < (first[row + 1] ?? 0); spot++)
      best = Math.min(best, penalties?.[spot] ?? 0);
    worst = Math.max(worst, best);
  }
  return worst;
}
