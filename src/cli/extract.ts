import type { Fault } from '../shared/fault';
import type { Bound, Observation, Report } from '../shared/report';
import { rangeToRaw } from '../shared/parse';
import { extractObservations, statedObservations } from '../shared/figures';
import { csvHead, csvRows } from './csv';
import { readReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';

export const extractUsage = `用法：duidu extract [选项] [文件|文件夹|报告名]…

每个数一行 JSON：report、quote、name、value、unit、measure、bound、kind、period、place、
start、end（数字在原文里的位置，按 UTF-16 计）。不写文件就读自带的五份报告。

  --raw          不用手工更正；用时，更正过的数带 correction：缘由与原来的读法
  --place 地方    只要这个地方的数
  --year 年份     只要这一年的数
  --format 格式   jsonl（默认）或 csv`;

const OPTIONS = {
  raw: { type: 'boolean' },
  place: { type: 'string' },
  year: { type: 'string' },
  format: { type: 'string' },
} as const;

const COLUMNS = [
  'report',
  'name',
  'indicator',
  'value',
  'unit',
  'measure',
  'bound',
  'kind',
  'period',
  'place',
  'topic',
  'quote',
  'start',
  'end',
  'dup',
  'correction',
] as const;

/** Prints every number the reports state. */
export async function runExtract(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (!options.ok) {
    printFaults([options.fault]);
    return EXIT.misused;
  }
  const { values, positionals } = options.value;
  const format = values.format ?? 'jsonl';
  if (format !== 'jsonl' && format !== 'csv') {
    printFaults([
      { code: 'format-unknown', subject: format, reason: '没有这种格式', remedy: '可用的是 jsonl 和 csv。' },
    ]);
    return EXIT.misused;
  }
  const faults: Fault[] = [];
  if (format === 'csv') await print(csvHead(COLUMNS));
  const textOf = format === 'csv' ? asCsv : asJsonLines;
  // Report by report: thousands of them need no more memory than one.
  for await (const { results } of readReports(positionals)) {
    for (const result of results) {
      if (!result.ok) {
        faults.push(result.fault);
        continue;
      }
      const report = result.value;
      const rows = readingsOf(report, values.raw === true)
        .filter(({ place, period }) => isAsked(place, period, values.place, values.year))
        .map((observation) => rowOf(report, observation));
      if (rows.length > 0 && !(await print(textOf(rows)))) return EXIT.done;
    }
  }
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

type Row = ReturnType<typeof rowOf>;

const asJsonLines = (rows: readonly Row[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

const asCsv = (rows: readonly Row[]): string => csvRows(COLUMNS)(rows.map(flat));

function readingsOf(report: Report, raw: boolean): readonly Observation[] {
  return raw ? extractObservations(report) : statedObservations(report);
}

/** A year asks for the periods that hold it: 2021 is in 2018-2022. */
function isAsked(
  place: string,
  period: string,
  asked: string | undefined,
  year: string | undefined,
): boolean {
  if (asked !== undefined && place !== asked) return false;
  if (year === undefined) return true;
  const years = period.match(/\d{4}/g) ?? [];
  const [first = '', last = first] = years;
  return first !== '' && first <= year && year <= last;
}

/** An observation with the fields of the gold files, its range in the raw text. */
function rowOf(report: Report, observation: Observation) {
  const {
    name,
    indicator,
    value,
    unit,
    measure,
    bound,
    kind,
    period,
    place,
    topic,
    quote,
    duplicateOf,
    correction,
  } = observation;
  return {
    report: report.id,
    quote: report.clean.slice(quote.start, quote.end).replace(/\s+/g, ''),
    name,
    indicator,
    value,
    unit,
    measure,
    bound,
    kind,
    period,
    place,
    topic,
    ...rangeToRaw(report, observation.range),
    ...(duplicateOf === null ? {} : { dup: true }),
    ...(correction === undefined ? {} : { correction }),
  };
}

/** Signs a spreadsheet shows as they are; a bare = would be taken for a formula. */
const BOUND_SIGNS: Readonly<Record<Bound, string>> = { '=': '', '>=': '≥', '>': '＞', '<=': '≤', '~': '约' };

const flat = (row: Row): object => ({
  ...row,
  value: typeof row.value === 'number' ? row.value : row.value.join('-'),
  bound: BOUND_SIGNS[row.bound],
  correction: row.correction?.reason ?? '',
});
