import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { sectionOf } from './reports';

const HEAD =
  '政府工作报告\n——2011年1月12日在某某县第十二届人民代表大会第五次会议上\n某某县人民政府县长 张三\n各位代表：\n';
const parsed = (body: string) => parseReport({ id: 'made', raw: HEAD + body });

describe('the period a heading speaks of', () => {
  test.each([
    ['“九五”时期国民经济和社会发展的回顾', 'five-year', '1996-2000'],
    ['“十五”时期经济社会发展成就', 'five-year', '2001-2005'],
    ['“十一五”时期经济社会发展取得重大成就', 'five-year', '2006-2010'],
    ['“十二五”时期经济社会发展的主要任务', 'plan', '2011-2015'],
    ['今后五年工作思路和目标任务', 'targets', '2011-2015'],
    ['2011年主要工作及措施', 'plan', '2011'],
  ])('%s', (heading, role, period) => {
    const report = parsed(`一、${heading}\n全县生产总值年均增长12%，各项工作取得新的进展。\n`);
    expect(sectionOf(report, heading)).toMatchObject({ role, period });
  });
});

test('what follows the targets of the year under a heading of the review is the plan', () => {
  const report = parsed(
    '2010年工作回顾\n一年来，全县生产总值完成27亿元，增长7.5%。\n开启新征程：强势开局\n' +
      '经济社会发展的主要预期目标是：全县生产总值增长10%。\n' +
      '（二）突出特色抓产业。推动大枣基地建设，新发展1万亩。\n',
  );
  expect(sectionOf(report, '突出特色')).toMatchObject({ role: 'plan', period: '2011' });
});

test('the next five years are planned, whatever stands above them', () => {
  const report = parsed(
    '一、过去五年工作回顾\n五年来，成绩显著。\n（一）经济发展\n已经完成。\n（二）今后五年目标任务\n要再创佳绩。\n',
  );
  expect(sectionOf(report, '今后五年')).toMatchObject({ role: 'plan', period: '2011-2015' });
});

test('livelihood tasks that a review tells of were done; those of the plan are planned', () => {
  const report = parsed(
    '一、2010年工作回顾\n一年来，成绩显著。\n（一）办好民生实事\n城镇新增就业已完成5.3万人，同比增长3%，居民满意度明显提高，圆满完成。\n' +
      '二、2011年重点工作\n（一）办好民生实事\n加快推进城镇就业，力争新增5万人，着力加强培训。\n',
  );
  expect(report.sections.filter(({ heading }) => heading === '办好民生实事').map(({ role }) => role)).toEqual(
    ['review', 'livelihood'],
  );
});

test('a list of livelihood tasks after the report is planned, whatever its items sound like', () => {
  const report = parsed(
    '一、2010年工作回顾\n一年来，成绩显著，已完成。\n二、2011年工作安排\n要加快推进各项工作。\n附件1\n2011年省十件民生实事\n' +
      '一、提升困难群众保障水平。城乡低保标准提高到每人每月280元，已建成的机构全部启用，完成改造。\n二、稳定就业。支持创业。\n',
  );
  expect(sectionOf(report, '民生实事')).toMatchObject({ role: 'livelihood', period: '2011' });
  expect(sectionOf(report, '提升困难群众')).toMatchObject({ role: 'livelihood', period: '2011' });
});
