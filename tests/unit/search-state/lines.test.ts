import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/renderer/views/search/lines';
import { stretchAround } from '../../../src/renderer/views/parts/stretch';
import { createIndex, passagesOf, search } from '../../../src/shared/search';
import { reports } from './shelf';

const index = createIndex(reports.flatMap(passagesOf));

const QUERIES = [
  '高新技术企业',
  '企业',
  '的',
  '增长',
  '港口 增长',
  '“三个一批”',
  '2023',
  '岗口货物吞吐量',
  '%',
];

const hitsOf = (query: string) => {
  const results = search(index, query, { sort: 'year', limit: 10_000, near: true, nearLimit: 10_000 });
  return [...results.hits, ...(results.near?.hits ?? [])];
};

describe('rows of results', () => {
  it.each(QUERIES)('show every place of %j whole, once, in order, at any width', (query) => {
    const hits = hitsOf(query);
    const places = hits.flatMap(({ matches }) => matches);
    for (const width of [12, 20, 27, 40]) {
      const lines = linesOf(hits, width);
      expect(lines.flatMap(({ spots }) => [spots.start, spots.end]).at(-1)).toBe(places.length);
      lines.forEach(({ spots }, at) => expect(spots.start).toBe(lines[at - 1]?.spots.end ?? 0));
      for (const { passage, text, marks, spots } of lines) {
        expect(passage.text).toContain(text);
        for (const { range } of places.slice(spots.start, spots.end)) {
          const words = passage.text.slice(range.start - passage.start, range.end - passage.start);
          expect(marks.map(({ start, end }) => text.slice(start, end))).toContain(words);
        }
      }
    }
  });

  it('fit their width where the place itself does', () => {
    for (const { text, marks } of linesOf(hitsOf('企业'), 24)) {
      expect(marks.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(24 / 0.6);
    }
  });

  it('stay within the sentence and say on which side it goes on', () => {
    const text = '前一句。新增甲三千件，累计乙五万件；认定高新技术企业118家、丙541家，培育丁44家。后一句。';
    const at = text.indexOf('高新技术企业');
    const place = { start: at, end: at + 6 };
    const cut = (width: number) => {
      const { range, cutBefore, cutAfter } = stretchAround(text, [place], width);
      return [cutBefore, text.slice(range.start, range.end), cutAfter];
    };
    expect(cut(100)).toEqual([false, text.slice(4, text.indexOf('后')), false]);
    expect(cut(14)).toEqual([true, '认定高新技术企业118家、丙', true]);
  });

  it('hold the place and whole characters, whatever the text', () => {
    const piece = fc.constantFrom(
      '港口',
      '1234.56',
      '，',
      '。',
      'PM2.5',
      '增长',
      '5,205',
      '“',
      '”',
      '𠮷',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 6, max: 40 }),
        (pieces, pick, width) => {
          const chosen = pick % pieces.length;
          const start = pieces.slice(0, chosen).join('').length;
          const place = { start, end: start + (pieces[chosen]?.length ?? 0) };
          fc.pre(pieces[chosen] !== ' ');
          const text = pieces.join('');
          const { range } = stretchAround(text, [place], width);
          expect(range.start).toBeLessThanOrEqual(place.start);
          expect(range.end).toBeGreaterThanOrEqual(place.end);
          expect(text.slice(range.start, range.end)).not.toMatch(/\p{Surrogate}/u);
        },
      ),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
