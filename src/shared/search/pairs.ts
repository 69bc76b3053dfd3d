/** The pairs of a segment, numbered in order of appearance. */
export interface NumberedPairs {
  /** Each pair once, first unit in the high half. */
  readonly keys: Uint32Array;
  /** For every unit one more than the number of the pair it begins; 0 where its block has that pair already, or it is none. */
  readonly ids: Uint32Array;
  /** Bytes that the list of each pair will take. */
  readonly bytesOf: Uint32Array;
  readonly idOf: (key: number) => number;
}

export const BLOCK_SHIFT = 3;
/** Units of a block. */
export const BLOCK = 1 << BLOCK_SHIFT;

/** A pair's entry in the table: its key, one more than its number, one more than its last block, bytes so far. */
const ENTRY = 4;
const ID = 1;
const AFTER = 2;
const BYTES = 3;
const FIRST_CAPACITY = 1 << 11;

export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/**
 * Numbers the pairs and measures their lists, in one pass: everything about a pair lies in one line of memory. The
 * table is half full at most.
 */
export function numberPairs(units: Uint16Array): NumberedPairs {
  const ids = new Uint32Array(units.length);
  let table = new Uint32Array(2 * ENTRY * FIRST_CAPACITY);
  let count = 0;
  let first = units[0] ?? 0;
  for (let at = 0; at + 1 < units.length; at++) {
    const second = units[at + 1] ?? 0;
    const key = pairKey(first, second);
    const none = first === 0;
    first = second;
    if (none) continue;
    let entry = entryOf(table, key);
    if (table[entry + ID] === 0) {
      if (2 * ENTRY * count >= table.length) {
        table = rehash(table);
        entry = entryOf(table, key);
      }
      table[entry] = key;
      table[entry + ID] = ++count;
    }
    const block = at >>> BLOCK_SHIFT;
    const gap = block - (table[entry + AFTER] ?? 0);
    if (gap < 0) continue;
    table[entry + AFTER] = block + 1;
    table[entry + BYTES] = (table[entry + BYTES] ?? 0) + byteLength(gap);
    ids[at] = table[entry + ID] ?? 0;
  }
  return { ids, ...listed(table, count), idOf: (key) => (table[entryOf(table, key) + ID] ?? 1) - 1 };
}

const byteLength = (gap: number): number =>
  gap < 0x80 ? 1 : gap < 0x4000 ? 2 : gap < 0x200000 ? 3 : gap < 0x10000000 ? 4 : 5;

/** Where a key's entry is, or would be. */
function entryOf(table: Uint32Array, key: number): number {
  const mask = table.length - 1;
  let entry = (Math.imul(key, 0x9e3779b1) >>> 6) & mask & ~(ENTRY - 1);
  while (table[entry + ID] !== 0 && table[entry] !== key) entry = (entry + ENTRY) & mask;
  return entry;
}

function rehash(table: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(2 * table.length);
  for (let from = 0; from < table.length; from += ENTRY) {
    if (table[from + ID] === 0) continue;
    const to = entryOf(wider, table[from] ?? 0);
    for (let part = 0; part < ENTRY; part++) wider[to + part] = table[from + part] ?? 0;
  }
  return wider;
}

function listed(table: Uint32Array, count: number): Pick<NumberedPairs, 'keys' | 'bytesOf'> {
  const keys = new Uint32Array(count);
  const bytesOf = new Uint32Array(count);
  for (let entry = 0; entry < table.length; entry += ENTRY) {
    const id = (table[entry + ID] ?? 0) - 1;
    if (id < 0) continue;
    keys[id] = table[entry] ?? 0;
    bytesOf[id] = table[entry + BYTES] ?? 0;
  }
  return { keys, bytesOf };
}
