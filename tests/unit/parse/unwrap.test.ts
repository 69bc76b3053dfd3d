import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { paragraphTexts, parseBundled } from './reports';

const chuanhui = paragraphTexts(parseBundled('chuanhui-2024'));
const zhoukou2022 = paragraphTexts(parseBundled('zhoukou-2022'));
const zhoukou2023 = parseBundled('zhoukou-2023');
const zhoukou2025 = parseBundled('zhoukou-2025');

describe('a speech cut to one line width', () => {
  test('lines broken inside words and numbers join, over page marks too', () => {
    const all = chuanhui.join('\n');
    for (const words of [
      '全力以赴拼经济、惠民生',
      '一般公共预算收入首次突破10亿元大关',
      '一批投资强度大、投入产出高',
      '拆除小配房136间',
      '安装燃气自闭阀8.1万套',
    ])
      expect(all).toContain(words);
  });

  test('a full stop at the end of a full line does not end the paragraph', () => {
    expect(chuanhui.find((text) => text.includes('完成年度投资计划119%。'))).toContain(
      '完成年度投资计划119%。主导产业集聚发展。',
    );
  });

  test('each of the nine “一年来” paragraphs stands whole', () => {
    const years = chuanhui.filter((text) => text.startsWith('一年来，'));
    expect(years).toHaveLength(9);
    const ends = [
      '质量发展加速度。',
      '技术中心”三项桂冠。',
      '三年跨越发展。',
      '《新闻直播间》专题报道。',
      '11次位居第一。',
      '《经济日报》专期刊发。',
      '“最后一公里”。',
      '市政府的充分肯定。',
      '等工作取得新成绩。',
    ];
    ends.forEach((end, index) => expect(years[index]?.endsWith(end) || end).toBe(true));
  });

  test('every paragraph ends with a mark or is a heading or by-line', () => {
    const report = parseBundled('chuanhui-2024');
    const open = report.paragraphs.filter(
      ({ kind, range }) => kind === 'prose' && !/[。！：]$/.test(report.clean.slice(range.start, range.end)),
    );
    expect(open).toEqual([]);
  });

  test('ten livelihood tasks are ten paragraphs', () => {
    expect(chuanhui.filter((text) => /^\d{1,2}\./.test(text))).toHaveLength(10);
  });

  test('spaces beside figures go, spaced titles close up', () => {
    expect(chuanhui[1]).toBe('政府工作报告');
    expect(chuanhui.find((text) => text.startsWith('2023年是川汇区'))).toBeDefined();
  });
});

describe('a newspaper page cut off line by line', () => {
  test('lines that go on are joined', () => {
    expect(zhoukou2022).toContain('城镇新增就业6.95万人,农村劳动力转移就业5.5万人,1.87万农民工返乡创业。');
    expect(zhoukou2022.find((text) => text.startsWith('实施技改项目288个'))).toContain(
      '分别增长12.7%、8.1%、6.6%。',
    );
    expect(zhoukou2022.find((text) => text.startsWith('今年是党的二十大'))).toMatch(
      /迎接党的二十大胜利召开。$/,
    );
  });

  test('lines that are cut off do not take the next paragraph in', () => {
    for (const end of [
      '一般公共预算收入',
      '完成了保群',
      '提速指',
      '省级制造业头雁企业',
      '重点乡镇',
      '医药卫生体制改革',
      '支持金丹科技',
    ])
      expect(zhoukou2022.some((text) => text.endsWith(end))).toBe(true);
    expect(zhoukou2022).toContain('18.5万人,新增高技能人才5.7万人。打造全省技能人才中心。');
  });
});

