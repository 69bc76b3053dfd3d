import { bytesOf } from './lists';
import { BLOCK, BLOCK_SHIFT } from './pairs';
import type { Postings } from './postings';
import { decodeList, keepListed, listOf, listSize, listsOf } from './postings';
import type { Segment } from './segment';
import type { Spots } from './spots';

/** UTF-16 units of a shadow text, as the index compares them. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** A block takes about as long to look through as so many bytes of a list. */
const BYTES_PER_BLOCK = 4;

const NONE = new Uint32Array(0);

/** Every place where the units stand, left to right; of places that overlap each other the first. */
export function phraseSpots(segment: Segment, units: Uint16Array): Spots {
  const starts = scan(segment, units, blocksWith(segment, units), units.length);
  const ends = new Uint32Array(starts.length);
  for (let at = 0; at < starts.length; at++) ends[at] = (starts[at] ?? 0) + units.length;
  return { starts, ends };
}

/** Every place of the units, overlapping ones too, ascending. */
export const placesOf = (segment: Segment, units: Uint16Array): Uint32Array =>
  scan(segment, units, blocksWith(segment, units), 1);

/** Visits every place of a pair whose list is known, ascending; for many short lists cheaper than an array for each. */
export function forEachPlace(
  { units: text, postings }: Segment,
  list: number,
  pair: number,
  visit: (place: number) => void,
): void {
  const [head, next] = [pair >>> 16, pair & 0xffff];
  const { bytes, at: begin, end } = bytesOf(postings, list);
  let block = 0;
  for (let at = begin; at < end; block++) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    block += gap;
    const last = Math.min((block + 1) << BLOCK_SHIFT, text.length - 1);
    for (let place = block << BLOCK_SHIFT; place < last; place++) {
      if (text[place] === head && text[place + 1] === next) visit(place);
    }
  }
}

/** Tells how many blocks each pair of the units is in, nearly; one entry fewer than units. */
export function pairSizes(postings: Postings, units: Uint16Array): Uint32Array {
  const sizes = new Uint32Array(Math.max(0, units.length - 1));
  for (let at = 0; at < sizes.length; at++) {
    sizes[at] = listSize(postings, listOf(postings, units[at] ?? 0, units[at + 1] ?? 0));
  }
  return sizes;
}

/** A pair of the units: its list, and where in the units it stands. */
interface Pair {
  readonly list: number;
  readonly at: number;
}

/** Blocks in which the units at `pivot` may stand. */
interface Candidates {
  readonly blocks: Uint32Array;
  readonly pivot: number;
}

/** By the lists of the rarest pairs, as long as it costs less to read a list than to read the text. */
function blocksWith(segment: Segment, units: Uint16Array): Candidates {
  const { postings } = segment;
  if (units.length === 1) return { blocks: blocksOfUnit(segment, units[0] ?? 0), pivot: 0 };
  const [rarest, ...others] = pairsOf(postings, units);
  if (rarest === undefined) return { blocks: NONE, pivot: 0 };
  let blocks = decodeList(postings, rarest.list);
  for (const { list, at } of others) {
    if (listSize(postings, list) > BYTES_PER_BLOCK * blocks.length) break;
    blocks = keepListed(postings, list, blocks, at - rarest.at);
  }
  return { blocks, pivot: rarest.at };
}

/** All pairs of the units, the rarest first; none where one does not occur. */
function pairsOf(postings: Postings, units: Uint16Array): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < units.length; at++) {
    const list = listOf(postings, units[at] ?? 0, units[at + 1] ?? 0);
    if (list === -1) return [];
    const size = listSize(postings, list);
    let slot = pairs.length;
    for (; slot > 0; slot--) {
      const before = pairs[slot - 1];
      if (before === undefined || listSize(postings, before.list) <= size) break;
      pairs[slot] = before;
    }
    pairs[slot] = { list, at };
  }
  return pairs;
}

/** Every unit begins a pair, since each shadow ends with a separator. */
function blocksOfUnit({ postings, units }: Segment, unit: number): Uint32Array {
  const holds = new Uint8Array((units.length >>> BLOCK_SHIFT) + 1);
  const [begin, end] = listsOf(postings, unit);
  for (let list = begin; list < end; list++) for (const block of decodeList(postings, list)) holds[block] = 1;
  const blocks: number[] = [];
  for (let block = 0; block < holds.length; block++) if (holds[block] === 1) blocks.push(block);
  return Uint32Array.from(blocks);
}

/** Room for the places of one scan; grown when needed and reused. */
let room = new Uint32Array(1 << 12);

/** Reads blocks for the units, left to right; after a place the next one is at least `step` units later. */
function scan(
  { units: text }: Segment,
  units: Uint16Array,
  { blocks, pivot }: Candidates,
  step: number,
): Uint32Array {
  const size = units.length;
  const head = units[pivot] ?? 0;
  const next = units[pivot + 1] ?? 0;
  if (room.length < blocks.length * BLOCK) room = new Uint32Array(2 * blocks.length * BLOCK);
  const places = room;
  let count = 0;
  let limit = 0;
  for (let row = 0; row < blocks.length; row++) {
    const begin = (blocks[row] ?? 0) << BLOCK_SHIFT;
    const end = Math.min(begin + BLOCK, text.length - 1);
    for (let at = begin; at < end; at++) {
      if (text[at] !== head || (size > 1 && text[at + 1] !== next)) continue;
      const start = at - pivot;
      if (start < limit || !standsAt(text, start, units)) continue;
      places[count++] = start;
      limit = start + step;
    }
  }
  return places.slice(0, count);
}

function standsAt(text: Uint16Array, start: number, units: Uint16Array): boolean {
  if (start + units.length > text.length) return false;
  for (let at = 0; at < units.length; at++) if (text[start + at] !== units[at]) return false;
  return true;
}
