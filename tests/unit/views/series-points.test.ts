import { describe, expect, it } from 'vitest';
import { chartData, heightOf, seriesWords } from '../../../src/renderer/views/charts/series-points';
import { buildSeries, extractObservations } from '../../../src/shared/structure';
import { bundledReports } from '../../helpers/bundled-reports';

describe('the chart of a series', () => {
  const series = buildSeries(bundledReports().map(extractObservations));
  const port = series.find(({ indicator, place }) => indicator === '港口货物吞吐量' && place === '周口市');

  it('draws a year without a value as a gap, and a target apart from results', () => {
    if (!port) throw new Error('The series is not there.');
    const { years, results, targets } = chartData(port);
    expect(years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(results.map(heightOf)).toEqual([2915, 3000, null, 5205, null]);
    expect(targets.map(heightOf)).toEqual([null, null, null, null, 6000]);
  });

  it('can be said in one sentence', () => {
    if (!port) throw new Error('The series is not there.');
    expect(seriesWords(port)).toBe(
      '周口市港口货物吞吐量（万吨）：2021 年 2,915，2022 年 ＞3,000，2024 年 5,205，2025 年目标 ＞6,000',
    );
  });
});
