import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test, vi } from 'vitest';
import { csvOf } from '../../../src/cli/csv';
import { ROOT } from '../../helpers/places';

/** Each test starts the program anew; on a busy machine that alone takes seconds. */
vi.setConfig({ testTimeout: 60_000 });

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const duidu = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'bin', 'duidu.mjs'), ...args],
      { maxBuffer: 64 << 20 },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const rowsOf = (out: string): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const rawOf = (id: string): string => readFileSync(join(ROOT, 'resources', 'reports', `${id}.txt`), 'utf8');

describe('duidu extract', () => {
  test('--raw prints what the program read, without hand corrections', async () => {
    const [plain, raw] = await Promise.all([
      duidu('extract', 'zhoukou-2022'),
      duidu('extract', 'zhoukou-2022', '--raw'),
    ]);
    const corrected = rowsOf(plain.out).filter((row) => 'correction' in row);
    expect(rowsOf(raw.out).some((row) => 'correction' in row)).toBe(false);
    expect(rowsOf(raw.out).length).toBeGreaterThan(40);
    if (corrected.length === 0) expect(plain.out).toBe(raw.out);
  });

  test('prints each number with its place in the raw file', async () => {
    const { code, out } = await duidu('extract', 'zhoukou-2022');
    const gdp = rowsOf(out)[0];
    expect(code).toBe(0);
    expect(gdp).toMatchObject({
      report: 'zhoukou-2022',
      name: '生产总值',
      value: 349.2,
      unit: '亿元',
      measure: 'level',
      bound: '=',
      kind: 'result',
      period: '2021',
      place: '周口市',
    });
    expect(rawOf('zhoukou-2022').slice(Number(gdp?.start), Number(gdp?.end))).toBe('349.2');
  });

  test('keeps to the place and year asked for; a span holds its years', async () => {
    const { out } = await duidu('extract', 'zhoukou-2023', '--place', '中心城区', '--year', '2020');
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ place, period }) => `${String(place)} ${String(period)}`))).toEqual(
      new Set(['中心城区 2018-2022']),
    );
  });

  test('an unknown format is told, with what there is', async () => {
    const { code, err } = await duidu('extract', 'zhoukou-2022', '--format', 'xml');
    expect(code).toBe(2);
    expect(err).toContain('jsonl 和 csv');
  });

  test('CSV opens in spreadsheets: BOM, one row a number, no cell that could run', async () => {
    const { out } = await duidu('extract', 'zhoukou-2022', '--format', 'csv');
    expect(out.charCodeAt(0)).toBe(0xfeff);
    const { data } = Papa.parse<Record<string, string>>(out.slice(1).trim(), { header: true });
    expect(data.length).toBe(45);
    expect(data.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('duidu matrix', () => {
  test('finds an indicator by another name and sets its years side by side', async () => {
    const { code, out } = await duidu('matrix', '--place', '周口市', '--indicator', 'gdp');
    const [heads, first] = Papa.parse<string[]>(out.slice(1).trimEnd()).data;
    expect(code).toBe(0);
    expect(heads?.slice(0, 3)).toEqual(['指标', '单位', '2021 年']);
    expect(first?.[0]).toBe('生产总值');
    expect(first?.at(-1)).toContain('3,635.62');
  });

  test('names what it has not found', async () => {
    const { code, out, err } = await duidu('matrix', '--indicator', '无此指标');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('错误：无此指标：这些报告里没有这样的指标');
  });
});

describe('a part of the commitments', () => {
  test('is those of a place, a year and a verdict, numbers and things alike', async () => {
    const asked = ['commitments', '--place', '周口市', '--year', '2022'];
    const [all, part, met] = await Promise.all([
      duidu('commitments'),
      duidu(...asked),
      duidu(...asked, '--standing', 'met'),
    ]);
    const listed = rowsOf(part.out);
    expect(rowsOf(all.out)).toEqual(expect.arrayContaining([...listed]));
    expect(new Set(listed.map(({ kind }) => kind === 'number')).size).toBe(2);
    const sure = listed.filter(({ verdict, sure }) => verdict === 'met' && sure === true);
    expect(sure.length).toBeGreaterThan(0);
    expect(rowsOf(met.out)).toEqual(sure);
  });

  test('asks for a verdict there is', async () => {
    const { code, err } = await duidu('commitments', '--standing', '好');
    expect(code).toBe(2);
    expect(err).toContain('没有这种结论');
  });
});

describe('duidu series and commitments', () => {
  test('a series has two points or more, each as printed in its report', async () => {
    const rows = rowsOf((await duidu('series')).out);
    const port = rows.find(({ indicator }) => indicator === '港口货物吞吐量') as
      | { readonly points: readonly { report: string; start: number; end: number; value: number }[] }
      | undefined;
    expect(port?.points.map(({ value }) => value)).toEqual([2915, 3000, 5205, 6000]);
    expect(rows.every(({ points }) => Array.isArray(points) && points.length > 1)).toBe(true);
    for (const { report, start, end, value } of port?.points ?? [])
      expect(rawOf(report).slice(start, end)).toBe(String(value));
  });

  test('each target says what became of it', async () => {
    const rows = rowsOf((await duidu('commitments', 'zhoukou-2022', 'zhoukou-2023')).out);
    const coverage = rows.find(({ indicator }) => indicator === '规模以上工业企业研发活动覆盖率');
    expect(coverage).toMatchObject({ verdict: 'met', sure: true, result: { report: 'zhoukou-2023' } });
    expect(rows.filter(({ verdict }) => verdict === 'report-missing').length).toBeGreaterThan(0);
    const numbers = rows.filter(({ kind }) => kind === 'number');
    expect(numbers.length).toBeGreaterThan(20);
    for (const row of numbers)
      expect(Object.keys(row)).toEqual(['kind', 'indicator', 'target', 'result', 'verdict', 'sure']);
    for (const row of rows.filter(({ kind }) => kind !== 'number'))
      expect(Object.keys(row).slice(0, 6)).toEqual(['kind', 'object', 'stage', 'due', 'target', 'result']);
  });

  test('--reason says what was compared with what', async () => {
    const rows = rowsOf((await duidu('commitments', '--reason', 'zhoukou-2022', 'zhoukou-2023')).out);
    const coverage = rows.find(({ indicator }) => indicator === '规模以上工业企业研发活动覆盖率');
    expect(coverage?.['reason']).toMatch(/65%以上.*81\.8%.*达到目标/);
  });
});

test('a cell that begins like a formula is escaped', () => {
  expect(csvOf(['name'], [{ name: '=HYPERLINK("x")' }])).toContain(`'=HYPERLINK`);
});
