import type { SearchIndex } from './library';
import { assemble, createIndex } from './library';
import type { Passage } from './passage';
import type { Segment } from './segment';
import { describe, homesOf } from './segment';

/** Changes whenever the shadow or the lists come out differently; an index of another version is built anew. */
const SEARCH_INDEX_VERSION = 3;

/** One segment as plain data: what takes long to make and cannot be told from the passages at once. */
export interface PackedSegment {
  /** Ids of its reports, in the order of their passages. */
  readonly reports: readonly string[];
  readonly passages: number;
  /** Of the passages' texts and of the arrays below. */
  readonly textSum: number;
  readonly arraySum: number;
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly plain: Uint8Array;
  readonly firsts: Uint16Array;
  readonly begins: Uint32Array;
  readonly seconds: Uint16Array;
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** The index as a store keeps it: structured clone or IndexedDB take it as it is. The passages are not in it. */
export interface PackedIndex {
  readonly version: number;
  readonly segments: readonly PackedSegment[];
}

export const packIndex = ({ segments }: SearchIndex): PackedIndex => ({
  version: SEARCH_INDEX_VERSION,
  segments: segments.map(packSegment),
});

/** An index that is whole again, and which of its reports had to be indexed anew. */
export interface Restored {
  readonly index: SearchIndex;
  readonly rebuilt: readonly string[];
}

/**
 * The index of some reports, by id, with as much of it as still holds taken from what a store kept. Whatever is of
 * another version, damaged, or made of other texts is built anew; that is no fault, only some time.
 */
export function restoreIndex(stored: unknown, reports: ReadonlyMap<string, readonly Passage[]>): Restored {
  const kept = new Set<string>();
  const segments: Segment[] = [];
  for (const part of partsOf(stored)) {
    const own = part.reports.flatMap((id) => reports.get(id) ?? []);
    const taken = part.reports.some((id) => kept.has(id) || !reports.has(id));
    if (taken || !isWhole(part) || !isMadeOf(part, own)) continue;
    segments.push(openSegment(part, own));
    for (const id of part.reports) kept.add(id);
  }
  const rebuilt = [...reports.keys()].filter((id) => !kept.has(id));
  const built = createIndex(rebuilt.flatMap((id) => reports.get(id) ?? []));
  return { index: assemble([...segments, ...built.segments]), rebuilt };
}

function packSegment({ passages, reports, units, starts, plain, postings }: Segment): PackedSegment {
  const arrays = { units, starts, plain, ...postings };
  return {
    reports: reports.map(({ report }) => report),
    passages: passages.length,
    textSum: sumOfTexts(passages),
    arraySum: sumOfArrays(arrays),
    ...arrays,
  };
}

const openSegment = (
  { units, starts, plain, firsts, begins, seconds, offsets, bytes }: PackedSegment,
  own: readonly Passage[],
): Segment => ({
  passages: own,
  units,
  starts,
  plain,
  homes: homesOf(starts),
  postings: { firsts, begins, seconds, offsets, bytes },
  ...describe(own),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The segments of what a store kept; none where it is nothing this program wrote. */
function partsOf(stored: unknown): readonly PackedSegment[] {
  if (!isRecord(stored) || stored['version'] !== SEARCH_INDEX_VERSION) return [];
  const parts: unknown = stored['segments'];
  return Array.isArray(parts) ? parts.filter(isPackedSegment) : [];
}

const isPackedSegment = (value: unknown): value is PackedSegment =>
  isRecord(value) &&
  Array.isArray(value['reports']) &&
  value['reports'].every((id) => typeof id === 'string') &&
  [value['passages'], value['textSum'], value['arraySum']].every(Number.isInteger) &&
  [value['bytes'], value['plain']].every((list) => list instanceof Uint8Array) &&
  [value['units'], value['firsts'], value['seconds']].every((list) => list instanceof Uint16Array) &&
  [value['starts'], value['begins'], value['offsets']].every((list) => list instanceof Uint32Array);

/** Against a store that gave back something else than it was given. */
const isWhole = (part: PackedSegment): boolean => isConsistent(part) && part.arraySum === sumOfArrays(part);

const isMadeOf = ({ passages, textSum }: PackedSegment, own: readonly Passage[]): boolean =>
  passages === own.length && textSum === sumOfTexts(own);

const isConsistent = ({
  passages,
  units,
  starts,
  plain,
  firsts,
  begins,
  seconds,
  offsets,
  bytes,
}: PackedSegment): boolean =>
  starts.length === passages + 1 &&
  plain.length === passages &&
  (starts.at(-1) ?? 0) === units.length &&
  begins.length === firsts.length + 1 &&
  (begins.at(-1) ?? 0) === seconds.length &&
  offsets.length === seconds.length + 1 &&
  (offsets.at(-1) ?? 0) === bytes.length;

type Arrays = Omit<PackedSegment, 'reports' | 'passages' | 'textSum' | 'arraySum'>;

const sumOfArrays = ({ units, starts, plain, firsts, begins, seconds, offsets, bytes }: Arrays): number =>
  [units, starts, plain, firsts, begins, seconds, offsets, bytes].reduce((sum, list) => mixAll(sum, list), 0);

/** FNV-1a over the elements: not against forgery, only against a store that gave back something else. */
function mixAll(seed: number, list: ArrayLike<number>): number {
  let sum = seed ^ list.length;
  for (let at = 0; at < list.length; at++) sum = Math.imul(sum ^ (list[at] ?? 0), 0x01000193);
  return sum;
}

function sumOfTexts(passages: readonly Passage[]): number {
  let sum = passages.length;
  for (const { report, text } of passages) {
    sum = Math.imul(sum ^ report.length ^ (text.length << 8), 0x01000193);
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  }
  return sum;
}
