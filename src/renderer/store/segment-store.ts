import Dexie, { type Table } from 'dexie';
import type { PackedPassages, PackedSegment } from '../../shared/search';
import { flatten, unflatten, type Flat } from './segment-bytes';

/** A segment of the search index as it is kept, with the version of each of its reports. */
export interface KeptSegment {
  readonly id: string;
  readonly versions: readonly string[];
  readonly segment: PackedSegment;
}

/** Where the search index outlives the window. What it gives is not trusted, and any call may fail: all can be made again. */
export interface SegmentStore {
  /** The version of each report whose passages are kept, by report. */
  readonly versions: () => Promise<ReadonlyMap<string, string>>;
  /** What is kept of these reports, in their order; undefined where nothing is. */
  readonly passages: (
    reports: readonly (readonly [report: string, version: string])[],
  ) => Promise<readonly unknown[]>;
  /** Keeps the passages of a report in place of those of its other versions. */
  readonly putPassages: (kept: PackedPassages) => Promise<void>;
  readonly dropPassages: (reports: readonly string[]) => Promise<void>;
  readonly segmentIds: () => Promise<readonly string[]>;
  /** One segment: hundreds of megabytes at once would be in memory three times on their way. */
  readonly segment: (id: string) => Promise<unknown>;
  /** Keeps segments in place of others, all or nothing. */
  readonly replace: (gone: readonly string[], made: readonly KeptSegment[]) => Promise<void>;
}

/** A segment as the database has it. */
type Row = Omit<KeptSegment, 'segment'> & { readonly segment: Flat };

/** A database of its own: hundreds of megabytes that can be made again do not lie among the notes. */
class SegmentDatabase extends Dexie {
  declare readonly passages: Table<PackedPassages, [string, string]>;
  declare readonly segments: Table<Row, string>;

  constructor() {
    super('duidu-search');
    this.version(1).stores({ passages: '[report+version]', segments: 'id' });
    // Segments were kept array by array; they are made anew of the passages.
    this.version(2).upgrade((tables) => tables.table('segments').clear());
  }
}

/** Makes the store of this page's search index; the database opens with the first call. */
export const createSegmentStore = (): SegmentStore => {
  const database = new SegmentDatabase();
  const { passages, segments } = database;
  const versionsOf = (report: string) =>
    passages.where(':id').between([report, Dexie.minKey], [report, Dexie.maxKey]);
  return {
    versions: async () => new Map(await passages.toCollection().primaryKeys()),
    passages: (reports) => passages.bulkGet(reports.map(([report, version]) => [report, version])),
    putPassages: (kept) =>
      database.transaction('rw', passages, async () => {
        await versionsOf(kept.report).delete();
        await passages.put(kept);
      }),
    dropPassages: async (reports) => {
      for (const report of reports) await versionsOf(report).delete();
    },
    segmentIds: () => segments.toCollection().primaryKeys(),
    segment: async (id) => {
      const row = await segments.get(id);
      return row && { ...row, segment: await unflatten(row.segment) };
    },
    replace: (gone, made) =>
      database.transaction('rw', segments, async () => {
        await segments.bulkDelete([...gone]);
        await segments.bulkPut(made.map((one) => ({ ...one, segment: flatten(one.segment) })));
      }),
  };
};
