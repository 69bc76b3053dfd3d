import { describe, expect, test } from 'vitest';
import { buildSeries, extractObservations, judgeTogether } from '../../../src/shared/figures';
import { parseReport } from '../../../src/shared/parse';

const report = (year: number, sentences: string) =>
  parseReport({
    id: `溪口县${String(year)}`,
    raw: `溪口县${String(year)}年政府工作报告\n——${String(year)}年1月9日在溪口县第九届人民代表大会上\n各位代表：\n一、${String(year - 1)}年工作回顾\n${sentences}\n二、${String(year)}年工作安排\n抓好落实。\n`,
  });

/** Values of each series of two reports, joined by commas. */
const valuesOf = (before: string, after: string): readonly string[] =>
  buildSeries([report(2030, before), report(2031, after)].map(extractObservations))
    .filter(({ points }) => points.length > 1)
    .map(({ points }) => points.map(({ value }) => String(value)).join());

describe('sure joins are strict', () => {
  test('growth over another year stands apart from growth over the year before', () => {
    const values = valuesOf(
      '全县生产总值增长6.4%，比2024年增长41.2%。',
      '全县生产总值增长6.1%，比“十三五”末增长52.6%。',
    );
    expect(values).toEqual(['6.4,6.1']);
  });

  test('amounts of different projects are no series', () => {
    const before = '体育馆主体完工，完成投资3.6亿元。文化馆开工建设，完成投资2.1亿元。';
    expect(valuesOf(before, '水厂建设顺利，完成投资6.3亿元。')).toEqual([]);
  });

  test.each([
    ['新改建农村公路420公里。', '新（改）建农村公路436公里。', '420,436'],
    ['新增规上工业企业37户。', '新增规上工业企业41家。', '37,41'],
    ['失业人员再就业1200人。', '城镇失业人员实现再就业1350人。', '1200,1350'],
  ])('%s and %s are one', (before, after, values) => {
    expect(valuesOf(before, after)).toContain(values);
  });

  test.each([
    ['rank in another circle', '生产总值增速居全省第5位。', '生产总值增速居全市第3位。'],
    [
      'times of another year',
      '主导产业产值66亿元，是2024年的2.3倍。',
      '主导产业产值67亿元，是2025年的3.5倍。',
    ],
    ['number that leaps', '惠及学生1400人次。', '惠及学生26万人次。'],
  ])('a %s is no series', (_, before, after) => {
    const [one = '', other = ''] = [before, after].map(
      (text) => /(\d[\d.]*)(?:位|倍|万?人次)/.exec(text)?.[1],
    );
    expect(valuesOf(before, after)).not.toContain(`${one},${other}`);
  });

  test('ranks of one circle are a series', () => {
    expect(valuesOf('生产总值增速居全省第5位。', '生产总值增速居全省第3位。')).toEqual(['5,3']);
  });

  test('what a report of 国务院 tells is of 全国', () => {
    const raw =
      '政府工作报告\n——2031年3月5日在第二十届全国人民代表大会第一次会议上\n国务院总理 某某\n各位代表：\n现在，我代表国务院，向大会报告政府工作。\n一、2030年工作回顾\n粮食产量1.4万亿斤。\n二、2031年工作安排\n抓好落实。\n';
    const [told] = extractObservations(parseReport({ id: 'nation', raw }));
    expect(told?.place).toBe('全国');
  });

  test('a name under which one report states two values is too thin to join', () => {
    const before = '养老保险扩面，参保人数达到36万人。失业保险扩面，参保人数达到8万人。';
    expect(valuesOf(before, '工伤保险扩面，参保人数达到9万人。')).toEqual([]);
    expect(valuesOf('参保人数达到36.27万人。全年参保人数36.3万人。', '参保人数达到38万人。')).not.toEqual([]);
  });

  test('what is new and what there is in all stay apart', () => {
    expect(valuesOf('新增高新技术企业12家。', '高新技术企业达到58家。')).toEqual([]);
  });
});

test('a level at odds with last year’s level and its growth is doubtful', () => {
  const read = [
    report(2030, '全县社会消费品零售总额达到86.2亿元，增长6.1%。'),
    report(2031, '全县社会消费品零售总额达到186.9亿元，增长5.4%。'),
  ].map((one) => ({ report: one, observations: extractObservations(one) }));
  expect(judgeTogether(read).doubts.map(({ rule }) => rule)).toContain('growth-gap');
});

test('levels that grow as stated are not accused', () => {
  const read = [
    report(2030, '全县社会消费品零售总额达到86.2亿元，增长6.1%。'),
    report(2031, '全县社会消费品零售总额达到90.9亿元，增长5.4%。'),
  ].map((one) => ({ report: one, observations: extractObservations(one) }));
  expect(judgeTogether(read).doubts).toEqual([]);
});
