import { describe, expect, it } from 'vitest';
import { materialOf } from '../../../src/cli/sheet-material';
import {
  BY_RULE,
  buildDigest,
  cellText,
  offerDigest,
  printReport,
  TIGHTEST,
  type DigestMaterial,
  type Sheet,
} from '../../../src/shared/sheet';
import { traceWording } from '../../../src/shared/compare';
import type { Annotation } from '../../../src/shared/report';
import { createTarget } from '../../../src/shared/anchor';
import { bundledReports } from '../../helpers/bundled-reports';

const all = bundledReports().filter(({ meta }) => meta.place === '周口市' && meta.genre !== '综述');
const sheetMaterial = materialOf(all);

const materialFor = (year: number): DigestMaterial => {
  const earlier = sheetMaterial.reports
    .filter(({ report }) => (report.meta.year ?? 0) <= year)
    .toSorted((a, b) => (a.report.meta.year ?? 0) - (b.report.meta.year ?? 0));
  const [before = null, report] = [earlier.at(-2), earlier.at(-1)!];
  return {
    report,
    before,
    others: earlier,
    matrix: sheetMaterial.matrix!,
    commitments: sheetMaterial.commitments,
    wording: before ? traceWording([before.report, report.report]) : null,
  };
};

const page = (year: number, choice = BY_RULE, step = 0): Sheet =>
  buildDigest(materialFor(year), { today: '2026-11-20', choice, step });

const rowsOf = (sheet: Sheet, kind: string): readonly (readonly string[])[] =>
  sheet.parts.flatMap((part) =>
    part.kind === kind && 'table' in part
      ? part.table.rows.flatMap((row) => (row.kind === 'cells' ? [row.cells.map(cellText)] : []))
      : [],
  );

describe('要点一页', () => {
  it('has ten core figures, the economy as a whole first, each with its source', () => {
    const rows = rowsOf(page(2025), 'figures');
    expect(rows).toHaveLength(10);
    expect(rows[0]?.[0]).toBe('生产总值（亿元）');
    expect(rows[0]?.[1]).toMatch(/^●3,635\.62〔\d+〕$/);
    for (const [, now] of rows) expect(now).toMatch(/〔\d/);
  });

  it('prints 缺报告 where the report of the year before is missing, and names the one it is held against', () => {
    const sheet = page(2025);
    expect(sheet.subtitle).toBe('2024 年报告未入架，提法与 2023 年报告对照');
    for (const [, , last, change, goal] of rowsOf(sheet, 'figures')) {
      if (last === '缺报告') expect(change).toBe('缺报告');
      expect(goal).toMatch(/缺报告|○/);
    }
    expect(JSON.stringify(sheet)).toContain('2024 年报告未入架，当年的目标不能判定');
  });

  it('sets last year, the change, the target and what became of it beside a figure where both reports are there', () => {
    const sheet = page(2023);
    expect(sheet.subtitle).toBe('与 2022 年报告对照');
    const rows = rowsOf(sheet, 'figures');
    expect(rows.some(([, , last, change]) => /^●/.test(last ?? '') && /^[↑↓持]/.test(change ?? ''))).toBe(
      true,
    );
    const skilled = offerDigest(materialFor(2023)).figures.find(({ label }) =>
      label.startsWith('新增高技能人才'),
    )!;
    const [row] = rowsOf(page(2023, { ...BY_RULE, figures: [skilled.id] }), 'figures');
    expect(row?.[4]).toMatch(/^○5\.7 〔\d+〕■ 完成$/);
    expect(JSON.stringify(sheet)).toMatch(/2022 年定的数字目标共 \d+ 项：/);
  });

  it('takes the lines the reader chose, in that order, and no others', () => {
    const offers = offerDigest(materialFor(2025));
    const [one, two] = offers.first.figures;
    const chosen = page(2025, { figures: [two!, one!], fresh: [], dropped: [offers.dropped[3]!.id] });
    const first = page(2025);
    expect(rowsOf(chosen, 'figures').map(([name]) => name)).toEqual([
      rowsOf(first, 'figures')[1]?.[0],
      rowsOf(first, 'figures')[0]?.[0],
    ]);
    expect(rowsOf(chosen, 'phrases')).toHaveLength(1);
    expect(rowsOf(chosen, 'phrases')[0]?.[1]).toContain(offers.dropped[3]!.id);
  });

  it('gives up phrases, then the words of the footnotes, then size, and never a figure', () => {
    const steps = Array.from({ length: TIGHTEST + 1 }, (_, step) => page(2025, BY_RULE, step));
    expect(steps.map((sheet) => rowsOf(sheet, 'figures').length)).toEqual(steps.map(() => 10));
    expect(steps.map((sheet) => rowsOf(sheet, 'phrases').length)).toEqual([5, 3, 3, 3, 0, 0]);
    expect(steps.map(({ footnotes }) => footnotes.some(({ sentence }) => sentence !== ''))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('one report on paper', () => {
  const report = all.find(({ id }) => id === 'zhoukou-2025')!;
  const words = '港口货物吞吐量完成5205万吨';
  const start = report.clean.indexOf(words);
  const note: Annotation = {
    id: 'n',
    body: { text: '比去年多', tags: [], colour: '石青', underline: false },
    targets: [createTarget(report, { start, end: start + words.length }, '0'.repeat(64))],
    created: '2026-11-20T08:00:00Z',
    modified: '2026-11-20T08:00:00Z',
  };
  const print = (sections: readonly number[] | null) =>
    printReport({ report, sha256: '0'.repeat(64) }, [note], { today: '2026-11-20', sections });

  it('holds every word of the text once, in its order, and the number of a note behind its words', () => {
    const sheet = print(null);
    const [text] = sheet.parts;
    const rows = text && 'table' in text ? text.table.rows : [];
    const lines = rows.map((row) =>
      row.kind === 'group'
        ? row.title
        : row.cells
            .flatMap((cell) => cell.lines.flatMap((line) => line.runs.map((run) => run.text)))
            .join(''),
    );
    expect(lines.join('\n').replace('〔批注 1〕', '')).toBe(report.clean.trimEnd());
    expect(lines.some((line) => line.includes(`${words}〔批注 1〕`))).toBe(true);
    const notes = sheet.parts.at(-1);
    expect(notes?.kind === 'notes' && notes.notes[0]).toMatchObject({ number: 1, text: '比去年多' });
  });

  it('prints a part of it, with the notes of that part', () => {
    const first = report.sections.filter(({ parent, heading }) => parent === null && heading !== '');
    const last = first.at(-1)!;
    const sheet = print([last.index]);
    expect(sheet.parts.map(({ kind }) => kind)).toEqual(['report']);
    expect(JSON.stringify(sheet)).not.toContain(words);
    expect(JSON.stringify(sheet)).toContain(last.heading.slice(0, 4));
  });
});
