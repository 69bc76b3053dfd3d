import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countRelations,
  locate,
  makeSides,
  otherPlace,
  partName,
  shownLines,
} from '../../../src/renderer/views/compare/words';
import { cutAt } from '../../../src/renderer/views/text/cut-at';
import { suggestedReports } from '../../../src/renderer/state/compare/compare';
import { compareReports } from '../../../src/shared/compare';
import { parseReport } from '../../../src/shared/parse';
import type { CatalogEntry } from '../../../src/shared/report';

const entry = (id: string, place: string, year: number, genre: CatalogEntry['genre']): CatalogEntry => ({
  id,
  file: `${id}.txt`,
  sha256: '0'.repeat(64),
  place,
  year,
  genre,
  title: id,
});

const ENTRIES = [
  entry('zhoukou-2022', '周口市', 2022, '摘编'),
  entry('zhoukou-2022-highlights', '周口市', 2022, '综述'),
  entry('zhoukou-2023', '周口市', 2023, '摘编'),
  entry('zhoukou-2025', '周口市', 2025, '解读'),
  entry('chuanhui-2024', '川汇区', 2024, '全文'),
] as const;

const chosen = (id: string) => {
  const found = ENTRIES.find((item) => item.id === id) ?? ENTRIES[0];
  const raw = readFileSync(new URL(`../../../resources/reports/${id}.txt`, import.meta.url), 'utf8');
  return { entry: found, report: parseReport({ id, raw }) };
};

const [left, right] = [chosen('zhoukou-2023'), chosen('zhoukou-2025')];
const comparison = compareReports(left.report, right.report, { roles: ['plan', 'livelihood'] });

describe('the rows of a topic', () => {
  it('are, with 只看改动, those that differ and the headings over them', () => {
    for (const { topic } of comparison.topics) {
      const all = shownLines(comparison, topic, false);
      const changed = shownLines(comparison, topic, true);
      expect(changed.filter(({ data }) => data.relation !== 'same').length).toBe(
        all.filter(({ data }) => data.relation !== 'same').length,
      );
      expect(changed.every(({ data }) => data.relation !== 'same' || data.kind === 'heading')).toBe(true);
    }
  });

  it('hold every compared sentence of both reports where it is looked for', () => {
    const compared = new Set(['plan', 'livelihood']);
    for (const [side, { report }] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const asked = report.sentences.filter(({ paragraph }) => {
        const found = report.paragraphs[paragraph];
        const role = report.sections[found?.section ?? -1]?.role ?? '';
        return compared.has(role) && found?.kind !== 'title' && found?.kind !== 'byline';
      });
      expect(asked.length).toBeGreaterThan(30);
      for (const { range } of asked) {
        const place = locate(comparison, side, range);
        const line = place && shownLines(comparison, place.topic, false)[place.line];
        const passage = line?.data[side];
        expect(passage && passage.start < range.end && range.start < passage.end).toBe(true);
      }
    }
    expect(locate(comparison, 'left', { start: 0, end: 1 })).toBeNull();
  });

  it('have for each place of a moved passage the way to the other, and back', () => {
    const moved = comparison.topics.flatMap(({ topic }) =>
      shownLines(comparison, topic, false)
        .map((line, index) => ({ line, index, topic }))
        .filter(({ line }) => line.data.relation === 'moved' && line.data.left && line.data.right),
    );
    expect(moved.length).toBeGreaterThan(4);
    for (const { line, index, topic } of moved) {
      const there = otherPlace(comparison, line, false);
      const other = there && shownLines(comparison, there.topic, false)[there.line];
      expect(other?.row).toBe(line.row);
      expect(other && otherPlace(comparison, other, false)).toEqual({ topic, line: index });
    }
  });

  it('count a moved passage once although it stands at two places', () => {
    const lines = comparison.topics.flatMap(({ topic }) => shownLines(comparison, topic, false));
    const rows = new Set(lines.filter(({ data }) => data.relation === 'moved').map(({ row }) => row));
    expect(countRelations(lines).moved).toBe(rows.size);
  });
});

describe('the words for what one report does not have', () => {
  it('name the year within a place, the place between places, the kind within a year', () => {
    const gaps = (a: string, b: string) => {
      const sides = makeSides(chosen(a), chosen(b));
      return [sides.left.gap, sides.right.gap, sides.left.tag, sides.right.tag];
    };
    expect(gaps('zhoukou-2023', 'zhoukou-2025')).toEqual([
      '2023 年报告未提及',
      '2025 年报告未提及',
      '2023',
      '2025',
    ]);
    expect(gaps('zhoukou-2025', 'chuanhui-2024').slice(0, 2)).toEqual([
      '周口市 2025 未提及',
      '川汇区 2024 未提及',
    ]);
    expect(gaps('zhoukou-2022', 'zhoukou-2022-highlights').slice(1)).toEqual([
      '周口市 2022 亮点 未提及',
      '摘编',
      '综述',
    ]);
  });
});

describe('a passage cut at its changed words', () => {
  it('is the same passage, with exactly the words marked', () => {
    const ranges = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(ranges, (cuts) => {
        const sorted = cuts.toSorted((a, b) => a - b);
        const marked = sorted.flatMap((start, index) =>
          index % 2 === 0 && sorted[index + 1] !== undefined
            ? [{ start, end: sorted[index + 1] ?? start }]
            : [],
        );
        const pieces = cutAt({ start: 10, end: 50 }, marked);
        const inside = Array.from({ length: 40 }, (_, at) => at + 10);
        expect(
          pieces.flatMap(({ range }) => inside.filter((at) => at >= range.start && at < range.end)),
        ).toEqual(inside);
        for (const at of inside)
          expect(pieces.some(({ range, marked: yes }) => yes && at >= range.start && at < range.end)).toBe(
            marked.some(({ start, end }) => at >= start && at < end),
          );
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('a part of a report', () => {
  it('is called by its outermost heading', () => {
    const deep = right.report.sections.find(({ heading }) => heading.includes('提升科技创新能力'));
    expect(partName(right.report, deep?.index)).toBe('2025年重点工作');
    expect(partName(right.report, undefined)).toBe('');
  });
});

describe('the pair offered first', () => {
  it('is the two newest reports of the place with most, surveys aside', () => {
    expect(suggestedReports(ENTRIES)).toEqual(['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025']);
    expect(suggestedReports(ENTRIES.slice(3))).toEqual(['chuanhui-2024', 'zhoukou-2025']);
  });
});