describe('infographics', () => {
  const tiles = (report: typeof zhoukou2023) =>
    report.paragraphs
      .filter(({ kind }) => kind === 'tile')
      .map(({ range }) => report.clean.slice(range.start, range.end));

  test('label, figure and label on lines of their own are one tile', () => {
    expect(tiles(zhoukou2023).slice(0, 4)).toEqual([
      '新增返乡创业1.2万人以上',
      '新增技能人才18.5万人',
      '筹建1680套“人才房”',
      '新增规模以上工业企业180家以上',
    ]);
  });

  test('tiles packed on one line are parted, and from the prose after them', () => {
    const all = tiles(zhoukou2023);
    for (const tile of [
      '认定高新技术企业118家',
      '科技型中小企业541家',
      '财政民生支出占一般公共预算支出的76.3%',
      '生产总值跨越3500亿元',
      '经济总量稳居全省第五位',
      '600个纳入省灾后重建规划项目全部竣工',
      '“1+10”防汛应急体系建立完善',
    ])
      expect(all).toContain(tile);
    expect(
      paragraphTexts(zhoukou2023).some((text) => text.startsWith('生产总值跨越3500亿元台阶,经济总量')),
    ).toBe(true);
  });

  test('figures before their labels stay together', () => {
    expect(tiles(zhoukou2023)).toContain('1112个 94.64万 贫困村全部出列 贫困人口全部脱贫');
  });

  test('bold marks go, figure and unit close up', () => {
    expect(tiles(zhoukou2025)[0]).toBe('生产总值达到3635.62亿元,同比增长6.5%');
  });
});

describe('lists', () => {
  test('a Markdown line break inside an item begins another item', () => {
    const texts = paragraphTexts(zhoukou2025);
    const index = texts.indexOf('一般公共预算收入增长4.8%,居全省第1位');
    expect(zhoukou2025.paragraphs[index]).toMatchObject({ kind: 'item', depth: 1 });
  });

  test('nested items are one level in', () => {
    const nested = paragraphTexts(zhoukou2025).indexOf('推动老字号景区提档升级');
    expect(zhoukou2025.paragraphs[nested]).toMatchObject({ kind: 'item', depth: 2 });
  });

  test('bullets packed on one line are items of their own', () => {
    expect(zhoukou2022).toEqual(
      expect.arrayContaining([
        '必须坚持发展第一要务',
        '必须坚持人民至上',
        '必须统筹发展和安全',
        '必须树立系统观念',
      ]),
    );
  });
});

describe('matter that is no text', () => {
  test('literal line ends, entities and lost characters of a scraped page are removed and listed', () => {
    const report = parseReport({
      id: 'scraped',
      raw: '一、2023年工作回顾\\r\\n&nbsp;\\r\\n全年完成投资80亿元，????增长8%。\\r\\n',
    });
    expect(report.clean).toBe('一、2023年工作回顾\n全年完成投资80亿元，增长8%。');
    expect([...new Set(report.removals.map(({ text }) => text))]).toEqual(['\\r\\n', '&nbsp;', '????']);
  });

  test('a page without line ends is divided at double ideographic spaces', () => {
    const paragraph = '全年生产总值增长百分之八，各项事业取得新的进步。'.repeat(8);
    const report = parseReport({
      id: 'page',
      raw: `${paragraph}\u3000\u3000${paragraph}\u3000\u3000${paragraph}`,
    });
    expect(report.paragraphs).toHaveLength(3);
  });

  test('menus and footers of a web page are removed as such', () => {
    const raw =
      '首页\n>>\n政府工作报告\n各位代表：\n现在，我代表县人民政府作报告，请予审议。\n冀ICP备06016263号-1\n网站标识码：1300000013\n';
    const report = parseReport({ id: 'web', raw });
    expect(report.removals.filter(({ reason }) => reason === 'page-chrome').map(({ text }) => text)).toEqual([
      '首页',
      '>>',
      '冀ICP备06016263号-1',
      '网站标识码：1300000013',
    ]);
  });

  /** Cut at thirty characters with the indent in them, as by a program that counts what a line takes up. */
  const cut = (paragraph: string): string => (`\u3000\u3000${paragraph}`.match(/.{1,30}/g) ?? []).join('\n');
  const prose = [...'一二三四五六七八甲乙丙丁戊己庚辛'].map(
    (word) =>
      `2024年1至12月365天里${word}字“334”模式在全县各个乡镇推广运用起来了，${`${word}项事业取得新的进步，${word}地群众的获得感不断增强。`.repeat(6)}`,
  );

  test('lines cut with their indent counted are put together, figures in the first line or not', () => {
    const report = parseReport({ id: 'cut', raw: prose.map(cut).join('\n') });
    expect(report.paragraphs.map(({ range }) => report.clean.slice(range.start, range.end))).toEqual(prose);
  });

  test('a line of the web page that was cut, too, leaves with what it goes on in', () => {
    const page = '时间：2024-04-02\u3000作者：县域\n来源：县政府网\u3000阅\n读：';
    const raw = ['\u3000\u3000溪口县2024年政府工作报告', `\u3000\u3000${page}`, ...prose.map(cut)].join('\n');
    const report = parseReport({ id: 'page', raw });
    expect(report.clean).not.toMatch(/阅|读：|来源/);
    expect(report.clean.split('\n')[0]).toBe('溪口县2024年政府工作报告');
  });

  test('page marks are removed without parting the sentence', () => {
    const line = '我们坚持稳中求进工作总基调，经济社会发展稳中向好，迈出';
    const raw = `${`${line}\n\n`.repeat(24)}— 3 —\n\n坚实的新步伐。\n`;
    const report = parseReport({ id: 'pages', raw });
    expect(report.clean).toMatch(/迈出坚实的新步伐。$/);
    expect(report.removals).toMatchObject([{ text: '— 3 —', reason: 'page-mark' }]);
  });
});

