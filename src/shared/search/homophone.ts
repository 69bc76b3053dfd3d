import { pairKey } from './pairs';
import { forEachPlace, pairSizes } from './phrase';
import { homophonesOf } from './pinyin';
import { listSize, listsOf } from './postings';
import type { Segment } from './segment';

/** Beyond this a slip of the input method changes a word inside the phrase, which other rules find. */
const LONGEST = 20;
/**
 * Places that sound like the term, tones aside, with at least half of its characters the same: what an input
 * method gives when the wrong candidate is taken. `found` is told the start and how many characters differ. Of
 * four characters and more at least two differ: one is found as any other single edit is.
 */
export function sayAlike(
  segment: Segment,
  term: Uint16Array,
  found: (start: number, differences: number) => void,
): void {
  if (term.length < 2 || term.length > LONGEST || term.length === 3) return;
  const sounds = Array.from(term, homophonesOf);
  if (sounds.every(({ size }) => size === 0)) return;
  const { at, lists, pairs } = cheapest(segment, term, sounds);
  const fewest = term.length === 2 ? 1 : 2;
  const most = Math.floor(term.length / 2);
  for (let index = 0; index < lists.length; index++) {
    forEachPlace(segment, lists[index] ?? 0, pairs[index] ?? 0, (place) => {
      const start = place - at;
      const differences = start < 0 ? 0 : differencesAt(segment.units, start, term, sounds);
      if (differences >= fewest && differences <= most) found(start, differences);
    });
  }
}

/** Number of units that differ yet sound alike; Infinity where one differs in sound. */
function differencesAt(
  text: Uint16Array,
  start: number,
  term: Uint16Array,
  sounds: readonly ReadonlySet<number>[],
): number {
  let count = 0;
  for (let at = 0; at < term.length; at++) {
    const unit = text[start + at] ?? 0;
    if (unit === term[at]) continue;
    if (sounds[at]?.has(unit) !== true) return Infinity;
    count++;
  }
  return count;
}

/** All spellings of the pair at `at` that occur. */
interface Spellings {
  readonly at: number;
  readonly lists: readonly number[];
  /** Key of the pair of each list. */
  readonly pairs: readonly number[];
  /** Bytes of all lists. */
  readonly size: number;
}

/** Beyond this the spellings of another pair may be fewer. */
const MANY_BYTES = 1 << 9;

/** The pair to look for in all its spellings: the likeliest to have few of them, or that which has fewest. */
function cheapest(segment: Segment, term: Uint16Array, sounds: readonly ReadonlySet<number>[]): Spellings {
  const sizes = pairSizes(segment.postings, term);
  const cost = (at: number): number =>
    (sizes[at] ?? 0) + Math.sqrt((sounds[at]?.size ?? 0) * (sounds[at + 1]?.size ?? 0));
  const order = Array.from(sizes.keys()).sort((a, b) => cost(a) - cost(b));
  let best = spellings(segment, term, sounds, order[0] ?? 0);
  for (let next = 1; next < order.length && best.size > MANY_BYTES; next++) {
    const other = spellings(segment, term, sounds, order[next] ?? 0);
    if (other.size < best.size) best = other;
  }
  return best;
}

/** One flag for every unit; all are 0 between calls. */
const wanted = new Uint8Array(0x10000);

/** The lists of all pairs that sound like the pair at `at`, itself included; of a term of two those with one unit the same. */
function spellings(
  { postings }: Segment,
  term: Uint16Array,
  sounds: readonly ReadonlySet<number>[],
  at: number,
): Spellings {
  const lists: number[] = [];
  const pairs: number[] = [];
  let size = 0;
  const [a = 0, b = 0] = [term[at], term[at + 1]];
  const seconds = [b, ...(sounds[at + 1] ?? [])];
  for (const second of seconds) wanted[second] = 1;
  for (const first of [a, ...(sounds[at] ?? [])]) {
    const [begin, end] = listsOf(postings, first);
    for (let list = begin; list < end; list++) {
      const unit = postings.seconds[list] ?? 0;
      if (wanted[unit] !== 1 || (term.length === 2 && (first === a) === (unit === b))) continue;
      lists.push(list);
      pairs.push(pairKey(first, unit));
      size += listSize(postings, list);
    }
  }
  for (const second of seconds) wanted[second] = 0;
  return { at, lists, pairs, size };
}
