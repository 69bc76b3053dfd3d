import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../src/renderer/state/compare/compare';
import {
  changedWords,
  isChanged,
  manyRows,
  markOf,
  topicSections,
} from '../../../src/renderer/views/compare/many-rows';
import { sidesOf } from '../../../src/renderer/views/compare/words';
import { compareMany } from '../../../src/shared/compare';
import type { Catalog } from '../../../src/shared/report';
import catalog from '../../../resources/reports/catalog.json';
import { bundledReports } from '../../helpers/bundled-reports';

const IDS = ['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025'];
const reports = IDS.flatMap((id) => bundledReports().find((report) => report.id === id) ?? []);
const roles = STAGES.find(({ id }) => id === 'plan')?.roles ?? [];
const comparison = compareMany(reports, { roles });
const topics = topicSections(reports, roles);
const everything = topics.flatMap(({ topic }) => manyRows(comparison, topic, false));

describe('three reports in columns', () => {
  it('shows every row of the comparison under one of its topics', () => {
    const rows = comparison.groups.flatMap((group) => group.rows);
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(everything)).toEqual(new Set(rows));
  });

  it('leaves out with 只看改动 only what all say alike', () => {
    const kept = new Set(topics.flatMap(({ topic }) => manyRows(comparison, topic, true)));
    for (const row of everything) {
      if (row.kind === 'heading') expect(kept.has(row)).toBe(true);
      else expect(kept.has(row)).toBe(isChanged(row));
    }
  });

  it('marks a lead as new only where an earlier report lacks the matter', () => {
    for (const row of everything) {
      row.cells.forEach((cell, column) => {
        if (!cell) return;
        const first = row.cells.findIndex((other) => other !== null) === column;
        if (first) expect(markOf(row, column, cell)).toBe(column > 0 ? 'only-right' : 'none');
        else expect(markOf(row, column, cell)).toBe(cell.relation);
      });
    }
  });

  it('marks words inside the passage they belong to', () => {
    for (const row of everything) {
      for (const cell of row.cells) {
        if (!cell) continue;
        for (const word of changedWords(row, cell))
          expect(cell.ranges.some(({ start, end }) => start <= word.start && word.end <= end)).toBe(true);
      }
    }
  });
});

describe('what tells reports apart', () => {
  const named = (...ids: readonly string[]) =>
    sidesOf(
      ids.flatMap((id) => {
        const entry = (catalog as Catalog).find((one) => one.id === id);
        const report = bundledReports().find((one) => one.id === id);
        return entry && report ? [{ entry, report }] : [];
      }),
    );

  it.each([
    [IDS, ['2022', '2023', '2025'], '2025 年报告未提及'],
    [['chuanhui-2024', 'zhoukou-2025'], ['2024', '2025'], '周口市 2025 未提及'],
    [['zhoukou-2022', 'zhoukou-2022-highlights'], ['摘编', '综述'], '周口市 2022 亮点 未提及'],
    [['zhoukou-2022', 'zhoukou-2022-highlights', 'zhoukou-2023'], ['甲', '乙', '丙'], '周口市 2023 未提及'],
  ])('%j', (ids, tags, gap) => {
    const sides = named(...ids);
    expect(sides.map(({ tag }) => tag)).toEqual(tags);
    expect(sides.at(-1)?.gap).toBe(gap);
  });
});
