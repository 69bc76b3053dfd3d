import { pairCounts } from './phrase';
import { homophonesOf } from './pinyin';
import { forEachPosition, lowerBound, pairKey } from './postings';
import type { Segment } from './segment';

/** Beyond this a slip of the input method changes a word inside the phrase, which other rules find. */
const LONGEST = 20;
/**
 * Places that sound like the term, tones aside, with at least half of its characters the same: what an input
 * method gives when the wrong candidate is taken. `found` is told the start and how many characters differ.
 */
export function sayAlike(
  segment: Segment,
  term: Uint16Array,
  found: (start: number, differences: number) => void,
): void {
  if (term.length < 2 || term.length > LONGEST || term.length === 3) return;
  const sounds = Array.from(term, homophonesOf);
  if (sounds.every(({ size }) => size === 0)) return;
  const at = rarestAt(segment, term, sounds);
  const allowed = Math.floor(term.length / 2);
  for (const list of spellings(segment, term, sounds, at)) {
    forEachPosition(segment.postings, list, (position) => {
      const start = position - at;
      const differences = differencesAt(segment.units, start, term, sounds);
      if (differences >= 1 && differences <= allowed) found(start, differences);
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

/** The pair to look for in all its spellings: the one that as typed is rarest, then the one with fewest spellings. */
function rarestAt({ postings }: Segment, term: Uint16Array, sounds: readonly ReadonlySet<number>[]): number {
  const counts = pairCounts(postings, term);
  let best = { at: 0, cost: Infinity };
  counts.forEach((count, at) => {
    const cost = count + Math.sqrt((sounds[at]?.size ?? 0) * (sounds[at + 1]?.size ?? 0));
    if (cost < best.cost) best = { at, cost };
  });
  return best.at;
}

/** One flag for every unit; all are 0 between calls. */
const wanted = new Uint8Array(0x10000);

/** The lists of all pairs that sound like the pair at `at`, itself included; of a term of two those with one same. */
function spellings(
  { postings: { keys } }: Segment,
  term: Uint16Array,
  sounds: readonly ReadonlySet<number>[],
  at: number,
): readonly number[] {
  const lists: number[] = [];
  const seconds = [term[at + 1] ?? 0, ...(sounds[at + 1] ?? [])];
  for (const second of seconds) wanted[second] = 1;
  for (const first of [term[at] ?? 0, ...(sounds[at] ?? [])]) {
    for (
      let list = lowerBound(keys, pairKey(first, 1));
      (keys[list] ?? 0) >>> 16 === first && list < keys.length;
      list++
    ) {
      const unit = (keys[list] ?? 0) & 0xffff;
      if (wanted[unit] === 1 && (term.length > 2 || (first === term[0]) !== (unit === term[1])))
        lists.push(list);
    }
  }
  for (const second of seconds) wanted[second] = 0;
  return lists;
}
