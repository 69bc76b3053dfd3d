import type { KeptSegment, SegmentStore } from '../../src/renderer/store/segment-store';
import type { PackedPassages } from '../../src/shared/search';

/** A store of segments in memory, whose rows a test may damage, and which may stop taking anything. */
export const memorySegments = () => {
  const rows = new Map<string, PackedPassages>();
  const segments = new Map<string, KeptSegment>();
  const state = { full: false };
  const refuse = (): void => {
    if (state.full) throw new Error('the disk is full');
  };
  /** Answers in a turn of its own, as a database does; what throws is a call that fails. */
  const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
  const store: SegmentStore = {
    versions: () =>
      later(() => new Map([...rows.values()].map(({ report, version }) => [report, version] as const))),
    passages: (reports) =>
      later(() =>
        reports.map(([report, version]) =>
          rows.get(report)?.version === version ? structuredClone(rows.get(report)) : undefined,
        ),
      ),
    putPassages: (kept) =>
      later(() => {
        refuse();
        rows.set(kept.report, structuredClone(kept));
      }),
    dropPassages: (reports) =>
      later(() => {
        for (const report of reports) rows.delete(report);
      }),
    segmentIds: () => later(() => [...segments.keys()]),
    segment: (id) => later(() => structuredClone(segments.get(id)) ?? null),
    replace: (gone, made) =>
      later(() => {
        refuse();
        for (const id of gone) segments.delete(id);
        for (const one of made) segments.set(one.id, structuredClone(one));
      }),
  };
  return { store, rows, segments, state };
};
