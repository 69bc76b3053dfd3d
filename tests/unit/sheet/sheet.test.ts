import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports, type CompareOptions } from '../../../src/shared/compare';
import { parseReport } from '../../../src/shared/parse';
import { type Annotation, type Report } from '../../../src/shared/report';
import { readCatalog } from '../../../src/shared/report/catalog';
import {
  buildSheet,
  cellText,
  footnotesOf,
  type CellRow,
  type Part,
  type Sheet,
  type SheetMaterial,
  type SheetOptions,
  type TableCell,
  type TablePart,
} from '../../../src/shared/sheet';

const resource = (name: string): string =>
  readFileSync(new URL(`../../../resources/reports/${name}`, import.meta.url), 'utf8');

const catalog = readCatalog(JSON.parse(resource('catalog.json')));
const entries = catalog.ok ? catalog.value : [];

function read(id: string): { readonly report: Report; readonly sha256: string } {
  const entry = entries.find((candidate) => candidate.id === id);
  return { report: parseReport({ id, raw: resource(`${id}.txt`) }, entry), sha256: entry?.sha256 ?? '' };
}

const z23 = read('zhoukou-2023');
const z25 = read('zhoukou-2025');
const chuanhui = read('chuanhui-2024');

const TODAY: SheetOptions = { today: '2026-11-20', parts: ['text', 'notes'] };

type Source = ReturnType<typeof read>;

/** A material with nothing in it but what is given. */
const materialOf = (reports: readonly Source[], given: Partial<SheetMaterial> = {}): SheetMaterial => ({
  reports,
  comparison: null,
  matrix: null,
  commitments: [],
  wording: null,
  notes: [],
  ...given,
});

function sheetOf(
  left: ReturnType<typeof read>,
  right: ReturnType<typeof read>,
  compare: CompareOptions = {},
  options: Partial<SheetOptions> = {},
  notes: readonly Annotation[] = [],
): Sheet {
  const comparison = compareReports(left.report, right.report, compare);
  return buildSheet(materialOf([left, right], { comparison, notes }), { ...TODAY, ...options });
}

const textPart = ({ parts }: Sheet): TablePart =>
  parts.find((part): part is TablePart => part.kind === 'text') as TablePart;

const rowsOf = (sheet: Sheet): readonly CellRow[] =>
  textPart(sheet).table.rows.flatMap((row) => (row.kind === 'cells' ? [row] : []));

/** The sign between the two texts. */
const markOf = ({ cells }: CellRow): string => cells[1]?.lines[0]?.runs[0]?.mark ?? '';

const sidesOf = ({ cells }: CellRow): readonly TableCell[] =>
  [cells[0], cells[2]].flatMap((one) => one ?? []);

const passage = ({ lines }: TableCell) => lines.find(({ tone }) => tone === 'text');

const words = (cell: TableCell): string =>
  passage(cell)
    ?.runs.map(({ text }) => text)
    .join('') ?? '';

const kindsOf = (parts: readonly Part[]): readonly string[] => parts.map(({ kind }) => kind);

function note(report: Report, exact: string, text: string, created: string): Annotation {
  const start = report.clean.indexOf(exact);
  const target = {
    report: report.id,
    source: '0'.repeat(64),
    position: { start, end: start + exact.length },
    quote: { exact, prefix: '', suffix: '' },
    sentence: { text: exact, start },
  };
  const body = { text, tags: ['港口'], colour: '藤黄' as const, underline: false };
  return { id: `note-${created}`, body, targets: [target], created, modified: created };
}

