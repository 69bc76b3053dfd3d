import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackedIndex, Passage, SearchIndex } from '../../../src/shared/search';
import {
  createIndex,
  openIndex,
  packIndex,
  packedPassages,
  search,
  withReport,
} from '../../../src/shared/search';
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

  it('comes back from a store as it was', () => {
    const index = withReport(createIndex(reports.slice(1).flat()), 'r0', reports[0] ?? []);
    const opened = openIndex(stored(index), packedPassages(index));
    expect(opened.ok && seen(opened.value)).toEqual(seen(index));
  });

  const index = createIndex(reports.flat());
  const whole = stored(index);
  const [segment] = whole.segments;
  const damaged = { ...segment, bytes: segment?.bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) };
  const changed: readonly Passage[] = packedPassages(index).map((passage, at) =>
    at === 5 ? { ...passage, text: `${passage.text}改` } : passage,
  );

  it.each([
    ['nothing', undefined, packedPassages(index), 'search-index-version'],
    ['another version', { ...whole, version: 0 }, packedPassages(index), 'search-index-version'],
    ['another shape', { ...whole, segments: [{ passages: 1 }] }, packedPassages(index), 'search-index-shape'],
    ['a flipped bit', { ...whole, segments: [damaged] }, packedPassages(index), 'search-index-damaged'],
    ['a changed text', whole, changed, 'search-index-stale'],
    ['a text too few', whole, packedPassages(index).slice(1), 'search-index-stale'],
  ])('refuses %s', (_, packed, passages, code) => {
    const opened = openIndex(packed, passages);
    expect(opened.ok ? 'opened' : opened.fault.code).toBe(code);
  });
});
