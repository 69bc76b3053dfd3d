import { reportIn } from './facts';
import { buildPostings } from './postings';
import type { Segment, SegmentReport } from './segment';
import { completeSegment } from './segment';

/** A report within one of several segments. */
interface Part {
  readonly segment: Segment;
  readonly report: SegmentReport;
  /** Its passages, [first, end). */
  readonly first: number;
  readonly end: number;
}

/**
 * Makes one segment of the kept reports of several, without their passages: what a segment holds is enough. Null
 * where no report is kept.
 */
export function joinSegments(
  segments: readonly Segment[],
  isKept: (report: string) => boolean = () => true,
): Segment | null {
  const parts = segments.flatMap((segment) => partsOf(segment, isKept));
  if (parts.length === 0) return null;
  const passages = parts.reduce((sum, { first, end }) => sum + end - first, 0);
  const units = new Uint16Array(parts.reduce((sum, part) => sum + unitsIn(part), 0));
  const starts = new Uint32Array(passages + 1);
  const plain = new Uint8Array(passages);
  const facts = new Uint32Array(passages);
  let at = 0;
  let length = 0;
  parts.forEach(({ segment, first, end }, report) => {
    const from = segment.starts[first] ?? 0;
    units.set(segment.units.subarray(from, segment.starts[end]), length);
    plain.set(segment.plain.subarray(first, end), at);
    for (let passage = first; passage < end; passage++, at++) {
      const known = segment.facts[passage] ?? 0;
      facts[at] = known - reportIn(known) + report;
      starts[at + 1] = length + (segment.starts[passage + 1] ?? 0) - from;
    }
    length = starts[at] ?? 0;
  });
  const reports = parts.map(({ report }) => report);
  return completeSegment({ reports, facts, units, starts, plain, postings: buildPostings(units) });
}

const partsOf = (segment: Segment, isKept: (report: string) => boolean): readonly Part[] =>
  segment.reports.flatMap((report, at) =>
    isKept(report.report)
      ? [{ segment, report, first: segment.firsts[at] ?? 0, end: segment.firsts[at + 1] ?? 0 }]
      : [],
  );

const unitsIn = ({ segment: { starts }, first, end }: Part): number =>
  (starts[end] ?? 0) - (starts[first] ?? 0);
