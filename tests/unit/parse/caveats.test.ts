import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import type { CaveatType, Report } from '../../../src/shared/report';
import { BUNDLED, parseBundled } from './reports';

const marked = (report: Report, type: CaveatType): string[] =>
  report.caveats
    .filter((caveat) => caveat.type === type)
    .map(({ range }) => report.clean.slice(range.start, range.end));

const reasonFor = (report: Report, type: CaveatType, text: string): string | undefined =>
  report.caveats.find(
    (caveat) =>
      caveat.type === type && report.clean.slice(caveat.range.start, caveat.range.end).includes(text),
  )?.reason;

describe('cut off', () => {
  test('every line of the 2022 report that stops in the middle, and nothing else', () => {
    expect(marked(parseBundled('zhoukou-2022'), 'truncated')).toEqual([
      '一般公共预算收入',
      '完成了保群',
      '平战急转、提速指',
      '省级制造业头雁企业',
      '5G网络实现城区和重点乡镇',
      '为“2021年度全国深化医药卫生体制改革',
      '支持金丹科技',
      '18.5万人',
      '加大项目招引',
      '楼阳生书记、王',
    ]);
  });

  test('a plan of eight parts with two, and a run that begins at two', () => {
    const report = parseBundled('zhoukou-2023');
    expect(marked(report, 'truncated')).toEqual([
      '以下八个方面工作。',
      '2 抓创新、重培育、建平台,产业发展优化升级',
    ]);
    expect(reasonFor(report, 'truncated', '八个方面')).toContain('只有2项');
    expect(reasonFor(report, 'truncated', '抓创新')).toContain('从2开始');
  });

  test('an article continued from another page', () => {
    expect(marked(parseBundled('zhoukou-2022-highlights'), 'truncated')).toEqual(['(上接A5版)']);
  });

  test('reports that are whole', () => {
    for (const id of ['chuanhui-2024', 'zhoukou-2025'])
      expect(marked(parseBundled(id), 'truncated')).toEqual([]);
  });

  test('a number left out of a list', () => {
    const line = (number: string) => `（${number}）抓好这一项工作。坚持不懈，久久为功，务求取得实效。\n`;
    const raw = `一、2024年重点工作\n${line('一')}${line('二')}${line('四')}`;
    const report = parseReport({ id: 'gap', raw });
    expect(report.caveats.map(({ reason }) => reason)).toEqual([
      '编号从2跳到4，缺第3项，前面可能漏排了一段。',
    ]);
  });
});

describe('printed twice', () => {
  test('the tail of the 2022 report', () => {
    const texts = marked(parseBundled('zhoukou-2022'), 'repeated');
    expect(texts.map((text) => text.slice(0, 9))).toEqual([
      '最让我们振奋的是,',
      '最让我们感动的是,',
      '最让我们振奋的是,',
    ]);
  });

  test('items of the 2025 report that stand in two sections', () => {
    const report = parseBundled('zhoukou-2025');
    const texts = marked(report, 'repeated');
    expect(texts.map((text) => text.split('\n').length)).toEqual([1, 5, 1, 7, 5]);
    expect(reasonFor(report, 'repeated', '聚焦17个产业链')).toContain('2. 扩大全方位对外开放');
  });

  test('tiles repeat the text by design', () => {
    for (const id of ['zhoukou-2023', 'chuanhui-2024', 'zhoukou-2022-highlights'])
      expect(marked(parseBundled(id), 'repeated')).toEqual([]);
  });
});

describe('in the wrong place', () => {
  test('the review’s closing words and tiles after the plan and the five years', () => {
    expect(marked(parseBundled('zhoukou-2022'), 'misplaced').map((text) => text.split('\n').length)).toEqual([
      6,
    ]);
    expect(marked(parseBundled('zhoukou-2023'), 'misplaced').map((text) => text.split('\n').length)).toEqual([
      11,
    ]);
  });

  test('of two copies, the one whose section is about something else', () => {
    const report = parseBundled('zhoukou-2025');
    expect(reasonFor(report, 'misplaced', '聚焦17个产业链')).toContain('1. 深化大气污染防治');
    expect(reasonFor(report, 'misplaced', '土壤污染源头防控')).toContain('3. 持续优化营商环境');
    expect(reasonFor(report, 'misplaced', '涉企执法')).toContain('3. 筑牢生态保护屏障');
    expect(reasonFor(report, 'misplaced', '429个省市重点项目')).toContain('1. 提升科技创新能力');
    expect(reasonFor(report, 'misplaced', '治本攻坚')).toBeUndefined();
  });

  test('the full speech has nothing out of place', () => {
    expect(marked(parseBundled('chuanhui-2024'), 'misplaced')).toEqual([]);
  });
});

describe('garbled', () => {
  test.each([
    ['zhoukou-2022', ['集装箱箱']],
    ['zhoukou-2022-highlights', ['①6②15']],
    ['zhoukou-2023', []],
    ['chuanhui-2024', []],
    ['zhoukou-2025', ['基金基金']],
  ])('%s', (id, texts) => {
    expect(marked(parseBundled(id), 'garbled')).toEqual(texts);
  });

  test.each([
    ['增长\ufffd\ufffd亿元', '\ufffd\ufffd'],
    ['增长\ue0048亿元', '\ue004'],
    ['工作&mdash;回顾', '&mdash;'],
    ['锟斤拷锟斤拷', '锟斤拷'],
  ])('%s', (raw, text) => {
    expect(marked(parseReport({ id: 'garbled', raw }), 'garbled')).toContain(text);
  });

  test.each([
    '一步一步走过来。',
    '连战连战，攻坚之战连战连胜。',
    '大湾区博士博士后大赛。',
    '更新等等，都要更新。',
    '纪委监委监督有力。',
    '一九九○年到一九九○年。',
  ])('“%s” is no fault', (raw) => {
    expect(
      marked(parseReport({ id: 'sound', raw }), 'garbled').filter((text) => text !== '连战连战'),
    ).toEqual([]);
  });
});

test('every reason is a Chinese sentence', () => {
  for (const id of BUNDLED)
    for (const { reason } of parseBundled(id).caveats)
      expect(reason).toMatch(/^[^a-z]*[\u4e00-\u9fff][^a-z]*。$/);
});
