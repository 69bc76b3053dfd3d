import { describe, expect, it } from 'vitest';
import { shadowText } from '../../../src/shared/anchor/shadow';
import { fold } from '../../../src/shared/compare/fold';
import { compact } from '../../../src/shared/figures/token/compact';
import { shadowOf } from '../../../src/shared/search';

/**
 * What each room takes a text for, side by side: as printed, then anchor, compare, search and figures, then why they
 * differ where they do. The rule behind it is `LEVELS` of src/shared/text.
 */
const TABLE: readonly (readonly [
  printed: string,
  anchor: string,
  compare: string,
  search: string,
  figures: string,
  why: string,
])[] = [
  ['８％', '8%', '<8>%', '8%', '8%', 'compare fences numbers'],
  [
    '100㎡',
    '100m2',
    '<100>m<2>',
    '100m2',
    '100㎡',
    'figures reads ㎡ as a unit; everywhere else it is m2, as many reports print it',
  ],
  [
    '100m2',
    '100m2',
    '<100>m<2>',
    '100m2',
    '100m2',
    'compare fences numbers, so that digits of two never run together',
  ],
  ['100m²', '100m2', '<100>m<2>', '100m2', '100m²', '²: as ㎡'],
  [
    '國家',
    '國家',
    '国家',
    '国家',
    '國家',
    'search and compare take 简繁 for one; a note stands on the characters it was made on',
  ],
  ['国家', '国家', '国家', '国家', '国家', ''],
  ['①推进', '1推进', '<1>推进', '1推进', '①推进', 'figures: the mark of a list item and no quantity'],
  ['⑩', '10', '<10>', '10', '⑩', 'figures: the mark of a list item and no quantity'],
  [
    '第Ⅲ类',
    '第III类',
    '第iii类',
    '第iii类',
    '第Ⅲ类',
    'figures: no numeral of its grammar; anchor keeps the case',
  ],
  ['⽣产', '生产', '生产', '生产', '生产', ''],
  ['⻓江', '长江', '长江', '长江', '长江', ''],
  ['⺠生', '民生', '民生', '民生', '民生', ''],
  ['GDP', 'GDP', 'gdp', 'gdp', 'GDP', 'search and compare take both cases for one'],
  ['Ｇ20', 'G20', 'g<20>', 'g20', 'G20', 'search and compare take both cases for one'],
  ['café', 'café', 'café', 'café', 'café', ''],
  [
    'cafe\u0301',
    'café',
    'café',
    'café',
    'cafe\u0301',
    'composed by all that fold; figures keeps what it need not read',
  ],
  [
    '葛\u{E0100}城',
    '葛城',
    '葛城',
    '葛城',
    '葛\u{E0100}城',
    'figures keeps what it need not read, unit for unit',
  ],
  ['衞生', '衞生', '卫生', '卫生', '衞生', 'a form of Hong Kong: 简繁 to search and compare'],
  ['顯著', '顯著', '显着', '显着', '顯著', '著 is a form of 着 (显著, 显着); a note keeps its characters'],
  ['显着', '显着', '显着', '显着', '显着', ''],
  [
    '“十四五”',
    '“十四五”',
    '十四五',
    '"十四五"',
    '“十四五”',
    'search: one quote for all; compare drops marks; anchor and figures keep what is printed',
  ],
  [
    '「十四五」',
    '「十四五」',
    '十四五',
    '"十四五"',
    '「十四五」',
    'search: one quote for all; compare drops marks; anchor and figures keep what is printed',
  ],
  [
    '6%—8%',
    '6%—8%',
    '<6>%<8>%',
    '6%-8%',
    '6%—8%',
    'compare drops what joins the ends of a range; search has one dash',
  ],
  [
    '6%～8%',
    '6%~8%',
    '<6>%<8>%',
    '6%~8%',
    '6%~8%',
    'compare drops what joins the ends of a range; search keeps ～ and reads it with — in queries',
  ],
  [
    '6%~8%',
    '6%~8%',
    '<6>%<8>%',
    '6%~8%',
    '6%~8%',
    'compare drops what joins the ends of a range; search keeps ～ and reads it with — in queries',
  ],
  [
    '2018-2022',
    '2018-2022',
    '<2018><2022>',
    '2018-2022',
    '2018-2022',
    'compare drops what joins the ends of a range',
  ],
  [
    '2018－2022',
    '2018-2022',
    '<2018><2022>',
    '2018-2022',
    '2018-2022',
    'compare drops what joins the ends of a range',
  ],
  [
    '增长-3.2%',
    '增长-3.2%',
    '增长<-3.2>%',
    '增长-3.2%',
    '增长-3.2%',
    'compare: a sign belongs to its number',
  ],
  [
    '增长−3.2%',
    '增长−3.2%',
    '增长<-3.2>%',
    '增长-3.2%',
    '增长−3.2%',
    'U+2212 is a dash to search and a sign to compare; figures reads it as it is printed',
  ],
  ['增长3.2%', '增长3.2%', '增长<3.2>%', '增长3.2%', '增长3.2%', 'compare fences numbers'],
  [
    '5,205',
    '5,205',
    '<5205>',
    '5205',
    '5,205',
    'search and compare take grouped digits for the number; anchor and figures keep the comma, which the grammar reads',
  ],
  [
    '5，205',
    '5,205',
    '<5205>',
    '5,205',
    '5,205',
    'a full-width comma between half-width digits is a pause to search; compare takes it for a group of a number',
  ],
  ['５，２０５', '5,205', '<5205>', '5205', '5,205', 'all full width: a group to search too'],
  [
    '2022,2023',
    '2022,2023',
    '<2022><2023>',
    '2022,2023',
    '2022,2023',
    'four digits before a comma are no group',
  ],
  [
    '1 200',
    '1200',
    '<1><200>',
    '1 200',
    '1 200',
    'a note passes over spaces; search and figures keep one between two numbers',
  ],
  ['稳 中 求 进', '稳中求进', '稳中求进', '稳中求进', '稳中求进', ''],
  ['WTO 规则', 'WTO规则', 'wto规则', 'wto规则', 'WTO规则', 'case, as GDP'],
  ['稳中\u200b求进', '稳中求进', '稳中求进', '稳中求进', '稳中求进', ''],
  ['稳中\n求进', '稳中求进', '稳中求进', '稳中求进', '稳中求进', ''],
  ['\ufeff周口', '周口', '周口', '周口', '周口', ''],
  ['25℃', '25°C', '<25>°c', '25°c', '25℃', 'figures: a unit of its table; case, as GDP'],
  ['½', '1⁄2', '<1>⁄<2>', '1⁄2', '½', 'figures: no number of its grammar; compare fences'],
  ['㎏', 'kg', 'kg', 'kg', '㎏', 'figures: a unit as printed'],
  ['ﬁ', 'fi', 'fi', 'fi', 'ﬁ', 'figures: a form of a letter is none of its words'],
  ['…', '…', '', '…', '…', 'compare drops marks'],
  ['..', '..', '', '..', '..', 'compare drops marks'],
  ['〇', '〇', '〇', '〇', '〇', ''],
  [
    '《规划》',
    '《规划》',
    '规划',
    '《规划》',
    '《规划》',
    'compare drops marks: 《规划》 and 规划 say the same',
  ],
  ['规划', '规划', '规划', '规划', '规划', ''],
  ['甲、乙', '甲、乙', '甲乙', '甲、乙', '甲、乙', 'compare drops marks'],
  ['甲乙', '甲乙', '甲乙', '甲乙', '甲乙', ''],
  [
    '5①',
    '51',
    '<5><1>',
    '51',
    '5①',
    'compare keeps the mark of a note beside a figure apart: 5① is not 51; search finds it by 5',
  ],
  ['51', '51', '<51>', '51', '51', 'compare fences numbers'],
  ['二〇二五', '二〇二五', '二〇二五', '二〇二五', '二〇二五', ''],
  ['·', '·', '', '·', '·', 'compare drops marks'],
  ['𠮷野', '𠮷野', '𠮷野', '𠮷野', '𠮷野', ''],
];

