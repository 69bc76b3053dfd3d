import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchIndex, Segments } from '../../../src/shared/search';
import {
  arrange,
  buildSegment,
  createIndex,
  dress,
  findAll,
  joinSegments,
  openSegment,
  packSegment,
  reportsNeeded,
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

  const texts = new Map(reports.map((own, at) => [`r${at}`, own]));
  /** The same over segments that have no passages with them. */
  const seenIn = (segments: Segments) => seen({ ...segments, passages: texts });

  it('is joined from segments as it would be built of their passages, less the reports left out', () => {
    const whole = seen(createIndex(reports.flat()));
    const without = seen(createIndex(reports.filter((_own, at) => at !== 5).flat()));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 3 }), (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), 12];
        const segments = ends.map((end, at) => buildSegment(reports.slice(ends[at - 1] ?? 0, end).flat()));
        const [all, some] = [joinSegments(segments), joinSegments(segments, (id) => id !== 'r5')];
        if (!all || !some) throw new Error('nothing joined');
        expect(seenIn(arrange([all]))).toEqual(whole);
        expect(seenIn(arrange([some]))).toEqual(without);
        expect(joinSegments(segments, () => false)).toBeNull();
      }),
      { seed: 5, numRuns: 6 },
    );
  });

  const packed = packSegment(buildSegment(reports.flat()));
  const stored = structuredClone(packed);

  it('comes back from a store as it was', () => {
    const segment = openSegment(stored);
    if (!segment) throw new Error('not opened');
    expect(seenIn(arrange([segment]))).toEqual(seen(createIndex(reports.flat())));
  });

  it.each([
    ['nothing', undefined],
    ['another version', { ...stored, version: 0 }],
    ['another shape', { version: stored.version, reports: [] }],
    [
      'a flipped bit of the lists',
      { ...stored, bytes: stored.bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) },
    ],
    [
      'a flipped bit of the last unit',
      {
        ...stored,
        units: stored.units.map((unit, at) => (at === stored.units.length - 2 ? unit ^ 1 : unit)),
      },
    ],
    [
      'another year of a report',
      { ...stored, reports: stored.reports.map((one) => ({ ...one, year: 1999 })) },
    ],
    ['a list cut short', { ...stored, offsets: stored.offsets.slice(1) }],
  ])('does not open %s', (_, value) => {
    expect(openSegment(value)).toBeNull();
  });

  it('reads the passages of the page alone, and tells which these are', () => {
    const index = createIndex(reports.flat());
    const findings = findAll(index, '港口', { limit: 3, sort: 'year' });
    const needed = reportsNeeded(findings);
    expect(needed.length).toBeLessThan(4);
    const results = dress(findings, (report) => (needed.includes(report) ? texts.get(report) : undefined));
    expect(results).toEqual(search(index, '港口', { limit: 3, sort: 'year' }));
    expect(results.hits).toHaveLength(3);
  });
});
