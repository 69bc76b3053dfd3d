import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { createIndex, findObservations, listNumbers, passagesOf, search } from '../../../src/shared/search';
import { extractObservations } from '../../../src/shared/figures';
import { aliasesOf } from '../../../src/shared/search/aliases';
import { numberForms } from '../../../src/shared/search/number-forms';

const reportOf = (...sentences: readonly string[]) =>
  parseReport({
    id: 'made-up',
    raw: [
      '云岚市2026年政府工作报告',
      '——2026年1月12日在云岚市第五届人民代表大会第六次会议上',
      '各位代表：',
      '一、2025年工作回顾',
      ...sentences,
    ].join('\n'),
  });

const ask = (query: string, ...sentences: readonly string[]) =>
  search(createIndex(passagesOf(reportOf(...sentences))), query, { near: true });

const wordsOf = (hits: ReturnType<typeof ask>['hits']): readonly string[] =>
  hits.flatMap(({ passage, matches }) =>
    matches.map(({ range }) => passage.text.slice(range.start - passage.start, range.end - passage.start)),
  );

describe('a number', () => {
  it.each([
    ['8%', '工业增长4.8%，投资增长8%，消费增长81.8%，出口增长8.5%。', 1, 2],
    ['6.5', '投资6.59亿元，增长6.5%，占16.5%。', 1, 2],
    ['3635.6', '生产总值3635.62亿元。', 0, 1],
    ['200人', '新增就业1200人，其中脱贫人口200人。', 1, 1],
    ['345.6亿元', '投资12,345.6亿元，争取资金345.6亿元。', 1, 1],
    ['5万', '贷款5万亿元，农户5万户。', 1, 1],
    ['2022年', '2022年以来，到2022年末。', 2, 0],
  ])(
    '%s is found whole in %s; where it is a part of a longer one is told apart',
    (query, text, whole, part) => {
      const results = ask(query, text);
      expect([results.total.matches, results.part.total.matches]).toEqual([whole, part]);
      expect(results.near?.total.matches).toBe(0);
    },
  );

  it.each([
    ['8%', '增长百分之八。', '百分之八'],
    ['百分之六点五', '增长6.5%。', '6.5%'],
    ['85%', '覆盖率百分之八十五。', '百分之八十五'],
    ['五千二百零五万吨', '吞吐量5205万吨。', '5205万吨'],
    ['5205万吨', '吞吐量五千二百零五万吨。', '五千二百零五万吨'],
    ['5%—6%', '增长5%～6%。', '5%～6%'],
    ['5%~6%', '增长5%－6%。', '5%－6%'],
    ['5-6%', '增长5%—6%。', '5%—6%'],
    ['全省第1位', '增速居全省第一位。', '全省第一位'],
    ['全省第一位', '增速居全省第1位。', '全省第1位'],
  ])('%s is found in %s', (query, text, found) => {
    expect(wordsOf(ask(query, text).hits)).toEqual([found]);
  });

  it.each([
    ['8%', '覆盖率百分之八十五，增长百分之八点五。'],
    ['百分之八', '覆盖率百分之八十五，增长4.8%。'],
    ['5%—6%', '增长15%～6%。'],
  ])('%s is not found in %s', (query, text) => {
    expect(ask(query, text).total.matches).toBe(0);
  });

  it('is no number where a plan or a congress is named', () => {
    expect(numberForms('十四五')).toEqual([]);
    expect(numberForms('二十大')).toEqual([]);
    expect(numberForms('三个一批')).toEqual([]);
  });

  it('stands whole in every group of a query', () => {
    const results = ask('投资 8%', '投资增长4.8%。', '投资增长8%。');
    expect(results.total.passages).toBe(1);
    expect(results.part.total.passages).toBe(1);
  });
});

describe('another word for the same', () => {
  it.each([
    ['GDP', '全市地区生产总值增长6.2%。', '生产总值'],
    ['经营主体', '全区市场主体突破8万户。', '市场主体'],
    ['规上工业', '规模以上工业企业200家。', '规模以上工业'],
    ['CPI', '居民消费价格上涨2%。', '居民消费价格'],
  ])('%s leads to %s, apart from the hits', (query, text, alias) => {
    const results = ask(query, text);
    expect(results.total.matches).toBe(0);
    expect(wordsOf(results.alias.hits)).toEqual([alias]);
  });

  it('is not looked for between quotes', () => {
    expect(ask('“GDP”', '生产总值增长6.2%。').alias.total.matches).toBe(0);
  });

  it('leaves out what holds the term itself: that is found as it is', () => {
    expect(aliasesOf('生产总值')).not.toContain('地区生产总值');
  });

  it('finds the figures of an indicator by its alias and by Chinese numerals', () => {
    const numbers = listNumbers(
      extractObservations(reportOf('地区生产总值增长6.2%。', '规模以上工业增加值增长8%。')),
    );
    expect(findObservations(numbers, 'GDP').map(({ value }) => value)).toEqual([6.2]);
    expect(findObservations(numbers, '规上工业 百分之八').map(({ value }) => value)).toEqual([8]);
  });
});

describe('what is typed otherwise', () => {
  it('joins the lines of a text that was pasted', () => {
    const results = ask('高新技术\n企业', '高新技术企业100家，企业的技术高新。');
    expect(wordsOf(results.hits)).toEqual(['高新技术企业']);
  });

  it.each(['港口 OR 机场', '港口 或 机场', '港口|机场'])('%s finds either', (query) => {
    expect(wordsOf(ask(query, '建设港口。', '建设机场。').hits)).toEqual(['港口', '机场']);
  });

  it('points to the bar where 港口、机场 stands nowhere, and says nothing where it does', () => {
    expect(ask('港口、机场', '建设港口。').query.notices).toEqual([
      '“港口、机场”是按原样找的；要找其中任何一个，请写 港口|机场。',
    ]);
    expect(ask('港口、机场', '建设港口、机场。').query.notices).toEqual([]);
  });
});
