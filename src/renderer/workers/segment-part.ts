import type { Passage, Segment } from '../../shared/search';
import { buildSegment, joinSegments, openSegment, packSegment } from '../../shared/search';
import type { KeptSegment, StoredSegment } from '../store/segment-store';

/** Units of a full segment: some two hundred reports. Small enough to be made anew in a moment, few enough to be searched one by one. */
export const FULL = 4_000_000;

/** A segment with the version of each of its reports; `id` is null until it is kept. */
export interface Part {
  readonly id: string | null;
  readonly segment: Segment;
  readonly versions: ReadonlyMap<string, string>;
}

/** Opens the part a store kept; null where it is damaged or of another version of the program. */
export const openPart = (stored: StoredSegment | null): Part | null => {
  if (stored === null || !Array.isArray(stored.versions)) return null;
  const versions: readonly unknown[] = stored.versions;
  const segment = openSegment(stored.segment, stored.lists);
  if (segment === null || versions.length !== segment.reports.length) return null;
  const known = segment.reports.map(({ report }, at) => [report, String(versions[at])] as const);
  return { id: stored.id, segment, versions: new Map(known) };
};

/** Gives the part as a store keeps it, under a new id. */
export const packPart = ({ segment, versions }: Part): KeptSegment => ({
  id: crypto.randomUUID(),
  versions: segment.reports.map(({ report }) => versions.get(report) ?? ''),
  segment: packSegment(segment),
});

/** Gives the units of a part. */
export const sizeOf = ({ segment }: Part): number => segment.units.length;

/** Puts what has a size into groups of at most a full segment each, in order. */
export const grouped = <Item>(
  items: readonly Item[],
  size: (item: Item) => number,
): readonly (readonly Item[])[] => {
  const groups: Item[][] = [];
  let filled = Infinity;
  for (const item of items) {
    if (filled + size(item) > FULL) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(item);
    filled += size(item);
  }
  return groups;
};

/** Passages of a report with their version. */
export interface Given {
  readonly version: string;
  readonly passages: readonly Passage[];
}

/** Gives the units the passages will take, about. */
export const lengthOf = ({ passages }: Given): number =>
  passages.reduce((sum, { text }) => sum + text.length + 1, 0);

/** Makes parts of reports whose passages are at hand. */
export const buildParts = (given: ReadonlyMap<string, Given>): readonly Part[] =>
  grouped([...given], ([, one]) => lengthOf(one)).map((group) => ({
    id: null,
    segment: buildSegment(group.flatMap(([, { passages }]) => passages)),
    versions: new Map(group.map(([report, { version }]) => [report, version])),
  }));

/** Gives the part of a segment that holds the named reports; null where it holds none of them. */
export const onlyReports = (segment: Segment, ids: ReadonlySet<string>): Segment | null =>
  ids.size === segment.reports.length ? segment : joinSegments([segment], (id) => ids.has(id));
