import type { Passage } from './passage';
import { LARGEST_SEGMENT_PASSAGES } from './rank';
import type { Segment } from './segment';
import { LARGEST_SEGMENT_REPORTS } from './facts';
import { buildSegment } from './segment';

/** The searchable library: immutable segments, and the order in which equals are listed. */
export interface SearchIndex {
  readonly segments: readonly Segment[];
  /** For each segment and each of its reports: 0 for the report listed first (newest year, then id). */
  readonly ranks: readonly Uint32Array[];
}

/** So many small segments are searched one by one before they are made one. */
const MOST_SEGMENTS = 8;

/** Leaves room for one more report of any length below the most a sort key can count. */
const FULL_SEGMENT = LARGEST_SEGMENT_PASSAGES / 2;

/** Builds the index of a library. Passages of one report must be neighbours, in reading order. */
export function createIndex(passages: readonly Passage[]): SearchIndex {
  return assemble(split(passages).map(buildSegment));
}

/** The index with the passages of one report put in place of those it had; an empty list removes the report. */
export function withReport(index: SearchIndex, report: string, passages: readonly Passage[]): SearchIndex {
  const others = index.segments.flatMap((segment) => leaveOut(segment, report));
  const segments = passages.length === 0 ? others : [...others, buildSegment(passages)];
  return segments.length > MOST_SEGMENTS
    ? createIndex(segments.flatMap((segment) => segment.passages))
    : assemble(segments);
}

function leaveOut(segment: Segment, report: string): readonly Segment[] {
  if (!segment.reports.some((facts) => facts.report === report)) return [segment];
  const rest = segment.passages.filter((passage) => passage.report !== report);
  return rest.length === 0 ? [] : [buildSegment(rest)];
}

export function assemble(segments: readonly Segment[]): SearchIndex {
  const order = segments
    .flatMap(({ reports }, segment) => reports.map((facts, at) => ({ ...facts, segment, at })))
    .sort((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || (a.report < b.report ? -1 : 1));
  const ranks = segments.map(({ reports }) => new Uint32Array(reports.length));
  order.forEach(({ segment, at }, rank) => {
    const list = ranks[segment];
    if (list) list[at] = rank;
  });
  return { segments, ranks };
}

function split(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const parts: (readonly Passage[])[] = [];
  let begin = 0;
  let reports = 0;
  for (let at = 1; at <= passages.length; at++) {
    if (at < passages.length && passages[at]?.report === passages[at - 1]?.report) continue;
    const full = ++reports === LARGEST_SEGMENT_REPORTS || at - begin >= FULL_SEGMENT;
    if (full || at === passages.length) {
      parts.push(passages.slice(begin, at));
      begin = at;
      reports = 0;
    }
  }
  return parts;
}
