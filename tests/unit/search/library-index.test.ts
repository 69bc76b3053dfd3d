import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackedIndex, Passage, SearchIndex } from '../../../src/shared/search';
import { createIndex, packIndex, restoreIndex, search, withReport } from '../../../src/shared/search';
import { bundledLines, passagesFrom } from './library';

const reports = Array.from({ length: 12 }, (_, at) => {
  const lines = bundledLines().filter((_line, number) => number % 12 === at);
  return passagesFrom(lines, {
    report: `r${at}`,
    year: 2014 + at,
    place: at % 2 === 0 ? '周口市' : '川汇区',
  });
});

const QUERIES = ['高新技术企业', '港口 吞吐量', '项木', '8%', '周口 -项目', '三个一批|两个确保'];

/** What a reader sees, which must not depend on how the index came about. */
const seen = (index: SearchIndex) =>
  QUERIES.map((query) => {
    const { total, hits, near, facets } = search(index, query, { near: true, limit: 30 });
    const { places, ...rest } = facets;
    const byValue = (a: { value: unknown }, b: { value: unknown }) =>
      String(a.value) < String(b.value) ? -1 : 1;
    return {
      total,
      hits,
      near,
      facets: { ...rest, places: places.toSorted(byValue) },
    };
  });

const stored = (index: SearchIndex): PackedIndex => structuredClone(packIndex(index));

describe('the index of a library', () => {
  it('answers the same whether built at once or report by report, in any order', () => {
    const whole = seen(createIndex(reports.flat()));
    fc.assert(
      fc.property(fc.shuffledSubarray([...reports.keys()], { minLength: 12 }), (order) => {
        const grown = order.reduce(
          (index, at) => withReport(index, `r${at}`, reports[at] ?? []),
          createIndex([]),
        );
        expect(seen(grown)).toEqual(whole);
      }),
      { seed: 3, numRuns: 5 },
    );
  });

  it('forgets a report that is taken out, and the old text of one that is put in again', () => {
    const index = createIndex(reports.flat());
    const renewed = withReport(
      withReport(index, 'r3', []),
      'r4',
      passagesFrom(['只有港口'], { report: 'r4' }),
    );
    const { hits } = search(renewed, '港口', { limit: Infinity });
    expect(hits.some(({ passage }) => passage.report === 'r3')).toBe(false);
    expect(hits.filter(({ passage }) => passage.report === 'r4').map(({ passage }) => passage.text)).toEqual([
      '只有港口',
    ]);
  });

  const byId = (passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> =>
    new Map(passages.map(({ report }) => [report, passages.filter((passage) => passage.report === report)]));
  const all = byId(reports.flat());

  it('comes back from a store as it was, in whatever order its reports are named', () => {
    const index = withReport(createIndex(reports.slice(1).flat()), 'r0', reports[0] ?? []);
    const restored = restoreIndex(stored(index), byId(reports.toReversed().flat()));
    expect(restored.rebuilt).toEqual([]);
    expect(seen(restored.index)).toEqual(seen(index));
  });

  const grown = withReport(createIndex(reports.slice(1).flat()), 'r0', reports[0] ?? []);
  const whole = stored(grown);
  const [bulk, single] = whole.segments;
  const others = reports.slice(1).map((_, at) => `r${at + 1}`);
  const bytes = bulk?.bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte));
  const shorter = bulk?.offsets.slice(1);

  it.each([
    ['nothing', undefined, [...all.keys()]],
    ['another version', { ...whole, version: 0 }, [...all.keys()]],
    ['no list of parts', { ...whole, segments: 'damaged' }, [...all.keys()]],
    ['a part of another shape', { ...whole, segments: [{ passages: 1 }, single] }, others],
    ['a flipped bit', { ...whole, segments: [{ ...bulk, bytes }, single] }, others],
    ['a list cut short', { ...whole, segments: [{ ...bulk, offsets: shorter }, single] }, others],
    ['one part twice', { ...whole, segments: [single, single] }, others],
  ])('is built anew, as far as needed, from %s', (_, packed, rebuilt) => {
    const restored = restoreIndex(packed, all);
    expect(restored.rebuilt).toEqual(rebuilt);
    expect(seen(restored.index)).toEqual(seen(createIndex(reports.flat())));
  });

  it('builds anew what has another text now, and forgets what is gone', () => {
    const [first, ...rest] = reports[0] ?? [];
    if (!first) throw new Error('no text');
    const edited = new Map([...all, ['r0', [{ ...first, text: '港口港口' }, ...rest]]]);
    const restored = restoreIndex(whole, edited);
    expect(restored.rebuilt).toEqual(['r0']);
    expect(seen(restored.index)).toEqual(seen(createIndex([...edited.values()].flat())));
    edited.delete('r3');
    expect(restoreIndex(whole, edited).rebuilt).toEqual([...edited.keys()]);
  });
});
