import { rangeToRaw } from '../shared/parse';
import type { Report, Series, SeriesPoint } from '../shared/report';
import { buildSeries, statedObservations } from '../shared/figures';
import { csvOf } from './csv';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';

export const seriesUsage = `用法：duidu series [选项] [文件|文件夹|报告名]…

每个序列一行 JSON：indicator、place、measure、unit、points（report、place、period、value、unit、kind、bound、
start、end：数字在原文里的位置）。只列有两个点以上的序列；单位、地方、口径不同的各成一列。

  --format 格式   jsonl（默认）或 csv（每点一行）`;

const COLUMNS = [
  'indicator',
  'measure',
  'report',
  'place',
  'period',
  'value',
  'unit',
  'kind',
  'bound',
  'start',
  'end',
] as const;

/** Prints the series of the given reports, or of the bundled ones. */
export async function runSeries(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { format: { type: 'string' } });
  const format = options.ok ? (options.value.values.format ?? 'jsonl') : 'jsonl';
  if (!options.ok || (format !== 'jsonl' && format !== 'csv')) {
    printFaults([
      options.ok
        ? {
            code: 'format-unknown',
            subject: format,
            reason: '没有这种格式',
            remedy: '可用的是 jsonl 和 csv。',
          }
        : options.fault,
    ]);
    return EXIT.misused;
  }
  const { reports, faults } = await loadReports(options.value.positionals);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const series = buildSeries(reports.map(statedObservations)).filter(({ points }) => points.length > 1);
  const rows = series.map((one) => rowOf(one, byId));
  if (format === 'csv') {
    await print(
      csvOf(
        COLUMNS,
        rows.flatMap(({ indicator, measure, points }) =>
          points.map((point) => ({ indicator, measure, ...flat(point) })),
        ),
      ),
    );
  } else if (rows.length > 0) await print(rows.map((row) => JSON.stringify(row)).join('\n'));
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

const rowOf = (
  { indicator, place, measure, unit, points }: Series,
  reports: ReadonlyMap<string, Report>,
) => ({
  indicator,
  place,
  measure,
  unit,
  points: points.map((point) => pointOf(point, reports)),
});

/** A point as printed in its report; the series' unit is beside it for those who plot. */
function pointOf({ observation }: SeriesPoint, reports: ReadonlyMap<string, Report>) {
  const { report, place, period, value, unit, kind, bound, range } = observation;
  const source = reports.get(report);
  return { report, place, period, value, unit, kind, bound, ...(source ? rangeToRaw(source, range) : range) };
}

const flat = (point: ReturnType<typeof pointOf>): object => ({
  ...point,
  value: typeof point.value === 'number' ? point.value : point.value.join('-'),
  bound: point.bound === '=' ? '' : point.bound,
});
