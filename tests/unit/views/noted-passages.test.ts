import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../src/renderer/state/compare/compare';
import { manyRows, rowPassages, topicSections } from '../../../src/renderer/views/compare/many-rows';
import { cellPassages } from '../../../src/renderer/views/indicators/matrix/cell-passages';
import { buildMatrix, compareMany } from '../../../src/shared/compare';
import { rangeContains, sliceRange } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { traceCommitments } from '../../../src/shared/commitments';
import { bundledReports } from '../../helpers/bundled-reports';

const reports = bundledReports();

describe('a note on a cell of the matrix', () => {
  const volumes = reports.map((report) => ({ report, observations: extractObservations(report) }));
  const matrix = buildMatrix({ volumes, commitments: traceCommitments(volumes) });
  const cells = matrix.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const stating = cells.filter(({ values }) => values.length > 0);

  it('holds the clause of every value the cell shows', () => {
    expect(stating.length).toBeGreaterThan(400);
    for (const cell of stating) {
      const passages = cellPassages(cell, reports);
      for (const { observation } of cell.values)
        expect(
          passages.some(
            ({ report, range }) =>
              report.id === observation.report && rangeContains(range, observation.range),
          ),
        ).toBe(true);
    }
  });

  it('holds no clause twice, and none inside another', () => {
    for (const cell of stating) {
      const passages = cellPassages(cell, reports);
      expect(passages.length).toBeLessThanOrEqual(cell.values.length);
      for (const one of passages)
        for (const other of passages)
          if (one !== other && one.report === other.report)
            expect(rangeContains(one.range, other.range)).toBe(false);
    }
  });

  it('joins passages of two reports where a target and its result share a cell', () => {
    const several = stating.map(
      (cell) => new Set(cellPassages(cell, reports).map(({ report }) => report.id)),
    );
    expect(several.some((ids) => ids.size > 1)).toBe(true);
  });

  it('has nothing to hold where the cell states nothing', () => {
    const silent = cells.find(({ values }) => values.length === 0);
    expect(silent && cellPassages(silent, reports)).toEqual([]);
  });
});

describe('a note on a row of three reports', () => {
  it('holds what each report says, and nothing for one that says nothing', () => {
    const three = ['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025'].flatMap(
      (id) => reports.find((report) => report.id === id) ?? [],
    );
    const roles = STAGES.find(({ id }) => id === 'plan')?.roles ?? [];
    const comparison = compareMany(three, { roles });
    const row = topicSections(three, roles)
      .flatMap(({ topic }) => manyRows(comparison, topic, false))
      .find(({ cells }) => {
        const [range] = cells[1]?.ranges ?? [];
        return range && sliceRange(three[1]?.clean ?? '', range).includes('新增专利授权3000件以上');
      });
    const passages = row ? rowPassages(row, three) : [];
    expect([...new Set(passages.map(({ report }) => report.id))]).toEqual(['zhoukou-2023', 'zhoukou-2025']);
    expect(passages.map(({ report, range }) => sliceRange(report.clean, range)).join()).toContain(
      '注册商标1.4万件',
    );
  });
});
