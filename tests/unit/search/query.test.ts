import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Query } from '../../../src/shared/search';
import { createIndex, parseQuery, search } from '../../../src/shared/search';
import { bundledLines, passagesFrom } from './library';

/** A query as one line: groups, alternatives, quotes around what is exact, a minus before what is excluded. */
const told = ({ all, none }: Query): string =>
  [
    ...all.map((group) => group.map(({ text, quoted }) => (quoted ? `[${text}]` : text)).join('|')),
    ...none.map(({ text }) => `-${text}`),
  ].join(' ');

describe('the query language', () => {
  it.each([
    ['港口 集装箱', '港口 集装箱'],
    ['港口　集装箱', '港口 集装箱'],
    ['港口|航运', '港口|航运'],
    ['港口 ｜ 航运', '港口|航运'],
    ['周口 港口|航运', '周口 港口|航运'],
    ['港口 -集装箱', '港口 -集装箱'],
    ['港口 －"集装箱 航线"', '港口 -集装箱航线'],
    ['-甲|乙 丙', '丙 -甲 -乙'],
    ['2018-2022', '2018-2022'],
    ['1 - 2', '1 - 2'],
    ['"重点项目 强力"', '[重点项目强力]'],
    ['“重点”', '[重点]'],
    ['「重点」', '[重点]'],
    ["'重点'", '[重点]'],
    ['"重点', '[重点]'],
    ['“三个一批”项目', '"三个一批"项目'],
    ['专精特新“小巨人”企业', '专精特新"小巨人"企业'],
    ['8 %', '8%'],
    ['增长 8 %', '增长 8%'],
    ['**5205** 万吨', '5205万吨'],
    ['5,205 万 吨', '5205 万 吨'],
    ['2024 港口', '2024 港口'],
    ['20 万㎡', '20万m2'],
    ['港口 港口', '港口'],
    ['ＰＭ２．５', 'pm2.5'],
    ['-', '-'],
    ['|', ''],
    ['||甲||', '甲'],
    ['""', ''],
    ['“”', ''],
    ['   ', ''],
    ['', ''],
    ['\u0000\u200b', ''],
  ])('%j is read as %j', (source, expected) => {
    expect(told(parseQuery(source))).toBe(expected);
  });

  it('says what it did not look for', () => {
    const many = Array.from({ length: 40 }, (_, at) => `词${at}`).join(' ');
    expect(parseQuery(many).notices).toEqual(['查询超过 32 个词，只查了前 32 个。']);
    expect(parseQuery(many.replaceAll(' ', '|')).notices).toEqual([
      '用“|”并列的词超过 16 个，只查了前 16 个。',
    ]);
    expect(parseQuery('字'.repeat(10_001)).notices).toEqual(['查询超过 10000 字，只查了前面的部分。']);
    expect(parseQuery('-港口').notices).toEqual(['只有排除的词，请再写一个要找的词。']);
    expect(parseQuery('港口').notices).toEqual([]);
    for (const signs of ['"', '“”', '|', '"" |', '**'])
      expect([signs, ...parseQuery(signs).notices]).toEqual([
        signs,
        '只有标点和符号，没有要找的字。请写一个词或一个数。',
      ]);
    expect(parseQuery('').notices).toEqual([]);
  });
});

describe('a query nobody expects', () => {
  const lines = bundledLines();
  const index = createIndex(passagesFrom(lines));
  const everything = { near: true, limit: 20 } as const;

  it.each([
    ['10,000 characters of the reports', lines.join('').slice(0, 10_000)],
    ['10,000 times one character', '的'.repeat(10_000)],
    ['10,000 characters in words of two', '港口 '.repeat(3_333)],
    [
      '5,000 different words',
      Array.from({ length: 5_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(' '),
    ],
    ['alternatives without end', lines.join('|').slice(0, 10_000)],
    ['quotes without end', '"'.repeat(10_000)],
    ['dashes without end', ' -'.repeat(5_000)],
    ['combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['lone surrogates', '\ud800\udc00\udc00\ud800港口\ud83d'],
    ['control characters', '\u0000\u0001\u001f港\u007f\u0085口\u2028'],
    ['a pattern', '(港|口)+.*?[^\\]$&{2,}'],
    ['punctuation', '，。、；：？！…—·'],
    ['spaces', ' \t\n\r\u00a0\u3000'],
  ])('%s: a calm answer', (_, query) => {
    const start = performance.now();
    const { total, hits, near } = search(index, query, everything);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(total.passages).toBeGreaterThanOrEqual(hits.length);
    expect(near?.hits.length).toBeLessThanOrEqual(20);
  });

  it('finds the control-character query once the characters nobody sees are gone', () => {
    expect(search(index, '\u0001港\u007f口').total).toEqual(search(index, '港口').total);
  });

  it('never throws, and its matches lie inside their passages', () => {
    const piece = fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom('港口', '"', '“', '-', '|', ' ', '8%', '\ud800', '高新技木企业', '，'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const { hits, near } = search(index, pieces.join(''), everything);
        const outside = [...hits, ...(near?.hits ?? [])].flatMap(({ passage, matches }) =>
          matches.filter(
            ({ range }) =>
              range.start < passage.start ||
              range.end > passage.start + passage.text.length ||
              range.end <= range.start,
          ),
        );
        expect(outside).toEqual([]);
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});