const levelsOf = (text: string): readonly string[] => [
  shadowText(text),
  fold(text, 0, text.length).key,
  shadowOf(text),
  compact(text, { start: 0, end: text.length }).text,
];

describe('the same text, to notes, comparison, search and figures', () => {
  it.each(TABLE)('%j', (printed, anchor, compare, search, figures, why) => {
    expect(levelsOf(printed)).toEqual([anchor, compare, search, figures]);
    const differ = new Set([anchor, compare, search, figures]).size > 1;
    expect(why !== '', 'a difference has its reason beside it, and only a difference').toBe(differ);
  });

  it('holds at least forty awkward texts, each once', () => {
    expect(new Set(TABLE.map(([printed]) => printed)).size).toBe(TABLE.length);
    expect(TABLE.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['100㎡', '100m2'],
    ['國家', '国家'],
    ['①', '1'],
    ['衞生', '卫生'],
    ['显著', '显着'],
    ['⽣产', '生产'],
    ['⻓江', '长江'],
    ['6%～8%', '6%—8%'],
    ['cafe\u0301', 'café'],
  ])('takes %s and %s for the same in 对读', (one, other) => {
    expect(fold(one, 0, one.length).key).toBe(fold(other, 0, other.length).key);
  });

  it.each([
    ['5①', '51'],
    ['-3.2%', '3.2%'],
    ['1—2', '12'],
  ])('tells %s and %s apart in 对读', (one, other) => {
    expect(fold(one, 0, one.length).key).not.toBe(fold(other, 0, other.length).key);
  });
});
