import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFlow, pack, type Flow, type Measures, type PrintedPage } from '../../../src/paper/pages';
import { documentHtml } from '../../../src/paper/pages/static';
import { compareReports, traceWording } from '../../../src/shared/compare';
import { parseReport } from '../../../src/shared/parse';
import { COLOURS, type Report, type Role } from '../../../src/shared/report';
import {
  buildSheet,
  footnotesOf,
  type CellRow,
  type Sheet,
  type SheetMaterial,
} from '../../../src/shared/sheet';

const report = (id: string) => {
  const raw = readFileSync(new URL(`../../../resources/reports/${id}.txt`, import.meta.url), 'utf8');
  return parseReport({ id, raw });
};

const [left, right] = [report('zhoukou-2023'), report('zhoukou-2025')];

const materialOf = (a: Report, b: Report, roles: readonly Role[]): SheetMaterial => ({
  reports: [a, b].map((source) => ({ report: source, sha256: source.id.padEnd(64, '0') })),
  comparison: compareReports(a, b, { roles }),
  matrix: null,
  commitments: [],
  wording: traceWording([a, b]),
  notes: [],
});

const sheetOf = (roles: readonly Role[]): Sheet =>
  buildSheet(materialOf(left, right, roles), { today: '2026-11-20', parts: ['wording', 'text'] });

const sheet = sheetOf(['plan', 'livelihood']);
const flow = makeFlow(sheet);

/** Heights by seed: rows and footnotes as high as a few lines, the page as high as `room`. */
const measuresOf = (seed: number, room: number): Measures => ({
  item: (index) => 20 + ((index * 7919 + seed) % 60),
  footnote: (number) => 15 + ((number * 104729 + seed) % 45),
  room,
  footnoteRule: 20,
  footnoteColumns: 1 + (seed % 4),
});

const measured = fc
  .record({ seed: fc.nat(10_000), room: fc.integer({ min: 700, max: 2000 }) })
  .map(({ seed, room }) => measuresOf(seed, room));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const footHeight = ({ footnotes }: PrintedPage, { footnote, footnoteRule }: Measures) =>
  footnotes.flat().length
    ? footnoteRule + Math.max(...footnotes.map((column) => sum(column.map(footnote))))
    : 0;

const repeats = ({ items, running }: Flow, index: number) => {
  const item = items[index];
  return index === running || (item && 'continued' in item && item.continued);
};

const check = (property: (measures: Measures, pages: readonly PrintedPage[]) => void) =>
  fc.assert(
    fc.property(measured, (measures) => property(measures, pack(flow, measures))),
    { seed: 7, numRuns: 60 },
  );

describe('the pages of a sheet', () => {
  it('hold every item once, in order, besides the heads that repeat', () => {
    const once = flow.clusters.flatMap(({ items }) => items);
    expect(once.length).toBeGreaterThan(100);
    check((_, pages) => {
      expect(pages.flatMap(({ items }) => items).filter((index) => !repeats(flow, index))).toEqual(once);
    });
  });

  it('are never fuller than the paper', () => {
    check((measures, pages) => {
      for (const page of pages)
        expect(sum(page.items.map(measures.item)) + footHeight(page, measures)).toBeLessThanOrEqual(
          measures.room,
        );
    });
  });

  it('tell every source they refer to, in the order of its number', () => {
    check((_, pages) => {
      for (const { items, footnotes } of pages) {
        const used = items.flatMap((index) => {
          const item = flow.items[index];
          return item?.kind === 'row' ? footnotesOf(item.row) : [];
        });
        expect(footnotes.flat()).toEqual([...new Set(used)].sort((a, b) => a - b));
      }
    });
  });

  it('open with the running line and the table head once more, and never end with a head', () => {
    check((_, pages) => {
      for (const { items } of pages.slice(1)) {
        expect(items[0]).toBe(flow.running);
        expect(flow.items[items[1] ?? -1]?.kind).toMatch(/^(head|title)$/);
        const head = flow.items[items[1] ?? -1];
        if (head?.kind === 'head') expect(head.continued).toBe(true);
      }
      for (const { items } of pages) expect(flow.items[items.at(-1) ?? -1]?.kind).toBe('row');
    });
  });
});

describe('a passage longer than a page', () => {
  it('is printed in parts that together are the passage', () => {
    const text = '建设'.repeat(900);
    const plain = { rule: false, bar: false };
    const cell = { ...plain, lines: [{ tone: 'text' as const, runs: [{ text, footnotes: [1] }] }] };
    const gap = { ...plain, lines: [{ tone: 'box' as const, runs: [{ text: '2025 年报告未提及' }] }] };
    const row: CellRow = { kind: 'cells', strong: false, cells: [cell, gap, gap] };
    const long = {
      ...sheet,
      parts: sheet.parts.map((part) =>
        part.kind === 'text' ? { ...part, table: { ...part.table, rows: [row] } } : part,
      ),
    };
    const parts = makeFlow(long).items.flatMap((item) =>
      item.kind === 'row' && item.columns[1]?.title === '' ? [item.row] : [],
    );
    const texts = parts.map(
      ({ cells }) => cells[0]?.lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('') ?? '',
    );
    for (const part of parts) expect(footnotesOf(part)).toEqual([1]);
    expect(texts.join('')).toBe(text);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});

describe('notes over several pages (first-hours 62)', () => {
  const notes = COLOURS.flatMap((colour) =>
    Array.from({ length: 6 }, (_, at) => ({
      id: `${colour}${at}`,
      text: `第${at}条`,
      tags: [],
      colour,
      quotes: [{ text: '增长5.5%左右', footnote: null }],
      date: '2026年10月11日',
    })),
  );
  const noted: Sheet = { ...sheet, parts: [{ kind: 'notes', title: '批注', notes }] };

  it('each page after the first that has notes begins with 批注（续）', () => {
    const [first, ...rest] = pack(makeFlow(noted), measuresOf(3, 300));
    const { items } = makeFlow(noted);
    const titles = (page: PrintedPage | undefined) =>
      page?.items.flatMap((at) => {
        const item = items[at];
        return item?.kind === 'title' ? [item.continued ? `${item.title}（续）` : item.title] : [];
      });
    expect(rest.length).toBeGreaterThan(2);
    expect(titles(first)).toEqual(['批注']);
    for (const page of rest) expect(titles(page)).toEqual(['批注（续）']);
  });

  it('names the colours as the screen does', () => {
    const html = documentHtml(noted, []);
    expect(html).toContain('增长5.5%左右');
    for (const colour of COLOURS) expect(html).toContain(`　${colour}　2026年10月11日`);
  });
});

describe('a pair with nothing to compare', () => {
  it('gives one page with the sentence that says so', () => {
    const same = buildSheet(materialOf(left, left, ['plan']), { today: '2026-11-20', parts: ['text'] });
    const pages = pack(makeFlow(same), measuresOf(1, 900));
    expect(pages).toHaveLength(1);
    expect(makeFlow(same).items.map(({ kind }) => kind)).toEqual(['cover', 'running', 'notice']);
  });
});