test('sentences end with their closing marks', () => {
  const report = parseReport({ id: 'quotes', raw: '他说：“一定办好。”大家鼓掌！项目（全市首个。）开工' });
  expect(report.sentences.map(({ range }) => report.clean.slice(range.start, range.end))).toEqual([
    '他说：“一定办好。”',
    '大家鼓掌！',
    '项目（全市首个。）',
    '开工',
  ]);
});

describe('a text cut to one count of characters, each paragraph set in', () => {
  const lines = (sign: string): readonly string[] => [
    `${sign}、全县上下坚持稳中求进，聚焦主责主业，顺利完成各项任务，连两`,
    `年生产总值达到1286.4亿、1350.9亿元，增长6.8%。`,
    `${sign}项主要目标任务全面完成，改革开放迈出新的步伐，群众生活水平又`,
    `上台阶。`,
  ];
  const paragraphs = [...'一二三四五六七八'].map(lines);

  test('a line full of digits is narrow and whole all the same: its full stop ends no paragraph', () => {
    expect(paragraphs.flatMap((four) => four.slice(0, 3)).every(({ length }) => length === 31)).toBe(true);
    const raw = paragraphs.map((four) => `\u3000\u3000${four.join('\r\n')}`).join('\r\n');
    const report = parseReport({ id: 'cut', raw: `\u3000\u3000政府工作报告\r\n${raw}` });
    expect(paragraphTexts(report)).toEqual(['政府工作报告', ...paragraphs.map((four) => four.join(''))]);
  });
});

describe('a narrow column', () => {
  const text =
    '一年来，全县干群同心克难奋进，地区生产总值达到612.48亿元，增长6.15%，粮食产量36.2万吨，新增就业1.86万人，改造老旧小区96个，建成停车泊位4200个，群众获得感不断增强。';
  const column = (width: number): string => {
    const lines = [`　　${text.slice(0, width - 2)}`];
    for (let at = width - 2; at < text.length; at += width) lines.push(text.slice(at, at + width));
    return lines.join('\n');
  };
  const HEAD = '溪口县2031年政府工作报告\n溪口县县长　方清源\n各位代表：\n一、2030年工作回顾\n';

  test.each([10, 11, 12, 13, 14, 15, 16, 18, 22])('of %i characters a line is one paragraph', (width) => {
    const report = parseReport({
      id: 'narrow',
      raw: `${HEAD}${column(width)}\n二、2031年工作安排\n抓好落实。`,
    });
    expect(paragraphTexts(report)).toContain(text);
  });

  test('short lines of one length that end where a writer ends them stay apart', () => {
    const lines = [
      '坚持项目为王不动摇，',
      '坚持创新驱动不松劲，',
      '坚持民生优先不懈怠，',
      '坚持生态立县不停步。',
    ];
    const list = ['稳就业促增收工程', '强基础补短板工程', '优环境惠民生工程', '保安全防风险工程'];
    const report = parseReport({ id: 'list', raw: `${HEAD}${lines.join('\n')}\n${list.join('\n')}\n` });
    expect(paragraphTexts(report)).toEqual(expect.arrayContaining(list));
  });
});
