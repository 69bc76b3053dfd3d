import { allBytes, takeShort, type KeptBytes, type Lists } from './lists';
import type { Passage } from './passage';
import { unitsOf } from './phrase';
import type { Segment, SegmentReport } from './segment';
import { completeSegment } from './segment';

/** Changes whenever the shadow or the lists come out differently; a segment of another version is built anew. */
const SEARCH_INDEX_VERSION = 5;

/** One segment as plain data: structured clone or IndexedDB take it as it is. The passages are not in it. */
export interface PackedSegment {
  readonly version: number;
  readonly reports: readonly SegmentReport[];
  /** Of the reports and of the arrays below. */
  readonly sum: number;
  readonly facts: Uint32Array;
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly plain: Uint8Array;
  readonly firsts: Uint16Array;
  readonly begins: Uint32Array;
  readonly seconds: Uint16Array;
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

type Arrays = Omit<PackedSegment, 'version' | 'reports' | 'sum'>;

/** A segment as a store keeps it. */
export function packSegment({ reports, facts, units, starts, plain, postings }: Segment): PackedSegment {
  const { firsts, begins, seconds, offsets } = postings;
  const arrays = { facts, units, starts, plain, firsts, begins, seconds, offsets, bytes: allBytes(postings) };
  const sum = mixBytes(sumOf(reports, arrays), arrays.bytes);
  return { version: SEARCH_INDEX_VERSION, reports, sum, ...arrays };
}

/**
 * The segment a store kept; null where it is of another version or damaged, and has to be built anew. Where the bytes of its
 * lists are told apart, only the short lists come into memory.
 */
export function openSegment(stored: unknown, kept?: KeptBytes): Segment | null {
  if (!isPacked(stored, kept) || !isConsistent(stored, kept)) return null;
  const { reports, facts, units, starts, plain, firsts, begins, seconds } = stored;
  const lists = openLists(stored, kept);
  return (
    lists &&
    completeSegment({ reports, facts, units, starts, plain, postings: { firsts, begins, seconds, ...lists } })
  );
}

/** The lists of a packed segment, once its sum has been found right. */
function openLists(stored: PackedSegment, kept: KeptBytes | undefined): Lists | null {
  const { reports, offsets, bytes, sum } = stored;
  const before = sumOf(reports, stored);
  if (kept === undefined) return mixBytes(before, bytes) === sum ? { offsets, bytes, far: null } : null;
  let found = before ^ kept.length;
  const lists = takeShort(offsets, kept, (piece) => (found = mixWords(found, piece)));
  return found === sum ? lists : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPacked = (value: unknown, kept: KeptBytes | undefined): value is PackedSegment =>
  isRecord(value) &&
  value['version'] === SEARCH_INDEX_VERSION &&
  Array.isArray(value['reports']) &&
  value['reports'].every((one) => isRecord(one) && typeof one['report'] === 'string') &&
  Number.isInteger(value['sum']) &&
  value['plain'] instanceof Uint8Array &&
  (kept !== undefined || value['bytes'] instanceof Uint8Array) &&
  [value['units'], value['firsts'], value['seconds']].every((list) => list instanceof Uint16Array) &&
  [value['facts'], value['starts'], value['begins'], value['offsets']].every(
    (list) => list instanceof Uint32Array,
  );

const isConsistent = (part: PackedSegment, kept: KeptBytes | undefined): boolean => {
  const { facts, units, starts, plain, firsts, begins, seconds, offsets } = part;
  const { length } = kept ?? part.bytes;
  return (
    starts.length === facts.length + 1 &&
    plain.length === facts.length &&
    (starts.at(-1) ?? 0) === units.length &&
    begins.length === firsts.length + 1 &&
    (begins.at(-1) ?? 0) === seconds.length &&
    offsets.length === seconds.length + 1 &&
    isAscending(offsets) &&
    (offsets.at(-1) ?? 0) === length
  );
};

function isAscending(offsets: Uint32Array): boolean {
  for (let at = 1; at < offsets.length; at++) if ((offsets[at] ?? 0) < (offsets[at - 1] ?? 0)) return false;
  return true;
}

/** Of all but the bytes of the lists. Not against forgery, only against a store that gave back something else than it was given. */
function sumOf(reports: readonly SegmentReport[], arrays: Omit<Arrays, 'bytes'>): number {
  const { facts, units, starts, plain, firsts, begins, seconds, offsets } = arrays;
  const words = unitsOf(JSON.stringify(reports));
  return [words, facts, units, starts, plain, firsts, begins, seconds, offsets].reduce(mixBytes, 0);
}

/** The passages of one report as a store keeps them, beside its segment. */
export interface PackedPassages {
  readonly report: string;
  /** Of the report's text and of what read it; whoever keeps it says what that is. */
  readonly version: string;
  readonly sum: number;
  readonly passages: readonly Passage[];
}

/** The passages of a report as a store keeps them. */
export const packPassages = (
  report: string,
  version: string,
  passages: readonly Passage[],
): PackedPassages => ({ report, version, sum: sumOfTexts(passages), passages });

/** The passages a store kept; null where they are of another version or damaged. */
export function openPassages(stored: unknown, version: string): readonly Passage[] | null {
  if (!isRecord(stored) || stored['version'] !== version) return null;
  const passages: unknown = stored['passages'];
  return Array.isArray(passages) && passages.every(isPassage) && stored['sum'] === sumOfTexts(passages)
    ? passages
    : null;
}

const isPassage = (value: unknown): value is Passage =>
  isRecord(value) && typeof value['text'] === 'string' && typeof value['start'] === 'number';

function sumOfTexts(passages: readonly Passage[]): number {
  let sum = passages.length;
  for (const { start, text } of passages) {
    sum = Math.imul(sum ^ start ^ (text.length << 8), 0x01000193);
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  }
  return sum;
}

type Bytes = Uint8Array | Uint16Array | Uint32Array;

const mixBytes = (seed: number, list: Bytes): number => mixWords(seed ^ list.length, list);

/** FNV-1a, four bytes at a time: a library of thousands of reports is hundreds of megabytes. */
function mixWords(seed: number, list: Bytes): number {
  const own = list.byteOffset % 4 === 0 ? list : list.slice();
  const words = new Uint32Array(own.buffer, own.byteOffset, own.byteLength >>> 2);
  const rest = new Uint8Array(own.buffer, own.byteOffset + 4 * words.length, own.byteLength % 4);
  let sum = seed;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  for (const byte of rest) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum;
}
