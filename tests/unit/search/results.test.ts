import { describe, expect, it } from 'vitest';
import type { Passage, SearchOptions } from '../../../src/shared/search';
import { createIndex, excerptOf, search } from '../../../src/shared/search';
import { passagesFrom } from './library';

const of = (report: string, year: number | null, place: string, passages: readonly Partial<Passage>[]) =>
  passagesFrom(
    passages.map(({ text }) => text ?? '港口'),
    { report, year, place },
  ).map((passage, at) => ({ ...passage, ...passages[at], start: passage.start }));

const LIBRARY = [
  ...of('a-2022', 2022, '周口市', [
    { role: 'review', text: '港口与港口' },
    { role: 'credits', kind: 'byline', text: '港口记者' },
    { role: 'plan', kind: 'heading', text: '打造港口' },
  ]),
  ...of('b-2024', 2024, '川汇区', [
    { role: 'targets', text: '港口目标' },
    { role: 'plan', topic: '科技创新', text: '港囗以外' },
    { role: 'plan', text: '岗口' },
  ]),
  ...of('c-2023', 2023, '周口市', [{ role: 'plan', text: '无关' }]),
];

const index = createIndex(LIBRARY);
const ask = (query: string, options: SearchOptions = {}) => search(index, query, options);
const texts = (options: SearchOptions): readonly string[] =>
  ask('港口', options).hits.map(({ passage }) => passage.text);

describe('results', () => {
  it('come headings first, then targets, then the rest, names of reporters last', () => {
    expect(texts({})).toEqual(['打造港口', '港口目标', '港口与港口', '港口记者']);
  });

  it('come newest year first and in reading order when sorted by year', () => {
    expect(texts({ sort: 'year' })).toEqual(['港口目标', '港口与港口', '港口记者', '打造港口']);
  });

  it('come in pages that join without a gap', () => {
    const pages = [0, 1, 2, 3, 4].flatMap((offset) => texts({ offset, limit: 1 }));
    expect(pages).toEqual(texts({}));
  });

  it('put terms that stand close together before terms far apart', () => {
    const near = createIndex(passagesFrom([`港口${'，某事'.repeat(20)}航运`, '港口、航运', '航运与港口']));
    expect(search(near, '港口 航运').hits.map(({ passage }) => passage.id)).toEqual(['r#1', 'r#2', 'r#0']);
  });

  it('list a whole number, and a part of a longer one in a group of its own', () => {
    const numbers = createIndex(passagesFrom(['增长12.5%', '完成15.2万', '增长5%', '第5205件']));
    const { hits, part } = search(numbers, '5');
    expect(hits.map(({ passage }) => passage.text)).toEqual(['增长5%']);
    expect(part.hits.map(({ passage }) => passage.text)).toEqual(['第5205件', '增长12.5%', '完成15.2万']);
    expect(part.total).toEqual({ matches: 4, passages: 3, reports: 1 });
  });

  it('count places, paragraphs and reports', () => {
    expect(ask('港口').total).toEqual({ matches: 5, passages: 4, reports: 2 });
    expect(ask('港口', { filters: { roles: ['plan', 'targets'] } }).total).toEqual({
      matches: 2,
      passages: 2,
      reports: 2,
    });
    expect(ask('港口', { filters: { years: [2022], places: ['川汇区'] } }).total.passages).toBe(0);
    expect(ask('港口', { filters: { reports: ['b-2024'], kinds: [] } }).total.passages).toBe(1);
  });

  it('count each facet under the filters of all others, and show years without a place as 0', () => {
    const { facets } = ask('港口', { near: true, filters: { places: ['周口市'] } });
    expect(facets.places).toEqual([
      { value: '周口市', exact: 4, near: 0 },
      { value: '川汇区', exact: 1, near: 1 },
    ]);
    expect(facets.years).toEqual([
      { value: 2022, exact: 4, near: 0 },
      { value: 2023, exact: 0, near: 0 },
      { value: 2024, exact: 0, near: 0 },
    ]);
    expect(facets.roles.map(({ value }) => value)).toEqual(['review', 'plan', 'credits']);
  });

  it('keep near places apart and leave them out unless asked', () => {
    expect(ask('港口').near).toBeNull();
    expect(ask('港口', { near: true }).near?.hits.map(({ passage }) => passage.text)).toEqual(['岗口']);
  });
});

describe('an excerpt', () => {
  const cut = (text: string, words: string, limit?: number) => {
    const start = text.indexOf(words);
    const {
      cutBefore,
      text: piece,
      cutAfter,
      marks,
    } = excerptOf(text, [{ start, end: start + words.length }], limit);
    const [mark] = marks;
    expect(piece.slice(mark?.start, mark?.end)).toBe(words);
    return `${cutBefore ? '…' : ''}${piece}${cutAfter ? '…' : ''}`;
  };

  it.each([
    ['前一句。港口在此句。后一句。', '港口', 80, '…港口在此句。…'],
    ['他说：“港口好。”后一句。', '港口', 80, '他说：“港口好。”…'],
    ['只有一句港口', '港口', 80, '只有一句港口'],
    ['甲事完成，乙事完成，港口建成，丁事完成。', '港口', 12, '…港口建成，丁事完成。'],
    ['达到16.3万标箱,增长56%,港口', '16.3万', 12, '达到16.3万标箱,…'],
    [`${'长'.repeat(60)}港口${'长'.repeat(60)}`, '港口', 20, `…${'长'.repeat(6)}港口${'长'.repeat(12)}…`],
  ])('of %s', (text, words, limit, expected) => {
    expect(cut(text, words, limit)).toBe(expected);
  });

  it('marks every match inside it, those that overlap as one', () => {
    const { marks } = excerptOf('高新技术企业。高新技术企业。', [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
      { start: 7, end: 11 },
    ]);
    expect(marks).toEqual([
      { start: 0, end: 6 },
      { start: 7, end: 11 },
    ]);
  });
});
