import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../src/shared/compare';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';

const make = (lines: readonly string[], id: string): Report => parseReport({ id, raw: lines.join('\n') });

const HEAD = ['县政府工作报告', '一、2024年工作回顾'];
const LINES = [
  '城镇新增就业三千人，开展职业技能培训四千人次。',
  '新建改建农村公路八十公里，改造危桥十二座。',
  '完成老旧小区改造十五个，惠及居民两千户。',
  '高标准农田建设六万亩，粮食总产再创新高。',
  '引进文旅项目七个，古城夜游成为新名片。',
  '县医院新院区投入使用，乡镇卫生院全部达标。',
  '新增绿化面积九百亩，空气质量持续改善。',
  '法治宣传进村入户，调解矛盾纠纷五百件。',
];

const relationsOf = (left: readonly string[], right: readonly string[], holds: string): readonly string[] => {
  const [a, b] = [make([...HEAD, ...left], 'a'), make([...HEAD, ...right], 'b')];
  const { rows, blocks } = compareReports(a, b);
  expect(blocks.flatMap(({ lines }) => lines.map(({ row }) => row)).length).toBeGreaterThanOrEqual(
    rows.length,
  );
  return rows
    .filter(({ left: range }) => range && a.clean.slice(range.start, range.end).includes(holds))
    .map(({ relation }) => relation);
};

const swap = (lines: readonly string[], at: number): readonly string[] => [
  ...lines.slice(0, at),
  ...lines.slice(at, at + 2).reverse(),
  ...lines.slice(at + 2),
];

describe('换了位置', () => {
  it('is not said of a passage that stands beside the same neighbours', () => {
    expect(relationsOf(LINES, swap(LINES, 3), '高标准农田')).toEqual(['same']);
    expect(relationsOf(LINES, swap(LINES, 3), '古城夜游')).toEqual(['same']);
  });

  it('is said of a passage that stands far from them', () => {
    const more = Array.from(
      { length: 8 },
      (_, at) => `第${String(at + 1)}村修渠护岸，${String(at + 11)}户迁入新居。`,
    );
    const [first = '', ...rest] = LINES;
    expect(relationsOf([first, ...rest, ...more], [...rest, ...more, first], '职业技能培训')).toEqual([
      'moved',
    ]);
  });
});

describe('a review without a heading of its own', () => {
  it('is set beside one that has a heading', () => {
    const long = Array.from({ length: 6 }, () => LINES).flat();
    const plan = ['二、2024年重点工作', '谋划城市书房十座。'];
    const bare = parseReport({ id: 'a', raw: ['县政府工作报告', ...long, ...plan].join('\n') });
    const headed = make([...HEAD, ...LINES.map((line) => line.replace('，', '，同时')), ...plan], 'b');
    const found = compareReports(bare, headed).rows.filter(({ left, right }) => left && right);
    expect(found.filter(({ kind }) => kind === 'text').length).toBeGreaterThanOrEqual(LINES.length);
  });
});

describe('problems and results', () => {
  it('are no counterparts: 风险隐患仍然较多 and 风险隐患有效化解', () => {
    const results = ['我们有效化解房地产、金融等领域风险隐患。', '持续优化民生领域公共服务供给。'];
    const problems = [
      '我们也清醒地看到，发展还面临一些困难和问题：房地产、金融等领域风险隐患仍然较多，民生领域公共服务供给不足。',
    ];
    const [a, b] = [make([...HEAD, ...results], 'a'), make([...HEAD, ...problems], 'b')];
    expect(
      compareReports(a, b).rows.filter(({ kind, left, right }) => kind === 'text' && left && right),
    ).toEqual([]);
    expect(compareReports(b, b).rows.every(({ relation }) => relation === 'same')).toBe(true);
  });

  it('a promise to mend ends the problems', () => {
    const both = (answer: string): Report =>
      make([...HEAD, `我们也清醒地看到，发展还面临一些困难和问题：经济总量不大。${answer}`], answer);
    const answer = '对此，我们一定高度重视，采取有力措施加以解决。';
    const plain = make([...HEAD, '经济运行稳中向好。', answer], 'plain');
    const found = compareReports(both(answer), plain).rows.filter(({ left, right }) => left && right);
    expect(
      found.some(({ left }) => left && both(answer).clean.slice(left.start, left.end).includes('加以解决')),
    ).toBe(true);
  });
});

describe('what is no pair', () => {
  const pairs = (left: readonly string[], right: readonly string[]): readonly string[] => {
    const [a, b] = [make([...HEAD, ...left], 'a'), make([...HEAD, ...right], 'b')];
    return compareReports(a, b).rows.flatMap((row) =>
      row.kind === 'text' && row.left && row.right ? [a.clean.slice(row.left.start, row.left.end)] : [],
    );
  };

  it('is one frame around two subjects', () => {
    expect(pairs(['农业投资规模连续3年保持全国前列。'], ['数字经济增速连续9年位居全国前列。'])).toEqual([]);
    expect(pairs(['加强社区工作者队伍建设。'], ['加强专职人民调解员队伍建设。'])).toEqual([]);
  });

  it('is a number alone', () => {
    expect(pairs(['新建乡村道路27条。总投资1.8亿元。'], ['改扩建城区学校15所。总投资11.4亿元。'])).toEqual(
      [],
    );
  });

  it('is one frame around two of a sort, and the plainer counterpart is found instead', () => {
    const more = LINES.slice(0, 4);
    expect(pairs([...more, '提高义务教育办学水平。'], [...more, '提高普通高中办学水平。'])).toHaveLength(4);
    const both = ['提高普通高中办学水平。', '义务教育办学水平稳步提高。'];
    expect(pairs([...more, '提高义务教育办学水平。'], [...more, ...both])).toContain(
      '提高义务教育办学水平。',
    );
  });

  it('is a note of one term beside a note of another', () => {
    const notes = (term: string): readonly string[] => [
      ...LINES,
      '名词解释',
      `[1]${term}：是实施乡村振兴战略和精准扶贫工程的一项重要保障，由省委统一部署。`,
    ];
    const isNote = (text: string): boolean => text.includes('一项重要保障');
    expect(pairs(notes('“千万工程”'), notes('五级书记')).some(isNote)).toBe(false);
    expect(pairs(notes('“千万工程”'), notes('千万工程')).some(isNote)).toBe(true);
  });

  it('is a list of other reports under the text', () => {
    const links = ['甲县', '乙县', '丙县'].map((name) => `11-15${name}2024年政府工作报告`).join('');
    const page = [...LINES, ...LINES.map((line) => `再${line}`), links];
    expect(pairs(page, page).some((text) => text.includes('乙县'))).toBe(false);
  });

  it('unless they say one matter', () => {
    expect(pairs(LINES, LINES.toReversed())).toHaveLength(LINES.length);
    expect(pairs(['农业投资规模连续3年保持全国前列。'], ['农业投资规模位居全国前列。'])).toHaveLength(1);
  });
});
