import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMany, compareReports, type Comparison, type ManyCell } from '../../../src/shared/compare';
import { STAGES } from '../../../src/shared/compare/stage';
import { parseReport } from '../../../src/shared/parse';
import type { Range, Report } from '../../../src/shared/report';
import { readReport } from './rewriting';

const IDS = ['zhoukou-2022', 'zhoukou-2022-highlights', 'zhoukou-2023', 'zhoukou-2025', 'chuanhui-2024'];
const REPORTS = IDS.map(readReport);
const PAIRS = REPORTS.flatMap((left) =>
  REPORTS.map((right) => ({ name: `${left.id} / ${right.id}`, left, right })),
);

/** Every character of every paragraph, once. */
function expectWhole(report: Report, ranges: readonly Range[]): void {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const covered = new Uint8Array(report.clean.length);
  for (const { start, end } of sorted)
    for (let at = start; at < end; at += 1) covered[at] = (covered[at] ?? 0) + 1;
  const expected = new Uint8Array(report.clean.length);
  for (const { range } of report.paragraphs) expected.fill(1, range.start, range.end);
  expect(Buffer.from(covered).equals(Buffer.from(expected))).toBe(true);
}

const rangesOf = ({ rows }: Comparison, side: 'left' | 'right'): readonly Range[] =>
  rows.flatMap((row) => row[side] ?? []);

function expectSound(left: Report, right: Report, comparison: Comparison): void {
  expectWhole(left, rangesOf(comparison, 'left'));
  expectWhole(right, rangesOf(comparison, 'right'));
  const places = comparison.blocks.flatMap(({ lines }) => lines);
  comparison.rows.forEach((row, index) => {
    const at = places.filter((line) => line.row === index).map((line) => line.at);
    const expected = {
      same: ['both'],
      edited: ['both'],
      moved: ['left', 'right'],
      'only-left': ['left'],
      'only-right': ['right'],
    };
    expect([...at].sort()).toEqual(expected[row.relation]);
    const changed = row.words.left.length + row.words.right.length > 0;
    if (row.relation === 'edited') expect(changed).toBe(true);
    if (row.relation === 'same' || row.left === null || row.right === null) expect(changed).toBe(false);
    const inside = (words: readonly Range[], range: Range | null): boolean =>
      words.every(
        ({ start, end }) => range !== null && range.start <= start && start < end && end <= range.end,
      );
    expect(inside(row.words.left, row.left) && inside(row.words.right, row.right)).toBe(true);
  });
}

describe('a comparison of any two reports', () => {
  it.each(PAIRS)('$name: each character of both sides is in exactly one row', ({ left, right }) => {
    expectSound(left, right, compareReports(left, right));
  });

  it('holds for texts made of anything', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '一、2023年工作回顾',
        '二、2024年重点工作',
        '（一）加快科技创新。',
        '- 新增企业12家',
        '# 2025年',
        '',
      ),
      fc.stringMatching(/^[加快推进科技创新企业家年，。、：“”（）0-9.％ ]{0,40}$/),
    );
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [parseReport({ id: 'a', raw: a }), parseReport({ id: 'b', raw: b })];
        expectSound(left, right, compareReports(left, right));
      }),
      { seed: 20251120, numRuns: 150 },
    );
  });

  it.each(PAIRS)('$name: no section is left over that has a counterpart of its topic', ({ left, right }) => {
    const groupOf = (report: Report, section: number): string => {
      const found = report.sections[section];
      return found ? `${STAGES[found.role]}/${found.topic}` : '';
    };
    const { blocks } = compareReports(left, right);
    const lefts = new Set(blocks.flatMap((block) => block.left.map((section) => groupOf(left, section))));
    const rights = new Set(blocks.flatMap((block) => block.right.map((section) => groupOf(right, section))));
    for (const block of blocks) {
      if (block.right.length === 0) expect(rights).not.toContain(groupOf(left, block.left[0] ?? -1));
      if (block.left.length === 0) expect(lefts).not.toContain(groupOf(right, block.right[0] ?? -1));
    }
  });

  it('says the same with the sides exchanged', () => {
    const mirrored = {
      same: 'same',
      edited: 'edited',
      moved: 'moved',
      'only-left': 'only-right',
      'only-right': 'only-left',
    };
    for (const { left, right } of PAIRS) {
      const there = compareReports(left, right).rows.map((row) => [
        mirrored[row.relation],
        row.right,
        row.left,
      ]);
      const back = compareReports(right, left).rows.map((row) => [row.relation, row.left, row.right]);
      const known = new Set(back.map((row) => JSON.stringify(row)));
      const agreeing = there.filter((row) => known.has(JSON.stringify(row))).length;
      expect(agreeing / Math.max(1, there.length)).toBeGreaterThanOrEqual(0.97);
    }
  });

  it('is the same every time', () => {
    const [left, right] = [readReport('zhoukou-2023'), readReport('zhoukou-2025')];
    expect(compareReports(left, right)).toEqual(
      compareReports(readReport('zhoukou-2023'), readReport('zhoukou-2025')),
    );
  });

  it('gives the rows of one topic as the whole comparison has them', () => {
    const [left, right] = [readReport('zhoukou-2023'), readReport('zhoukou-2025')];
    const whole = compareReports(left, right);
    const topic = compareReports(left, right, { topic: '科技创新' });
    const shown = (comparison: Comparison): unknown =>
      comparison.blocks
        .filter((block) => block.topic === '科技创新')
        .map((block) => block.lines.map(({ row, at }) => [comparison.rows[row], at]));
    expect(topic.blocks.length).toBeGreaterThan(0);
    expect(shown(topic)).toEqual(shown(whole));
  });
});

