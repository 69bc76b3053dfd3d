import type { Fault, Result } from '../fault';
import { fail, succeed } from '../fault';
import type { SearchIndex } from './library';
import { assemble } from './library';
import type { Passage } from './passage';
import type { Segment } from './segment';
import { describe, homesOf } from './segment';

/** Changes whenever the shadow or the lists come out differently; an index of another version is built anew. */
export const SEARCH_INDEX_VERSION = 2;

/** One segment as plain data: what takes long to make and cannot be told from the passages at once. */
export interface PackedSegment {
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

/** The passages a packed index needs to be opened, in its order. */
export const packedPassages = ({ segments }: SearchIndex): readonly Passage[] =>
  segments.flatMap(({ passages }) => passages);

/**
 * Opens what a store kept, over the passages it was made of, in the order of `packedPassages`. Anything but a
 * whole index of this version and these texts is a fault, and the caller builds the index anew.
 */
export function openIndex(stored: unknown, passages: readonly Passage[]): Result<SearchIndex> {
  if (!isRecord(stored) || stored['version'] !== SEARCH_INDEX_VERSION)
    return unusable('version', '版本与本程序不同');
  const parts = stored['segments'];
  if (!Array.isArray(parts) || !parts.every(isPackedSegment)) return unusable('shape', '格式不对');
  if (parts.reduce((sum, part) => sum + part.passages, 0) !== passages.length)
    return unusable('stale', '与报告对不上');
  const segments: Segment[] = [];
  let begin = 0;
  for (const part of parts) {
    const own = passages.slice(begin, (begin += part.passages));
    if (part.textSum !== sumOfTexts(own)) return unusable('stale', '与报告对不上');
    if (part.arraySum !== sumOfArrays(part) || !isConsistent(part)) return unusable('damaged', '已损坏');
    segments.push(openSegment(part, own));
  }
  return succeed(assemble(segments));
}

function packSegment({ passages, units, starts, plain, postings }: Segment): PackedSegment {
  const arrays = { units, starts, plain, ...postings };
  return {
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

const unusable = (why: string, reason: string): Result<never> => fail(indexFault(why, reason));

const indexFault = (why: string, reason: string): Fault => ({
  code: `search-index-${why}`,
  subject: '搜索索引',
  reason,
  remedy: '会自动重建，报告和批注不受影响。',
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPackedSegment = (value: unknown): value is PackedSegment =>
  isRecord(value) &&
  [value['passages'], value['textSum'], value['arraySum']].every(Number.isInteger) &&
  [value['bytes'], value['plain']].every((list) => list instanceof Uint8Array) &&
  [value['units'], value['firsts'], value['seconds']].every((list) => list instanceof Uint16Array) &&
  [value['starts'], value['begins'], value['offsets']].every((list) => list instanceof Uint32Array);

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

type Arrays = Omit<PackedSegment, 'passages' | 'textSum' | 'arraySum'>;

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
