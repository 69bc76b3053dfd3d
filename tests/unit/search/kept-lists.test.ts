import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SegmentFiles } from '../../../src/renderer/store/segment-files';
import { createSegmentStore } from '../../../src/renderer/store/segment-store';
import { createSearchService } from '../../../src/renderer/workers/search-service';
import { createSegmentShelf } from '../../../src/renderer/workers/segment-shelf';
import {
  arrange,
  buildSegment,
  findAll,
  openSegment,
  packSegment,
  type KeptBytes,
} from '../../../src/shared/search';
import { bytesOf, takeShort } from '../../../src/shared/search/lists';
import { bundledLines, passagesFrom } from './library';

/** The lines of the bundled texts over and over: pairs in hundreds of places. */
const LINES = Array.from({ length: 8 }, () => bundledLines()).flat();
const REPORT = passagesFrom(LINES, { report: 'a', year: 2024 });

const keptBytes = (bytes: Uint8Array): KeptBytes => ({
  length: bytes.length,
  read: (begin, end) => bytes.slice(begin, end),
});

const QUERIES = ['发展', '高质量发展', '，', '项目 建设', '高质量法展', '亿元', '8%', '不在任何一篇里的话'];

beforeEach(() => {
  Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
});

describe('lists of which the long ones stay where they are kept', () => {
  it('give the bytes they were made of, wherever pieces and lists begin and end', () => {
    const size = fc.oneof(fc.nat(8), fc.integer({ min: 500, max: 700_000 }));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 12 }), (sizes) => {
        const offsets = Uint32Array.from([
          0,
          ...sizes.map((_, at) => sizes.slice(0, at + 1).reduce((a, b) => a + b, 0)),
        ]);
        const bytes = Uint8Array.from({ length: offsets.at(-1) ?? 0 }, (_, at) => (at * 31) & 0xff);
        const seen: number[] = [];
        const lists = takeShort(offsets, keptBytes(bytes), (piece) => seen.push(piece.length));
        expect(seen.reduce((a, b) => a + b, 0)).toBe(bytes.length);
        expect(lists.bytes.length).toBe(sizes.filter((one) => one < 512).reduce((a, b) => a + b, 0));
        sizes.forEach((_, list) => {
          const { bytes: own, at, end } = bytesOf(lists, list);
          expect(
            Buffer.compare(own.subarray(at, end), bytes.subarray(offsets[list], offsets[list + 1])),
          ).toBe(0);
        });
      }),
      { seed: 17, numRuns: 12 },
    );
  });

  it('find what lists in memory find', () => {
    const segment = buildSegment(REPORT);
    const { bytes, ...rest } = packSegment(segment);
    const far = openSegment(rest, keptBytes(bytes));
    expect(far?.postings.far?.lists.length).toBeGreaterThan(20);
    for (const query of QUERIES) {
      const options = { near: true, limit: 1e9, nearLimit: 1e9 };
      const { facets, exact, near, total } = findAll(arrange([segment]), query, options);
      const other = findAll(arrange(far ? [far] : []), query, options);
      expect([other.total, other.facets, other.exact.page.length, other.near?.total]).toEqual([
        total,
        facets,
        exact.page.length,
        near?.total,
      ]);
    }
    expect(far && packSegment(far).sum).toBe(packSegment(segment).sum);
  });

  it('are refused where a byte of them is another, or the end is missing', () => {
    const { bytes, ...rest } = packSegment(buildSegment(REPORT.slice(0, 400)));
    const other = bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
    expect(openSegment(rest, keptBytes(other))).toBeNull();
    expect(openSegment(rest, keptBytes(bytes.slice(0, -1)))).toBeNull();
    expect(openSegment(rest, keptBytes(bytes))).not.toBeNull();
  });
});

/** Files in memory, whose bytes a test may cut off. */
const memoryFiles = () => {
  const written = new Map<string, Uint8Array<ArrayBuffer>>();
  const state = { fails: false, reads: 0 };
  const files: SegmentFiles = {
    write: async (name, parts) =>
      void written.set(name, new Uint8Array(await new Blob([...parts]).arrayBuffer())),
    open: (name) => {
      const bytes = written.get(name);
      if (!bytes) return Promise.reject(new Error('no such file'));
      const read = (begin: number, end: number): Uint8Array => {
        if (state.fails) throw new Error('the disk has gone');
        state.reads += 1;
        return bytes.slice(begin, end);
      };
      return Promise.resolve({ length: bytes.length, read, close: () => undefined });
    },
    keepOnly: (names) => {
      for (const name of written.keys()) if (!names.has(name)) written.delete(name);
      return Promise.resolve();
    },
  };
  return { files, written, state };
};

describe('segments in files', () => {
  const shelved = async (files: SegmentFiles) => {
    const shelf = createSegmentShelf(createSegmentStore(files));
    for (const id of await shelf.shelve(new Map([['a', '1']]), [])) await shelf.put(id, '1', REPORT);
    await shelf.view();
    await shelf.rest();
    return shelf;
  };

  it('come back at the next start, with their long lists on disk', async () => {
    const { files, written } = memoryFiles();
    await shelved(files);
    expect(written.size).toBe(1);
    const next = createSegmentShelf(createSegmentStore(files));
    expect(await next.shelve(new Map([['a', '1']]), [])).toEqual([]);
    const { segments } = await next.view();
    expect(segments.segments.map(({ postings }) => postings.far !== null)).toEqual([true]);
    expect(findAll(segments, '发展').total).toEqual(findAll(arrange([buildSegment(REPORT)]), '发展').total);
  });

  it('are made anew of the passages where a file is gone or another', async () => {
    for (const harm of ['gone', 'other'] as const) {
      const { files, written } = memoryFiles();
      await shelved(files);
      for (const [name, bytes] of written) {
        if (harm === 'gone') written.delete(name);
        else
          written.set(
            name,
            bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte)),
          );
      }
      const next = createSegmentShelf(createSegmentStore(files));
      await next.shelve(new Map([['a', '1']]), []);
      const { segments, lost } = await next.view();
      expect(lost).toEqual([]);
      expect(findAll(segments, '发展').total).toEqual(findAll(arrange([buildSegment(REPORT)]), '发展').total);
      await next.rest();
      expect(await createSegmentStore(files).segmentIds()).toHaveLength(1);
    }
  });

  it('that fail while a question is asked cost no hit', async () => {
    const { files, state } = memoryFiles();
    await shelved(files);
    const service = createSearchService(() => Promise.resolve(), createSegmentStore(files));
    const context = { signal: new AbortController().signal } as never;
    await service.shelve({ reports: [{ id: 'a', version: '1' }], gone: [] }, context);
    const ask = async () => {
      const found = await service.search({ query: '发展', options: { limit: 1 } }, context);
      return 'results' in found ? found.results.total : null;
    };
    const before = await ask();
    state.fails = true;
    expect(await ask()).toEqual(before);
    expect(before).toEqual(findAll(arrange([buildSegment(REPORT)]), '发展').total);
  });
});