describe('up to four reports', () => {
  const four = ['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025', 'chuanhui-2024'].map(readReport);
  const { groups } = compareMany(four);
  const rows = groups.flatMap((group) => group.rows);

  it('has each character of each report in exactly one cell', () => {
    four.forEach((report, at) => {
      expectWhole(
        report,
        rows.flatMap(({ cells }) => cells[at]?.ranges ?? []),
      );
    });
  });

  it('compares with the first report that speaks of a matter', () => {
    for (const { lead, cells } of rows) {
      expect(cells).toHaveLength(4);
      expect(cells.findIndex((cell) => cell !== null)).toBe(lead);
      expect(cells[lead]?.relation).toBe('lead');
    }
    expect(new Set(rows.map(({ lead }) => lead))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('finds what the base has not among the others', () => {
    const text = (at: number, ranges: readonly Range[] = []): string =>
      ranges.map(({ start, end }) => four[at]?.clean.slice(start, end)).join('');
    const row = rows.find(({ lead, cells }) => lead === 1 && text(1, cells[1]?.ranges).includes('迁建升本'));
    expect(text(2, row?.cells[2]?.ranges)).toContain('周口职业技术学院扩升本');
    expect(row?.cells[0]).toBeNull();
  });

  describe('each two of three beside their own comparison', () => {
    const touch = (cell: ManyCell | null | undefined, range: Range | null): boolean =>
      range !== null && (cell?.ranges ?? []).some((held) => held.start < range.end && range.start < held.end);
    const trios = four.map((_, without) => four.filter((_report, at) => at !== without));
    const twos = trios.flatMap((three) => {
      const rowsOf = compareMany(three).groups.flatMap((group) => group.rows);
      return [[0, 1] as const, [0, 2] as const, [1, 2] as const].flatMap(([l, r]) => {
        const [left, right] = [three[l], three[r]];
        if (!left || !right) return [];
        const own = compareReports(left, right).rows.filter((row) => row.left && row.right);
        return [{ l, r, own, rows: rowsOf }];
      });
    });

    it('shows what that pairs', () => {
      const pairs = twos.flatMap(({ l, r, own, rows }) =>
        own.map((row) => ({
          same: row.similarity === 1,
          kept: rows.some(({ cells }) => touch(cells[l], row.left) && touch(cells[r], row.right)),
        })),
      );
      expect(pairs.length).toBeGreaterThan(400);
      expect(pairs.filter(({ kept }) => !kept).length / pairs.length).toBeLessThanOrEqual(0.036);
      expect(pairs.filter(({ same, kept }) => same && !kept)).toEqual([]);
    });

    it('hardly shows what only the third joins', () => {
      const shown = twos.flatMap(({ l, r, own, rows }) =>
        rows.flatMap(({ cells }) =>
          cells[l] && cells[r]
            ? [own.some((row) => touch(cells[l], row.left) && touch(cells[r], row.right))]
            : [],
        ),
      );
      expect(shown.length).toBeGreaterThan(400);
      expect(shown.filter((known) => !known).length / shown.length).toBeLessThanOrEqual(0.036);
    });
  });
});
