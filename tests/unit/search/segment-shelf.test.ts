import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmentShelf, type SegmentShelf } from '../../../src/renderer/workers/segment-shelf';
import { createSegmentStore } from '../../../src/renderer/store/segment-store';
import type { Passage } from '../../../src/shared/search';
import { dress, findAll, packPassages, reportsNeeded, shadowOf } from '../../../src/shared/search';
import { memorySegments } from '../../helpers/memory-segments';
import { bundledLines, passagesFrom } from './library';

const LINES = bundledLines();
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const QUERIES = ['高质量发展', '项目', '港', '亿元', '新能源', '不在任何一篇里的话'];

/** The passages of a version of a report: some forty lines of the bundled texts, other ones for each version. */
const textOf = (id: string, version: number): readonly Passage[] => {
  const from = (IDS.indexOf(id) * 7 + version * 3) * 40;
  const lines = Array.from({ length: 40 }, (_, at) => LINES[(from + at) % LINES.length] ?? '');
  return passagesFrom(lines, { report: id, year: 2010 + IDS.indexOf(id) });
};

/** Every place by a plain scan of every shadow, as report and offset; of overlapping places the first. */
const scan = (reports: ReadonlyMap<string, number>, query: string): readonly string[] =>
  [...reports].flatMap(([id, version]) =>
    textOf(id, version).flatMap(({ id: passage, text }) => {
      const shadow = shadowOf(text);
      const places: string[] = [];
      for (let at = shadow.indexOf(query); at !== -1; at = shadow.indexOf(query, at + query.length))
        places.push(passage);
      return places;
    }),
  );

const found = async (shelf: SegmentShelf, query: string): Promise<readonly string[]> => {
  const { segments, lost } = await shelf.view();
  expect(lost).toEqual([]);
  const findings = findAll(segments, query, { limit: Infinity });
  const texts = await shelf.texts(reportsNeeded(findings));
  const { hits, total } = dress(findings, (report) => texts.get(report));
  const places = hits.flatMap(({ passage, matches }) => matches.map(() => passage.id));
  expect(total.matches).toBe(places.length);
  return places.toSorted();
};

const expectComplete = async (shelf: SegmentShelf, reports: ReadonlyMap<string, number>): Promise<void> => {
  for (const query of QUERIES) expect(await found(shelf, query)).toEqual(scan(reports, query).toSorted());
};

const versions = (reports: ReadonlyMap<string, number>): ReadonlyMap<string, string> =>
  new Map([...reports].map(([id, version]) => [id, String(version)]));

/** Shelves the reports and gives what is asked for; answers what that was. */
const bring = async (
  shelf: SegmentShelf,
  reports: ReadonlyMap<string, number>,
  gone: readonly string[] = [],
): Promise<readonly string[]> => {
  const missing = await shelf.shelve(versions(reports), gone);
  for (const id of missing) await shelf.put(id, String(reports.get(id)), textOf(id, reports.get(id) ?? 0));
  return missing;
};

type Step =
  | { readonly kind: 'put'; readonly id: string; readonly version: number }
  | { readonly kind: 'take'; readonly id: string }
  | { readonly kind: 'ask' | 'rest' | 'restart' | 'full' | 'room' }
  | { readonly kind: 'damage'; readonly of: 'row' | 'segment'; readonly at: number };

const id = fc.constantFrom(...IDS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), id, version: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take' as const), id }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('ask', 'rest', 'restart', 'full', 'room') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('damage' as const),
      of: fc.constantFrom('row', 'segment'),
      at: fc.nat(5),
    }),
  },
);