describe('the head and foot of a sheet', () => {
  it('names place, years, day and the checksums of both texts', () => {
    const sheet = sheetOf(z23, z25);
    expect(sheet).toMatchObject({
      title: '周口市政府工作报告对照表',
      subtitle: '2023、2025 年',
      place: '周口市',
      date: '2026年11月20日',
      notices: [],
      foot: '据周口市 2023、2025 年报告；文本校验 06072193、f3572878',
    });
  });

  it('names both places, and the topic where there is one', () => {
    const sheet = sheetOf(z25, chuanhui, { topic: '农业农村' }, { topics: ['农业农村'] });
    expect(sheet.title).toBe('周口市、川汇区政府工作报告对照表');
    expect(sheet.subtitle).toBe('2025、2024 年 · 农业农村');
    expect(sheet.foot).toMatch(/^据周口市 2025 年报告、川汇区 2024 年报告；文本校验 /);
  });

  it('keeps the texts to the topics asked for', () => {
    const { parts, notices } = sheetOf(z23, z25, {}, { topics: ['农业农村'] });
    const groups = parts.flatMap((part) => (part.kind === 'text' ? part.table.rows : []));
    const titles = groups.flatMap((row) => (row.kind === 'group' ? [row.title] : []));
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.filter((title) => !title.endsWith('农业农村'))).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('takes paper and title as asked, the rest as usual', () => {
    const { paper, title } = sheetOf(
      z23,
      z25,
      {},
      { title: '两年对照', paper: { orientation: 'landscape' } },
    );
    expect(title).toBe('两年对照');
    expect(paper).toMatchObject({ size: 'A4', orientation: 'landscape', margins: { left: 26 } });
  });
});

describe('the table of texts', () => {
  const sheet = sheetOf(z23, z25);
  const rows = rowsOf(sheet);

  it('prints every line of the comparison in two cells with a sign between', () => {
    const { blocks } = compareReports(z23.report, z25.report);
    expect(rows).toHaveLength(blocks.flatMap(({ lines }) => lines).length);
    for (const row of rows) expect(row.cells).toHaveLength(3);
  });

  it('quotes both reports verbatim', () => {
    for (const row of rows) {
      sidesOf(row).forEach((cell, at) => {
        expect((at === 0 ? z23 : z25).report.clean).toContain(words(cell));
      });
    }
  });

  it('prints a gap as words where nothing stands, naming the year', () => {
    const gaps = rows.filter((row) => /only/.test(markOf(row)));
    expect(gaps.length).toBeGreaterThan(20);
    for (const row of gaps) {
      const year = markOf(row) === 'only-left' ? 2025 : 2023;
      expect(sidesOf(row).map(cellText)).toContain(`${year} 年报告未提及`);
    }
    const two = rowsOf(sheetOf(z25, chuanhui)).flatMap(sidesOf).map(cellText);
    expect(two).toContain('川汇区 2024 年报告未提及');
  });

  it('marks changed words on both sides of a rewritten row and nowhere else', () => {
    for (const row of rows) {
      const changed = sidesOf(row).some((cell) => passage(cell)?.runs.some((run) => run.changed));
      if (markOf(row) === 'edited') expect(changed).toBe(true);
      if (markOf(row) === '') expect(changed).toBe(false);
    }
  });

  it('tells where a moved passage went, and at the other end where it came from', () => {
    const told = rows
      .filter((row) => markOf(row) === 'moved')
      .flatMap(sidesOf)
      .map(cellText)
      .join('\n');
    expect(told).toMatch(/移至 (?:产业发展|民生保障) · \S/);
    expect(told).toMatch(/移自 (?:科技创新|产业发展|民生保障) · \S/);
  });

  it('can leave out what both sides say alike', () => {
    const { rows: all } = compareReports(z25.report, chuanhui.report);
    const changed = rowsOf(sheetOf(z25, chuanhui, {}, { changedOnly: true }));
    const whole = rowsOf(sheetOf(z25, chuanhui));
    expect(all.some(({ relation }) => relation === 'same')).toBe(true);
    expect(changed.length).toBeLessThan(whole.length);
    const same = (row: CellRow) =>
      !row.strong && markOf(row) === '' && words(sidesOf(row)[0] as TableCell) !== '';
    expect(changed.filter(same)).toEqual([]);
  });

  it('carries the doubts of the source', () => {
    const doubtful = rows.flatMap(sidesOf).filter((cell) => passage(cell)?.runs.some((run) => run.doubtful));
    expect(doubtful.length).toBeGreaterThan(0);
    for (const cell of doubtful) {
      const touched = [z23.report, z25.report].some(({ caveats, clean }) => {
        const told = caveats.filter(({ range }) => {
          const around = clean.slice(
            Math.max(0, range.start - words(cell).length),
            range.end + words(cell).length,
          );
          return around.includes(words(cell));
        });
        return told.length > 0;
      });
      expect([words(cell), touched]).toEqual([words(cell), true]);
    }
  });
});

describe('footnotes', () => {
  const notes = [
    note(z25.report, '港口货物吞吐量', '比 2023 年的目标高', '2026-11-19T08:00:00Z'),
    note(z23.report, '新增专利授权', '', '2026-11-18T08:00:00Z'),
    note(chuanhui.report, '粮食安全', '不在这张表上', '2026-11-17T08:00:00Z'),
  ];
  const sheet = sheetOf(z23, z25, {}, {}, notes);

  it('resolve: every number printed has one note, numbered from 1 without gaps', () => {
    const numbers = sheet.footnotes.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const used = sheet.parts.flatMap((part) => {
      if (part.kind === 'text') return part.table.rows.flatMap(footnotesOf);
      return part.kind === 'notes'
        ? part.notes.flatMap(({ quotes }) => quotes.flatMap(({ footnote }) => footnote ?? []))
        : [];
    });
    expect([...new Set(used)]).toEqual(numbers);
  });

  it('name report, year, section and a sentence that stands in it', () => {
    const found = sheet.footnotes.find(({ section }) => section === '1.提升科技创新能力');
    expect(found).toMatchObject({ source: '周口市 2025', year: 2025, report: 'zhoukou-2025' });
    for (const { report, sentence } of sheet.footnotes) {
      expect(report === 'zhoukou-2023' ? z23.report.clean : z25.report.clean).toContain(sentence);
    }
  });

  it('print the reader’s notes on these reports, oldest first, each with its passage', () => {
    const part = sheet.parts.find((candidate) => candidate.kind === 'notes');
    expect(part?.notes.map(({ text, date }) => [text, date])).toEqual([
      ['', '2026年11月18日'],
      ['比 2023 年的目标高', '2026年11月19日'],
    ]);
    expect(part?.notes[1]?.quotes).toEqual([
      { text: '港口货物吞吐量', footnote: expect.any(Number) as number },
    ]);
  });

  it('give no number to a note whose passage is no longer at its place', () => {
    const lost = { ...note(z25.report, '港口货物吞吐量', '', '2026-11-19'), id: 'lost' };
    const [target] = lost.targets;
    const moved = { ...lost, targets: target ? [{ ...target, position: { start: 3, end: 10 } }] : [] };
    const { parts } = sheetOf(z23, z25, {}, { parts: ['notes'] }, [moved]);
    expect(kindsOf(parts)).toEqual(['notes']);
    expect(parts[0]?.kind === 'notes' && parts[0].notes[0]?.quotes).toEqual([
      { text: '港口货物吞吐量', footnote: null },
    ]);
  });
});

describe('pairs that have little to print', () => {
  const empty = { report: parseReport({ id: 'none', raw: '' }), sha256: 'e'.repeat(64) };

  it.each([
    ['a report against itself', sheetOf(z23, z23), '同一篇报告'],
    [
      'two identical reports',
      sheetOf(z23, { ...z23, report: { ...z23.report, id: 'copy' } }),
      '原文完全相同',
    ],
    ['nothing chosen', sheetOf(z23, z25, { roles: [] }), '没有内容'],
    ['no part chosen', sheetOf(z23, z25, {}, { parts: [] }), '没有选中要印的内容'],
    ['no topic chosen', sheetOf(z23, z25, { roles: [] }, { topics: [] }), '没有选中领域'],
    [
      'a report that is not there',
      buildSheet(materialOf([], { comparison: compareReports(z23.report, z25.report) }), TODAY),
      '没有选中报告',
    ],
  ])('%s: says so instead of a table', (_, sheet, words) => {
    expect(sheet.notices.join()).toContain(words);
    expect(sheet.parts).toEqual([]);
    expect(sheet.footnotes).toEqual([]);
  });

  it('no topic in common', () => {
    const [a, b] = ['一、2023年工作回顾\n粮食总产4.4万吨。', '一、2024年重点工作\n新建公厕10座。'].map(
      (raw, at) => ({
        report: parseReport({ id: `r${at}`, raw }),
        sha256: String(at).repeat(64),
      }),
    );
    const sheet = a && b && sheetOf(a, b);
    expect(sheet).toMatchObject({ notices: ['这两篇没有同一领域的内容'], parts: [] });
  });

  it('one side empty: says which, and prints the other with its gaps', () => {
    const sheet = sheetOf(z23, empty);
    expect(sheet.notices).toEqual(['none 没有所选范围的内容，只列出 周口市 2023 的。']);
    expect(rowsOf(sheet).every((row) => markOf(row) === 'only-left')).toBe(true);
    expect(rowsOf(sheet)[0]?.cells[2] && cellText(rowsOf(sheet)[0]?.cells[2] as TableCell)).toBe(
      '这一篇未提及',
    );
  });

  it('still prints the notes', () => {
    const sheet = sheetOf(z23, z23, {}, {}, [note(z23.report, '新增专利授权', '核对', '2026-11-18')]);
    expect(kindsOf(sheet.parts)).toEqual(['notes']);
  });
});
