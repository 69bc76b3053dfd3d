import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { findLosses, paragraphTexts } from './reports';

const HEAD = '溪口县2031年政府工作报告\n溪口县县长　方清源\n各位代表：\n一、2030年工作回顾\n';
const PAGES = [
  [
    '　　过去的一年，我们抓项目、稳增长、惠民生，全县经济',
    '运行平稳有序，产业结构持续优化，城乡建设步伐不断加',
  ],
  [
    '快，社会事业全面进步，人民生活水平稳步提高。我们坚',
    '持把改善营商环境作为头等大事，深化简政放权，推行一',
  ],
  [
    '网通办，企业群众办事更加便捷高效。我们坚持绿色发展',
    '理念，统筹推进山水林田湖草系统治理，生态质量明显好',
  ],
  [
    '转，空气优良天数持续增加，水环境质量稳定达标，全县',
    '森林覆盖率继续提高，群众的获得感不断增强，面貌一新。',
  ],
];

/** The pages one below the other, with what `mark` gives for each number after it. */
const printed = (mark: (page: number) => string): string =>
  HEAD + PAGES.map((lines, page) => `${[...lines, ...lines].join('\n')}\n${mark(page + 1)}\n`).join('');

const WHOLE = PAGES.map((lines) => [...lines, ...lines].join(''))
  .join('')
  .replace(/\s/g, '');

describe('what a printer sets on every page leaves the text whole', () => {
  test.each([
    ['a bare number', (page: number) => String(page)],
    ['a number set far in', (page: number) => `${'　'.repeat(18)}${page}`],
    ['a number and a running head', (page: number) => `— ${page} —\n溪口县2031年政府工作报告`],
    ['a head that counts the pages', (page: number) => `溪口县政府办公室　　　第${page}页`],
    ['an address with n/m', (page: number) => `https://www.example.invalid/a/b_${20}.html ${page}/4`],
    ['a browser’s print line', (page: number) => `2031/2/3 09:41　政府工作报告_溪口县人民政府　${page}/4`],
    ['n of m', (page: number) => `第 ${page} 页 共 4 页`],
  ])('%s', (_, mark) => {
    const report = parseReport({ id: 'pages', raw: printed(mark) });
    expect(findLosses(report)).toEqual([]);
    expect(paragraphTexts(report).join('').replace(/\s/g, '')).toContain(WHOLE);
  });

  test('a running head of two pages, beside their numbers', () => {
    const [first, second, third] = PAGES.map((lines) => [...lines, ...lines].join('\n'));
    const head = '溪口县人民政府文件';
    const raw = `${HEAD}${first}\n- 1 -\n${head}\n${second}\n- 2 -\n${head}\n${third}\n`;
    const report = parseReport({ id: 'two', raw });
    expect(findLosses(report)).toEqual([]);
    expect(paragraphTexts(report).join('')).not.toContain(head);
  });

  test('a head with a year, though links to other years follow the text', () => {
    const head = '2031年政府工作报告';
    const links = '上一篇：\n2033年政府工作报告\n下一篇：\n2029年政府工作报告\n';
    const report = parseReport({ id: 'years', raw: printed((page) => `— ${page} —\n${head}`) + links });
    expect(findLosses(report)).toEqual([]);
    expect(paragraphTexts(report).join('').replace(/\s/g, '')).toContain(WHOLE);
    expect(paragraphTexts(report).join('')).toContain('2033年政府工作报告');
  });

  test('numbers that belong to the text stay', () => {
    const raw = `${HEAD}全年新建学校\n12\n所，改造道路\n35\n条。\n1. 抓好招商。\n2. 抓好教育。\n3. 抓好医疗。\n`;
    const { removals } = parseReport({ id: 'numbers', raw });
    expect(removals).toEqual([]);
  });
});

describe('a table of contents is no outline', () => {
  test.each(['……………… 3', ' ........ 3', '（3）', '\t3', '3'])('entries that end in “%s”', (page) => {
    const entries = ['一、2030年工作回顾', '二、2031年工作安排', '（一）壮大工业经济'];
    const raw = `溪口县2031年政府工作报告\n目　录\n${entries.map((entry) => entry + page).join('\n')}\n各位代表：\n一、2030年工作回顾\n成绩来之不易。\n二、2031年工作安排\n（一）壮大工业经济。抓好园区建设。\n`;
    const report = parseReport({ id: 'contents', raw });
    expect(findLosses(report)).toEqual([]);
    expect(report.sections.map(({ heading }) => heading).filter((heading) => heading !== '')).toEqual([
      '2030年工作回顾',
      '2031年工作安排',
      '壮大工业经济',
    ]);
  });
});

test('headings set letter by letter close up', () => {
  const raw = `${HEAD.replace('一、2030年工作回顾', '一 、 2 0 3 0 年 工 作 回 顾')}成绩来之不易。\n二 、 2 0 3 1 年 工 作 安 排\n抓好落实。\n`;
  const { sections } = parseReport({ id: 'spaced', raw });
  expect(sections.map(({ heading, role }) => [heading, role]).slice(1)).toEqual([
    ['2030年工作回顾', 'review'],
    ['2031年工作安排', 'plan'],
  ]);
});

describe('what a web page sets around the text', () => {
  const page = (before: string, after = ''): string =>
    `${before}\n溪口县2031年政府工作报告\n${after}\n各位代表：\n一、2030年工作回顾\n成绩来之不易。\n`;
  test.each([
    ['首页 > 政务公开 > 政府工作报告', ''],
    [
      '当前位置：首页 > 信息公开',
      '发布时间：2031-02-03 来源：溪口日报 浏览次数：233 字号：[大 中 小] 打印本页',
    ],
    ['关闭窗口', '下载\n打印\n全屏'],
    ['', '责任编辑：方明\n【打印】【关闭】'],
    // Set to one width, or to both margins.
    ['名　称：关于印发报告的通知\n来 源URL：https://www.example.invalid/a?id=5', '责 任 编 辑 ：方明'],
  ])('“%s” and “%s”', (before, after) => {
    const report = parseReport({ id: 'page', raw: page(before, after) });
    expect(findLosses(report)).toEqual([]);
    expect(report.meta.title).toBe('溪口县2031年政府工作报告');
    expect(report.clean).not.toMatch(/首页|下载|打印|责任编辑|浏览次数|方明|invalid|印发/);
  });

  test('the same words in a sentence stay', () => {
    const raw = page('', '').replace(
      '成绩来之不易。',
      '我们打印明白卡、分享好经验，关闭散乱污企业，提供下载服务。',
    );
    expect(parseReport({ id: 'page', raw }).clean).toContain('打印明白卡、分享好经验，关闭散乱污企业');
  });
});
