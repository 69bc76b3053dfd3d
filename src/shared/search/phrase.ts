import type { Postings } from './postings';
import { decodeList, listLength, listOf, lowerBound, pairKey } from './postings';
import type { Segment } from './segment';
import type { Spots } from './spots';

/** UTF-16 units of a shadow text, as the index compares them. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** Every place where the units stand, left to right; of places that overlap each other the first. */
export function phraseSpots(segment: Segment, units: Uint16Array): Spots {
  const starts = phraseStarts(segment, units);
  const ends = new Uint32Array(starts.length);
  for (let at = 0; at < starts.length; at++) ends[at] = (starts[at] ?? 0) + units.length;
  return { starts, ends };
}

export function phraseStarts(segment: Segment, units: Uint16Array): Uint32Array {
  const found = units.length === 1 ? unitStarts(segment.postings, units[0] ?? 0) : pairStarts(segment, units);
  return withoutOverlaps(found, units.length);
}

/** The fewest places a phrase of two units or more can have, and the pair that says so; list -1 if none. */
export function rarestPair(
  postings: Postings,
  units: Uint16Array,
): { list: number; at: number; count: number } {
  let best = { list: -1, at: 0, count: Infinity };
  for (let at = 0; at + 1 < units.length; at++) {
    const list = listOf(postings, units[at] ?? 0, units[at + 1] ?? 0);
    if (list === -1) return { list, at, count: 0 };
    const count = listLength(postings, list);
    if (count < best.count) best = { list, at, count };
  }
  return best;
}

/** How often each pair of the units occurs; one entry fewer than units. */
export function pairCounts(postings: Postings, units: Uint16Array): Uint32Array {
  const counts = new Uint32Array(Math.max(0, units.length - 1));
  for (let at = 0; at < counts.length; at++) {
    counts[at] = listLength(postings, listOf(postings, units[at] ?? 0, units[at + 1] ?? 0));
  }
  return counts;
}

/** Every place of two units or more, overlapping ones too. */
export function pairStarts({ postings, units: text }: Segment, units: Uint16Array): Uint32Array {
  const { list, at } = rarestPair(postings, units);
  if (list === -1) return new Uint32Array(0);
  const positions = decodeList(postings, list);
  if (units.length === 2) return positions;
  let count = 0;
  for (let index = 0; index < positions.length; index++) {
    const start = (positions[index] ?? 0) - at;
    if (start >= 0 && standsAt(text, start, units)) positions[count++] = start;
  }
  return positions.subarray(0, count);
}

function standsAt(text: Uint16Array, start: number, units: Uint16Array): boolean {
  for (let at = 0; at < units.length; at++) if (text[start + at] !== units[at]) return false;
  return true;
}

/** A single unit begins one pair wherever it stands, since every shadow ends with a separator. */
function unitStarts(postings: Postings, unit: number): Uint32Array {
  const lists: Uint32Array[] = [];
  const last = lowerBound(postings.keys, pairKey(unit, 0xffff));
  for (let list = lowerBound(postings.keys, pairKey(unit, 0)); list <= last; list++) {
    if ((postings.keys[list] ?? 0) >>> 16 === unit) lists.push(decodeList(postings, list));
  }
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

/** Shortens the list in place. */
function withoutOverlaps(starts: Uint32Array, length: number): Uint32Array {
  if (length < 2) return starts;
  let count = 0;
  let limit = 0;
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    if (start < limit) continue;
    starts[count++] = start;
    limit = start + length;
  }
  return starts.subarray(0, count);
}
