import { describe, expect, it } from 'vitest';
import { plotOfSeries, plotWords, plotsOf, type PlotPoint } from '../../../src/renderer/views/charts/plot';
import { buildMatrix, type MatrixRow } from '../../../src/shared/compare';
import { buildSeries, extractObservations, findDoubts, withDoubts } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';

const read = bundledReports().map((report) => ({ report, observations: extractObservations(report) }));
const doubts = findDoubts(read.map(({ observations }) => observations));
const volumes = read.map(({ report, observations }) => ({
  report,
  observations: withDoubts(observations, doubts),
}));
const reports = read.map(({ report }) => report);
const matrix = buildMatrix({ volumes, commitments: [] });
const row = (indicator: string, measure = 'level'): MatrixRow => {
  const found = matrix.groups
    .flatMap(({ rows }) => rows)
    .find((one) => one.indicator === indicator && one.measure === measure);
  if (!found) throw new Error(`${indicator} has no row.`);
  return found;
};
const heights = (points: readonly (PlotPoint | null)[]) => points.map((point) => point?.height ?? null);
const charted = (indicator: string, place = '周口市', measure = 'level') => ({
  row: row(indicator, measure),
  place,
});

describe('the plot of a series', () => {
  const port = buildSeries(volumes.map(({ observations }) => observations)).find(
    ({ indicator, place }) => indicator === '港口货物吞吐量' && place === '周口市',
  );

  it('has a gap for a year without a value, and keeps a target apart from results', () => {
    if (!port) throw new Error('The series is not there.');
    const { years, lines, absences } = plotOfSeries(port, reports);
    expect(absences).toEqual(['', '', '缺报告', '', '']);
    expect(years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(heights(lines[0]?.results ?? [])).toEqual([2915, 3000, null, 5205, null]);
    expect(heights(lines[0]?.targets ?? [])).toEqual([null, null, null, null, 6000]);
  });

  it('can be said in one sentence', () => {
    if (!port) throw new Error('The series is not there.');
    expect(plotWords(plotOfSeries(port, reports))).toBe(
      '港口货物吞吐量（万吨）：2021 年 2,915 万吨，2022 年 ＞3,000 万吨，2024 年 5,205 万吨，2025 年目标 ＞6,000 万吨；2023 年缺报告',
    );
  });
});

describe('plots of rows of the matrix', () => {
  it('say why a year has nothing, and mark what is doubtful', () => {
    const [plot] = plotsOf([charted('生产总值')], matrix.columns);
    expect(plot?.years).toEqual([2021, 2022, 2023, 2024]);
    expect(plot?.absences).toEqual(['', '', '缺报告', '']);
    expect(plot?.lines[0]?.results.map((point) => point?.doubt !== null && point !== null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(plot?.lines[0]?.breaks).toEqual([true, true, false, false]);
    expect(plotWords(plot as NonNullable<typeof plot>)).toContain('2021 年 349.2 亿元，存疑');
    expect(plotWords(plot as NonNullable<typeof plot>)).toContain('2023 年缺报告');
  });

  it('break where the unit breaks, and leave out what is in another unit', () => {
    const [plot] = plotsOf([charted('改造老旧小区')], matrix.columns);
    expect(heights(plot?.lines[0]?.results ?? [])).toEqual([387, 212, null, null, null]);
    expect(plot?.absences).toEqual(['', '', '缺报告', '单位变：个→户', '']);
    expect(plot?.lines[0]?.breaks).toEqual([false, false, false, true, true]);
  });

  it('put lines of one unit together, others apart, and name places where there are several', () => {
    const plots = plotsOf(
      [charted('城镇新增就业'), charted('新增技能人才', '川汇区'), charted('港口货物吞吐量')],
      matrix.columns,
    );
    expect(plots.map(({ unit, lines }) => [unit, ...lines.map(({ name }) => name)])).toEqual([
      ['万人', '城镇新增就业 · 周口市', '新增技能人才 · 川汇区'],
      ['万吨', '港口货物吞吐量 · 周口市'],
    ]);
  });
});
