import type { FoundPassages } from './evaluate';
import { penaltyIn } from './evaluate';
import { reportIn, weightIn } from './facts';
import type { Segment } from './segment';
import { NO_ROWS } from './spots';

export type Sort = 'relevance' | 'year';

const MOST_QUALITY = 255;
const CLOSEST = 60;
const COUNTED_PLACES = 4;
const REPORT_STEP = 2 ** 20;
const QUALITY_STEP = 2 ** 40;

/** Largest number of passages in a segment, so that sort keys stay whole numbers. */
export const LARGEST_SEGMENT_PASSAGES = REPORT_STEP;

/** What was found in one segment, and where each of its reports stands in the order of years. */
export interface Ranked {
  readonly segment: Segment;
  readonly ranks: Uint32Array;
  readonly found: FoundPassages;
}

/**
 * Writes the sort key of every found passage, smaller first: by worth (weight of the section, closeness of the
 * terms, number of places), then newest year, then reading order. A near hit comes behind all
 * that are nearer.
 */
export function fillSortKeys(keys: Float64Array, { segment, ranks, found }: Ranked, sort: Sort): void {
  const several = found.groups.length > 1;
  const near = found.groups.some(({ penalties }) => penalties !== undefined);
  for (let at = 0; at < found.passages.length; at++) {
    const passage = found.passages[at] ?? 0;
    const facts = segment.facts[passage] ?? 0;
    const order = (ranks[reportIn(facts)] ?? 0) * REPORT_STEP + passage;
    if (sort === 'year') {
      keys[at] = order;
      continue;
    }
    let quality = weightIn(facts) + 2 * Math.min(COUNTED_PLACES, found.places[at] ?? 0);
    if (several) quality += CLOSEST - Math.min(CLOSEST, spreadOf(found, at));
    const penalty = near ? penaltyIn(found, at) : 0;
    keys[at] = ((penalty << 8) + MOST_QUALITY - Math.min(MOST_QUALITY, quality)) * QUALITY_STEP + order;
  }
}

/** Tells how far, in units, the farthest group is from the place of the first group that has all others nearest. */
function spreadOf({ groups, rowOf }: FoundPassages, at: number): number {
  const head = groups[0] ?? NO_ROWS;
  const row = rowOf[0]?.[at] ?? 0;
  let best = Infinity;
  for (let spot = head.first[row] ?? 0; spot < (head.first[row + 1] ?? 0); spot++) {
    let farthest = 0;
    for (let group = 1; group < groups.length; group++) {
      const distance = nearest(
        groups[group] ?? NO_ROWS,
        rowOf[group]?.[at] ?? 0,
        head.starts[spot] ?? 0,
        head.ends[spot] ?? 0,
      );
      farthest = Math.max(farthest, distance);
    }
    best = Math.min(best, farthest);
  }
  return best;
}

function nearest({ first, starts, ends }: typeof NO_ROWS, row: number, start: number, end: number): number {
  let best = Infinity;
  for (let spot = first[row] ?? 0; spot < (first[row + 1] ?? 0); spot++) {
    best = Math.min(best, Math.max(0, (starts[spot] ?? 0) - end, start - (ends[spot] ?? 0)));
  }
  return best;
}
