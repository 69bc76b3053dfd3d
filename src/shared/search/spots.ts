import type { Segment } from './segment';
import { passageAt } from './segment';

/** Places in a segment's units, ascending by start. */
export interface Spots {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For near places how near, see PENALTY; 0 is exact. Absent where all are exact. */
  readonly penalties?: Uint8Array;
}

/** Spots sorted into the passages that hold them. */
export interface Rows extends Spots {
  /** Passages with at least one spot, ascending. */
  readonly passages: Uint32Array;
  /** Where each row's spots begin; one more entry than `passages`. */
  readonly first: Uint32Array;
}

export const NO_ROWS: Rows = {
  starts: new Uint32Array(0),
  ends: new Uint32Array(0),
  passages: new Uint32Array(0),
  first: new Uint32Array(1),
};

export function toRows(spots: Spots, segment: Segment): Rows {
  const { starts } = spots;
  const passages = new Uint32Array(starts.length);
  const first = new Uint32Array(starts.length + 1);
  let count = 0;
  let limit = 0;
  let passage = 0;
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    if (start < limit) continue;
    passage = passageAt(segment, start, passage);
    limit = segment.starts[passage + 1] ?? 0;
    passages[count] = passage;
    first[count++] = at;
  }
  first[count] = starts.length;
  return { ...spots, passages: passages.subarray(0, count), first: first.subarray(0, count + 1) };
}

/** One ascending list out of several, without overlaps: of two that overlap the earlier stays, then the longer. */
export const mergeSpots = (lists: readonly Spots[]): Spots =>
  lists.length === 0 ? NO_ROWS : lists.reduce((merged, list) => mergeTwo(merged, list));

function mergeTwo(a: Spots, b: Spots): Spots {
  const starts = new Uint32Array(a.starts.length + b.starts.length);
  const ends = new Uint32Array(starts.length);
  const penalties = new Uint8Array(starts.length);
  let count = 0;
  let limit = 0;
  for (let i = 0, j = 0; i < a.starts.length || j < b.starts.length;) {
    const fromA = comesFirst(a, i, b, j);
    const start = (fromA ? a.starts[i] : b.starts[j]) ?? 0;
    const end = (fromA ? a.ends[i] : b.ends[j]) ?? 0;
    const penalty = (fromA ? a.penalties?.[i] : b.penalties?.[j]) ?? 0;
    if (fromA) i++;
    else j++;
    if (start < limit) continue;
    starts[count] = start;
    penalties[count] = penalty;
    ends[count++] = end;
    limit = end;
  }
  return {
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    penalties: penalties.subarray(0, count),
  };
}

function comesFirst(a: Spots, i: number, b: Spots, j: number): boolean {
  if (j >= b.starts.length) return true;
  if (i >= a.starts.length) return false;
  const gap = (a.starts[i] ?? 0) - (b.starts[j] ?? 0);
  return gap === 0 ? (a.ends[i] ?? 0) >= (b.ends[j] ?? 0) : gap < 0;
}

/** The spots that `keep` holds for. */
export function keepSpots({ starts, ends }: Spots, keep: (start: number, end: number) => boolean): Spots {
  const kept = { starts: new Uint32Array(starts.length), ends: new Uint32Array(starts.length) };
  let count = 0;
  for (let at = 0; at < starts.length; at++) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    if (!keep(start, end)) continue;
    kept.starts[count] = start;
    kept.ends[count++] = end;
  }
  return { starts: kept.starts.subarray(0, count), ends: kept.ends.subarray(0, count) };
}
