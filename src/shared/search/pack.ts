import type { Passage } from './passage';
import { unitsOf } from './phrase';
import type { Segment, SegmentReport } from './segment';
import { completeSegment } from './segment';

/** Changes whenever the shadow or the lists come out differently; a segment of another version is built anew. */
const SEARCH_INDEX_VERSION = 4;

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
  const arrays = { facts, units, starts, plain, ...postings };
  return { version: SEARCH_INDEX_VERSION, reports, sum: sumOf(reports, arrays), ...arrays };
}

/** The segment a store kept; null where it is of another version or damaged, and has to be built anew. */
export function openSegment(stored: unknown): Segment | null {
  if (!isPacked(stored) || !isConsistent(stored) || stored.sum !== sumOf(stored.reports, stored)) return null;
  const { reports, facts, units, starts, plain, firsts, begins, seconds, offsets, bytes } = stored;
  const postings = { firsts, begins, seconds, offsets, bytes };
  return completeSegment({ reports, facts, units, starts, plain, postings });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPacked = (value: unknown): value is PackedSegment =>
  isRecord(value) &&
  value['version'] === SEARCH_INDEX_VERSION &&
  Array.isArray(value['reports']) &&
  value['reports'].every((one) => isRecord(one) && typeof one['report'] === 'string') &&
  Number.isInteger(value['sum']) &&
  [value['bytes'], value['plain']].every((list) => list instanceof Uint8Array) &&
  [value['units'], value['firsts'], value['seconds']].every((list) => list instanceof Uint16Array) &&
  [value['facts'], value['starts'], value['begins'], value['offsets']].every(
    (list) => list instanceof Uint32Array,
  );

const isConsistent = (part: PackedSegment): boolean => {
  const { facts, units, starts, plain, firsts, begins, seconds, offsets, bytes } = part;
  return (
    starts.length === facts.length + 1 &&
    plain.length === facts.length &&
    (starts.at(-1) ?? 0) === units.length &&
    begins.length === firsts.length + 1 &&
    (begins.at(-1) ?? 0) === seconds.length &&
    offsets.length === seconds.length + 1 &&
    (offsets.at(-1) ?? 0) === bytes.length
  );
};

/** Not against forgery, only against a store that gave back something else than it was given. */
function sumOf(reports: readonly SegmentReport[], arrays: Arrays): number {
  const { facts, units, starts, plain, firsts, begins, seconds, offsets, bytes } = arrays;
  const words = unitsOf(JSON.stringify(reports));
  return [words, facts, units, starts, plain, firsts, begins, seconds, offsets, bytes].reduce(mixAll, 0);
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

/** FNV-1a, four bytes at a time: a library of thousands of reports is hundreds of megabytes. */
function mixAll(seed: number, list: Uint8Array | Uint16Array | Uint32Array): number {
  const own = list.byteOffset % 4 === 0 ? list : list.slice();
  const words = new Uint32Array(own.buffer, own.byteOffset, own.byteLength >>> 2);
  const rest = new Uint8Array(own.buffer, own.byteOffset + 4 * words.length, own.byteLength % 4);
  let sum = seed ^ list.length;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  for (const byte of rest) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum;
}
