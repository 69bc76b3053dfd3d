import Dexie, { type Table } from 'dexie';
import type { KeptBytes, PackedPassages, PackedSegment } from '../../shared/search';
import { flatten, sizeOfParts, unflatten, type Flat } from './segment-bytes';
import { createSegmentFiles, type SegmentFile, type SegmentFiles } from './segment-files';

/** A segment of the search index as it is kept, with the version of each of its reports. */
export interface KeptSegment {
  readonly id: string;
  readonly versions: readonly string[];
  readonly segment: PackedSegment;
}

/** A kept segment as it comes back: nothing of it is trusted. */
export interface StoredSegment {
  readonly id: string;
  readonly versions: unknown;
  readonly segment: unknown;
  /** The bytes of its lists where they stay on disk; else they are in the segment. */
  readonly lists?: KeptBytes;
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
  readonly segment: (id: string) => Promise<StoredSegment | null>;
  /** Keeps segments in place of others, all or nothing. */
  readonly replace: (gone: readonly string[], made: readonly KeptSegment[]) => Promise<void>;
}

/** A segment as the database has it; its arrays are in a file of its id, or where there are no files, in a blob. */
type Row = Omit<KeptSegment, 'segment'> & { readonly segment: Flat & { readonly bytes: Blob | null } };

/** A database of its own: hundreds of megabytes that can be made again do not lie among the notes. */
class SegmentDatabase extends Dexie {
  declare readonly passages: Table<PackedPassages, [string, string]>;
  declare readonly segments: Table<Row, string>;

  constructor() {
    super('duidu-search');
    this.version(1).stores({ passages: '[report+version]', segments: 'id' });
    // Segments were kept array by array; they are made anew of the passages.
    this.version(2).upgrade((tables) => tables.table('segments').clear());
    // They were kept in blobs, which come into memory whole.
    this.version(3).upgrade((tables) => tables.table('segments').clear());
  }
}

/** The array that may stay on disk; it is the last. */
const LISTS = 'bytes';

/** The part of a file that is its lists. */
const listsIn = (file: SegmentFile, begin: number, length: number): KeptBytes => ({
  length,
  read: (from, to) => file.read(begin + from, begin + to),
});

/** Bytes read at a time. */
const PIECE = 1 << 20;

/** Reads the beginning of a file into memory of its own. */
const readInto = (file: SegmentFile, length: number): ArrayBuffer => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += PIECE) bytes.set(file.read(at, Math.min(at + PIECE, length)), at);
  return bytes.buffer;
};

/** Reads all of a segment but its lists, which stay in the file. */
const fromFile = (row: Row, file: SegmentFile): StoredSegment => {
  const { parts, rest } = row.segment;
  const others = parts.filter(([name]) => name !== LISTS);
  const begin = sizeOfParts(others);
  const length = sizeOfParts(parts) - begin;
  const isWhole = parts.at(-1)?.[0] === LISTS && file.length === begin + length;
  const segment = isWhole ? unflatten({ rest, parts: others }, readInto(file, begin)) : null;
  return { id: row.id, versions: row.versions, segment, lists: listsIn(file, begin, length) };
};

/** Opens the files of segments once each, and closes those of segments that are gone. */
class OpenFiles {
  readonly #files: SegmentFiles | null;
  readonly #open = new Map<string, SegmentFile>();

  constructor(files: SegmentFiles | null) {
    this.#files = files;
  }

  async open(id: string): Promise<SegmentFile | null> {
    const file = this.#open.get(id) ?? (await this.#files?.open(id)) ?? null;
    if (file) this.#open.set(id, file);
    return file;
  }

  /** Tells whether the arrays have been written: a disk that refuses them may still take a row. */
  async write(id: string, bytes: readonly Uint8Array<ArrayBuffer>[]): Promise<boolean> {
    try {
      await this.#files?.write(id, bytes);
      return this.#files !== null;
    } catch {
      return false;
    }
  }

  async keepOnly(ids: readonly string[]): Promise<void> {
    for (const [id, file] of this.#open) {
      if (ids.includes(id)) continue;
      file.close();
      this.#open.delete(id);
    }
    await this.#files?.keepOnly(new Set(ids)).catch(() => undefined);
  }
}

/** Makes the store of this page's search index; the database opens with the first call. */
export const createSegmentStore = (own: SegmentFiles | null = createSegmentFiles()): SegmentStore => {
  const database = new SegmentDatabase();
  const files = new OpenFiles(own);
  const { passages, segments } = database;
  const versionsOf = (report: string) =>
    passages.where(':id').between([report, Dexie.minKey], [report, Dexie.maxKey]);
  const rowOf = async ({ segment, ...one }: KeptSegment): Promise<Row> => {
    const { bytes, ...flat } = flatten(segment);
    const isWritten = await files.write(one.id, bytes);
    return { ...one, segment: { ...flat, bytes: isWritten ? null : new Blob([...bytes]) } };
  };
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
    segmentIds: async () => {
      const ids = await segments.toCollection().primaryKeys();
      void files.keepOnly(ids);
      return ids;
    },
    segment: async (id) => {
      const row = await segments.get(id);
      if (!row) return null;
      const { bytes, ...flat } = row.segment;
      if (bytes) return { ...row, segment: unflatten(flat, await bytes.arrayBuffer()) };
      const file = await files.open(id);
      return file && fromFile(row, file);
    },
    replace: async (gone, made) => {
      const rows: Row[] = [];
      for (const one of made) rows.push(await rowOf(one));
      await database.transaction('rw', segments, async () => {
        await segments.bulkDelete([...gone]);
        await segments.bulkPut(rows);
      });
    },
  };
};
