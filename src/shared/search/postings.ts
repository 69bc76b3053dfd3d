/**
 * Where every pair of neighbouring characters stands in one long shadow: for each pair a sorted list of
 * positions, kept as differences in 7-bit groups, so that the whole takes little more than two bytes a character.
 */
export interface Postings {
  /** The pairs, first unit in the high half, ascending; all pairs that begin alike are neighbours. */
  readonly keys: Uint32Array;
  /** Number of positions of each pair. */
  readonly counts: Uint32Array;
  /** Where each pair's bytes begin; one more entry than `keys`. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/**
 * Indexes every pair of `units`; the last unit has no pair of its own and should be a separator. Each position is
 * written as its difference from the last one of its list: one pass learns how long the lists are, one writes.
 */
export function buildPostings(units: Uint16Array): Postings {
  const { keys: found, ids, idOf } = numberPairs(units);
  const sizes = measure(ids, found.length);
  const keys = found.slice().sort();
  const counts = new Uint32Array(keys.length);
  const offsets = new Uint32Array(keys.length + 1);
  const next = new Uint32Array(keys.length);
  for (let list = 0; list < keys.length; list++) {
    const id = idOf(keys[list] ?? 0);
    counts[list] = sizes.counts[id] ?? 0;
    next[id] = offsets[list] ?? 0;
    offsets[list + 1] = (offsets[list] ?? 0) + (sizes.bytes[id] ?? 0);
  }
  return { keys, counts, offsets, bytes: write(ids, next, offsets.at(-1) ?? 0) };
}

/** Gives each distinct pair a number in order of appearance. */
function numberPairs(units: Uint16Array): {
  keys: Uint32Array;
  ids: Uint32Array;
  idOf: (key: number) => number;
} {
  const ids = new Uint32Array(Math.max(0, units.length - 1));
  let table = new Uint32Array(2 << 12);
  let keys = new Uint32Array(1 << 11);
  let count = 0;
  for (let at = 0; at < ids.length; at++) {
    const key = pairKey(units[at] ?? 0, units[at + 1] ?? 0);
    let slot = slotOf(table, key);
    if (table[slot + 1] === 0) {
      if (count === keys.length) {
        keys = widen(keys);
        table = rehash(keys, count);
        slot = slotOf(table, key);
      }
      keys[count++] = key;
      table[slot] = key;
      table[slot + 1] = count;
    }
    ids[at] = (table[slot + 1] ?? 1) - 1;
  }
  return { keys: keys.slice(0, count), ids, idOf: (key) => (table[slotOf(table, key) + 1] ?? 1) - 1 };
}

/**
 * Where a key is, or would be, in a table of keys and numbers side by side (one look at memory for both), half
 * full at most; the number is one more than the pair's, and 0 where nothing is.
 */
function slotOf(table: Uint32Array, key: number): number {
  const mask = table.length - 1;
  let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask & ~1;
  while (table[slot + 1] !== 0 && table[slot] !== key) slot = (slot + 2) & mask;
  return slot;
}

function widen(keys: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(keys.length * 2);
  wider.set(keys);
  return wider;
}

function rehash(keys: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(keys.length * 4);
  for (let id = 0; id < count; id++) {
    const slot = slotOf(table, keys[id] ?? 0);
    table[slot] = keys[id] ?? 0;
    table[slot + 1] = id + 1;
  }
  return table;
}

/** How many positions each pair has, and how many bytes they take. */
function measure(ids: Uint32Array, size: number): { counts: Uint32Array; bytes: Uint32Array } {
  const counts = new Uint32Array(size);
  const bytes = new Uint32Array(size);
  const last = new Uint32Array(size);
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
    bytes[id] = (bytes[id] ?? 0) + byteLength(at - (last[id] ?? 0));
    last[id] = at;
  }
  return { counts, bytes };
}

/** Writes every position to where its pair's list goes on. */
function write(ids: Uint32Array, next: Uint32Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const last = new Uint32Array(next.length);
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    let place = next[id] ?? 0;
    let gap = at - (last[id] ?? 0);
    for (; gap > 0x7f; gap >>>= 7) bytes[place++] = (gap & 0x7f) | 0x80;
    bytes[place++] = gap;
    next[id] = place;
    last[id] = at;
  }
  return bytes;
}

const byteLength = (gap: number): number =>
  gap < 0x80 ? 1 : gap < 0x4000 ? 2 : gap < 0x200000 ? 3 : gap < 0x10000000 ? 4 : 5;

/** Index of the first key not below `key`. */
export function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of a pair's list, or -1 where the pair does not occur. */
export function listOf(postings: Postings, first: number, second: number): number {
  const key = pairKey(first, second);
  const at = lowerBound(postings.keys, key);
  return postings.keys[at] === key ? at : -1;
}

/** Number of positions of a list; 0 for -1. */
export const listLength = (postings: Postings, list: number): number => postings.counts[list] ?? 0;

/** The positions of a list, ascending. */
export function decodeList(postings: Postings, list: number): Uint32Array {
  const out = new Uint32Array(listLength(postings, list));
  let index = 0;
  forEachPosition(postings, list, (position) => (out[index++] = position));
  return out;
}

/** Visits the positions of a list, ascending; for many short lists cheaper than an array for each. */
export function forEachPosition(
  { bytes, offsets }: Postings,
  list: number,
  visit: (position: number) => void,
): void {
  const end = offsets[list + 1] ?? 0;
  let position = 0;
  for (let at = offsets[list] ?? 0; at < end;) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    position += gap;
    visit(position);
  }
}