const damage = (
  { rows, segments }: ReturnType<typeof memorySegments>,
  of: 'row' | 'segment',
  at: number,
): void => {
  const [key = ''] = [...(of === 'row' ? rows : segments).keys()].slice(at);
  const row = of === 'row' ? rows.get(key) : undefined;
  const kept = of === 'segment' ? segments.get(key) : undefined;
  if (row) rows.set(key, { ...row, passages: row.passages.slice(1) });
  if (kept) {
    const units = kept.segment.units.map((unit, place) => (place === 9 ? unit ^ 1 : unit));
    segments.set(key, { ...kept, segment: { ...kept.segment, units } });
  }
};

describe('the segments of a library', () => {
  it('find what a plain scan finds, whatever came, went, was kept, damaged or begun anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const memory = memorySegments();
        let shelf = createSegmentShelf(memory.store);
        const reports = new Map<string, number>();
        for (const one of steps) {
          if (one.kind === 'put') reports.set(one.id, one.version);
          if (one.kind === 'take') reports.delete(one.id);
          if (one.kind === 'put' || one.kind === 'take')
            await bring(shelf, reports, one.kind === 'take' ? [one.id] : []);
          if (one.kind === 'rest') await shelf.rest();
          if (one.kind === 'full' || one.kind === 'room') memory.state.full = one.kind === 'full';
          if (one.kind === 'damage') damage(memory, one.of, one.at);
          if (one.kind === 'restart' || one.kind === 'damage') {
            shelf = createSegmentShelf(memory.store);
            await bring(shelf, reports);
          }
          // What is lost is given again, as the page does.
          const { lost } = await shelf.view();
          const damaged = (await shelf.texts([...reports.keys()])) as ReadonlyMap<string, unknown>;
          const wanting = [...reports.keys()].filter((name) => lost.includes(name) || !damaged.has(name));
          for (const name of wanting)
            await shelf.put(name, String(reports.get(name)), textOf(name, reports.get(name) ?? 0));
          if (one.kind === 'ask') await expectComplete(shelf, reports);
        }
        await expectComplete(shelf, reports);
      }),
      { seed: 17, numRuns: 40 },
    );
  });

  it('keeps what another window or a later start will want, though this one does not want it yet', async () => {
    const { store } = memorySegments();
    const all = new Map(IDS.map((name) => [name, 0]));
    const first = createSegmentShelf(store);
    await bring(first, all);
    await first.rest();
    const early = createSegmentShelf(store);
    const few = new Map([['a', 0]]);
    await bring(early, few);
    await expectComplete(early, few);
    await early.rest();
    expect(await bring(early, all)).toEqual([]);
    await expectComplete(early, all);
    expect(await bring(createSegmentShelf(store), all)).toEqual([]);
  });

  it('forgets the texts of what was taken off the shelf', async () => {
    const { store, rows, segments } = memorySegments();
    const shelf = createSegmentShelf(store);
    await bring(
      shelf,
      new Map([
        ['a', 0],
        ['b', 0],
      ]),
    );
    await shelf.view();
    await shelf.rest();
    await bring(shelf, new Map([['b', 0]]), ['a']);
    await shelf.view();
    await shelf.rest();
    expect([...rows.keys()]).toEqual(['b']);
    expect(
      [...segments.values()].flatMap(({ segment }) => segment.reports.map(({ report }) => report)),
    ).toEqual(['b']);
  });

  it('lies in a database of its own, and comes back from it', async () => {
    const all = new Map(IDS.map((name) => [name, 1]));
    const first = createSegmentShelf(createSegmentStore());
    expect(await bring(first, all)).toEqual(IDS);
    await expectComplete(first, all);
    await first.rest();
    const second = createSegmentShelf(createSegmentStore());
    expect(await bring(second, new Map([...all, ['a', 2]]))).toEqual(['a']);
    await expectComplete(second, new Map([...all, ['a', 2]]));
    const rows = await createSegmentStore().passages([
      ['a', '1'],
      ['a', '2'],
      ['b', '1'],
    ]);
    expect(rows).toEqual([
      undefined,
      packPassages('a', '2', textOf('a', 2)),
      packPassages('b', '1', textOf('b', 1)),
    ]);
  });
});
