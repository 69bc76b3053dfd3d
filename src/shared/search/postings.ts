import { bisect } from '../text';
import { bytesOf, type Lists } from './lists';
import { BLOCK, BLOCK_SHIFT, numberPairs } from './pairs';

/**
 * Where every pair of neighbouring characters stands in one long shadow, to within a block of 8 units: for every
 * pair the ascending numbers of its blocks, kept as differences in 7-bit groups, so that the whole takes less than
 * two bytes a character. The place inside a block is read in the text itself, which is one line of memory.
 */
export interface Postings extends Lists {
  /** The distinct first units of all pairs, ascending. */
  readonly firsts: Uint16Array;
  /** Where the lists of each first unit begin; one more entry than `firsts`. */
  readonly begins: Uint32Array;
  /** The second unit of each list, ascending among those of one first unit. */
  readonly seconds: Uint16Array;
}

/** Indexes every pair of `units`; pairs across passages, which begin with a separator, are left out. */
export function buildPostings(units: Uint16Array): Postings {
  const { keys, ids, bytesOf, idOf } = numberPairs(units);
  const sorted = keys.slice().sort();
  const seconds = new Uint16Array(sorted.length);
  const offsets = new Uint32Array(sorted.length + 1);
  const next = new Uint32Array(sorted.length);
  for (let list = 0; list < sorted.length; list++) {
    const key = sorted[list] ?? 0;
    const id = idOf(key);
    seconds[list] = key & 0xffff;
    next[id] = offsets[list] ?? 0;
    offsets[list + 1] = (offsets[list] ?? 0) + (bytesOf[id] ?? 0);
  }
  const bytes = write(ids, next, offsets.at(-1) ?? 0);
  return { ...firstsOf(sorted), seconds, offsets, bytes, far: null };
}

/** The ranges of pairs that begin alike. */
function firstsOf(keys: Uint32Array): Pick<Postings, 'firsts' | 'begins'> {
  const firsts: number[] = [];
  const begins: number[] = [];
  for (let at = 0; at < keys.length; at++) {
    const first = (keys[at] ?? 0) >>> 16;
    if (first === firsts.at(-1)) continue;
    firsts.push(first);
    begins.push(at);
  }
  return { firsts: Uint16Array.from(firsts), begins: Uint32Array.from([...begins, keys.length]) };
}

/** Writes every block to where its pair's list goes on: its distance from the block after the last one. */
function write(ids: Uint32Array, next: Uint32Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const after = new Uint32Array(next.length);
  for (let at = 0; at < ids.length; at++) {
    const id = (ids[at] ?? 0) - 1;
    if (id < 0) continue;
    const block = at >>> BLOCK_SHIFT;
    let place = next[id] ?? 0;
    let gap = block - (after[id] ?? 0);
    for (; gap > 0x7f; gap >>>= 7) bytes[place++] = (gap & 0x7f) | 0x80;
    bytes[place++] = gap;
    next[id] = place;
    after[id] = block + 1;
  }
  return bytes;
}

/** Index of the first entry not below `value`, of those in [low, high). */
const lowerBound = (list: Uint16Array, value: number, low: number, high: number): number =>
  low + bisect(high - low, (at) => (list[low + at] ?? 0) < value);

/** The lists of all pairs that begin with a unit, as [first, end). */
export function listsOf({ firsts, begins }: Postings, unit: number): readonly [first: number, end: number] {
  const at = lowerBound(firsts, unit, 0, firsts.length);
  return firsts[at] === unit ? [begins[at] ?? 0, begins[at + 1] ?? 0] : [0, 0];
}

/** Index of a pair's list, or -1 where the pair does not occur. */
export function listOf(postings: Postings, first: number, second: number): number {
  const [begin, end] = listsOf(postings, first);
  const at = lowerBound(postings.seconds, second, begin, end);
  return at < end && postings.seconds[at] === second ? at : -1;
}

/** Bytes of a list, which tell about how many blocks it has and never fewer; 0 for -1. */
export const listSize = ({ offsets }: Postings, list: number): number =>
  list < 0 ? 0 : (offsets[list + 1] ?? 0) - (offsets[list] ?? 0);

/** The blocks of a list, ascending. */
export function decodeList(postings: Postings, list: number): Uint32Array {
  const { bytes, at: begin, end } = bytesOf(postings, list);
  let at = begin;
  const blocks = new Uint32Array(end - at);
  let count = 0;
  let next = 0;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    next += gap;
    blocks[count++] = next++;
  }
  return blocks.subarray(0, count);
}

/** Of ascending blocks those from which a pair of the list may stand `distance` units away; overwrites them. */
export function keepListed(
  postings: Postings,
  list: number,
  blocks: Uint32Array,
  distance: number,
): Uint32Array {
  const nearest = distance >> BLOCK_SHIFT;
  const farthest = (BLOCK - 1 + distance) >> BLOCK_SHIFT;
  const { bytes, at: begin, end } = bytesOf(postings, list);
  let at = begin;
  let kept = 0;
  let listed = -1;
  for (let looked = 0; looked < blocks.length; looked++) {
    const block = blocks[looked] ?? 0;
    while (listed < block + nearest && at < end) {
      let byte = bytes[at++] ?? 0;
      let gap = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0;
        gap |= (byte & 0x7f) << shift;
      }
      listed += gap + 1;
    }
    if (listed >= block + nearest && listed <= block + farthest) blocks[kept++] = block;
  }
  return blocks.subarray(0, kept);
}
