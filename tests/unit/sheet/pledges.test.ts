import { describe, expect, it } from 'vitest';
import { materialOf } from '../../../src/cli/sheet-material';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';
import { buildSheet, cellText, type PartKind, type TablePart } from '../../../src/shared/sheet';

interface Told {
  readonly place: string;
  readonly year: number;
  readonly review: string;
  readonly plan: string;
}

const reportOf = ({ place, year, review, plan }: Told): Report => {
  const raw = [
    `${String(year)}年${place}政府工作报告`,
    `一、${String(year - 1)}年工作回顾`,
    review,
    `二、${String(year)}年工作安排`,
    plan,
  ].join('\n');
  const report = parseReport({ id: `${place}-${String(year)}`, raw });
  return { ...report, meta: { ...report.meta, place, year } };
};

const CITY_2021 = reportOf({
  place: '周口市',
  year: 2021,
  review: '各项工作进展顺利。',
  plan: '开工建设青禾大桥。出台古树名木保护条例。建成云麓博物馆新馆。',
});
const CITY_2022 = reportOf({
  place: '周口市',
  year: 2022,
  review: '青禾大桥开工建设。云麓博物馆新馆主体封顶。',
  plan: '建成通车青禾大桥。',
});
const CITY_2025 = reportOf({
  place: '周口市',
  year: 2025,
  review: '青禾大桥建成通车。',
  plan: '各项工作要抓紧抓好。',
});
const COUNTY = reportOf({
  place: '川汇区',
  year: 2022,
  review: '各项工作进展顺利。',
  plan: '推动青禾大桥开工建设。',
});

const partsOf = (reports: readonly Report[], kind: PartKind) => {
  const sheet = buildSheet(materialOf(reports), { today: '2026-11-20', parts: [kind] });
  return { ...sheet, tables: sheet.parts.filter((part): part is TablePart => 'table' in part) };
};

const rowsOf = ({ table }: TablePart): readonly (readonly string[])[] =>
  table.rows.map((row) => (row.kind === 'group' ? [row.title] : row.cells.map(cellText)));

describe('事项 on paper', () => {
  it('lists what is promised with its words, what became of it with its words, and counts both', () => {
    const { tables, footnotes } = partsOf([CITY_2021, CITY_2022], 'pledges');
    const [part] = tables;
    const rows = part ? rowsOf(part) : [];
    expect(part?.title).toBe('事项');
    expect(part?.caption).toContain('完成 1 项');
    expect(rows.flat()).toEqual(
      expect.arrayContaining(['周口市 2021 的事项 · 项目', '周口市 2021 的事项 · 制度']),
    );
    const bridge = rows.find(([, object]) => object?.startsWith('青禾大桥'));
    expect(bridge?.[0]).toContain('完成');
    expect(bridge?.[1]).toContain('开工建设青禾大桥');
    expect(bridge?.[2]).toContain('青禾大桥开工建设');
    expect(footnotes.map(({ sentence }) => sentence)).toContain('青禾大桥开工建设。');
  });

  it('says what is wanting where nothing is promised', () => {
    const { tables, notices } = partsOf([CITY_2025, { ...CITY_2025, id: 'other' }], 'pledges');
    expect(tables).toEqual([]);
    expect(notices).toContain('所选报告和领域里没有可以追踪的事项。');
  });
});

describe('a life as a strip on paper', () => {
  it('has a column for each report, says which years are missing, and each stage has its sentence', () => {
    const { tables, footnotes } = partsOf([CITY_2021, CITY_2022, CITY_2025], 'lives');
    const [part] = tables;
    expect(part?.table.columns.map(({ title }) => title)).toEqual([
      '事项',
      '2021',
      '2022',
      '2023—2024',
      '2025',
    ]);
    const bridge = part && rowsOf(part).find(([object]) => object === '青禾大桥');
    const bare = bridge?.map((words) => words.replace(/〔\d+〕/g, ''));
    expect(bare).toEqual(['青禾大桥', '○要开工', '●开工\n○要投用', '—', '●投用']);
    expect(footnotes.map(({ sentence }) => sentence)).toContain('青禾大桥建成通车。');
    const museum = part && rowsOf(part).find(([object]) => object === '云麓博物馆新馆');
    expect(museum?.at(-1)).toBe('没有提');
  });
});

describe('two levels on paper', () => {
  it('sets both quotes side by side, and lists what is not taken up', () => {
    const { tables } = partsOf([CITY_2021, COUNTY], 'levels');
    const part = tables.find(({ title }) => title.includes('周口市的事项'));
    const rows = part ? rowsOf(part) : [];
    expect(part?.caption).toContain('两边都说到 1 项，川汇区没有提 2 项');
    const bridge = rows.find(([object]) => object === '青禾大桥');
    expect(bridge?.[1]).toContain('开工建设青禾大桥');
    expect(bridge?.[2]).toContain('推动青禾大桥开工建设');
    expect(rows.filter(([, , other]) => other === '没有提')).toHaveLength(2);
  });

  it('is left out where the places lie in no other', () => {
    expect(partsOf([CITY_2021, CITY_2022], 'levels').notices).toContain(
      '所选报告里没有上下级两个地方的事项，没有印上下级。',
    );
  });
});
