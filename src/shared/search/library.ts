import type { Passage } from './passage';
import { LARGEST_SEGMENT_PASSAGES } from './rank';
import type { Segment } from './segment';
import { LARGEST_SEGMENT_REPORTS } from './facts';
import { joinSegments } from './join';
import { buildSegment } from './segment';

/** The passages of a report, in reading order; undefined where they are not at hand. */
export type Texts = (report: string) => readonly Passage[] | undefined;

/** What is searched: immutable segments, and the order in which equals are listed. */
export interface Segments {
  readonly segments: readonly Segment[];
  /** For each segment and each of its reports: 0 for the report listed first (newest year, then id). */
  readonly ranks: readonly Uint32Array[];
}

/** The searchable library with the passages it is made of. */
export interface SearchIndex extends Segments {
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
}

/** So many small segments are searched one by one before they are made one. */
const MOST_SEGMENTS = 8;

/** Leaves room for one more report of any length below the most a sort key can count. */
const FULL_SEGMENT = LARGEST_SEGMENT_PASSAGES / 2;

/** Builds the index of a library. Passages of one report must be neighbours, in reading order. */
export function createIndex(passages: readonly Passage[]): SearchIndex {
  const byReport = new Map<string, Passage[]>();
  for (const passage of passages) {
    const known = byReport.get(passage.report);
    if (known) known.push(passage);
    else byReport.set(passage.report, [passage]);
  }
  return { ...arrange(split(passages).map(buildSegment)), passages: byReport };
}

/** The index with the passages of one report put in place of those it had; an empty list removes the report. */
export function withReport(index: SearchIndex, report: string, passages: readonly Passage[]): SearchIndex {
  const kept = new Map([...index.passages].filter(([id]) => id !== report));
  if (passages.length > 0) kept.set(report, passages);
  const others = index.segments.flatMap((segment) => leaveOut(segment, report));
  const segments = passages.length === 0 ? others : [...others, buildSegment(passages)];
  return segments.length > MOST_SEGMENTS
    ? createIndex([...kept.values()].flat())
    : { ...arrange(segments), passages: kept };
}

function leaveOut(segment: Segment, report: string): readonly Segment[] {
  if (!segment.reports.some((facts) => facts.report === report)) return [segment];
  const rest = joinSegments([segment], (id) => id !== report);
  return rest === null ? [] : [rest];
}

/** Puts segments into the order in which their reports are listed. */
export function arrange(segments: readonly Segment[]): Segments {
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
