import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildMatrix,
  type Matrix,
  type MatrixCell,
  type MatrixLibrary,
  type MatrixRow,
} from '../../../src/shared/compare';
import { changeWords } from '../../../src/shared/compare/matrix/change';
import { figure, inUnit } from '../../../src/shared/compare/matrix/figures';
import { parseReport, rangeToRaw } from '../../../src/shared/parse';
import type { Observation } from '../../../src/shared/report';
import {
  buildSeries,
  extractObservations,
  findDoubts,
  withCorrections,
  withDoubts,
} from '../../../src/shared/figures';
import { traceCommitments } from '../../../src/shared/commitments';
import { bundledReports } from '../../helpers/bundled-reports';

const bundled = (): MatrixLibrary => {
  const volumes = bundledReports().map((report) => ({
    report,
    observations: withCorrections(report, extractObservations(report)),
  }));
  const doubts = findDoubts(volumes.map(({ observations }) => observations));
  const judged = volumes.map(({ report, observations }) => ({
    report,
    observations: withDoubts(observations, doubts),
  }));
  return { volumes: judged, commitments: traceCommitments(judged) };
};

const library = bundled();
const BIN = fileURLToPath(new URL('../../../bin/duidu.mjs', import.meta.url));

/** What the command prints. */
const duidu = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [BIN, ...args], { maxBuffer: 64 << 20 }, (error, out) =>
      error ? reject(new Error(error.message)) : resolve(out),
    );
  });

const rowsOf = ({ groups }: Matrix): readonly MatrixRow[] => groups.flatMap(({ rows }) => rows);
const rowNamed = (matrix: Matrix, indicator: string, measure = 'level'): MatrixRow => {
  const found = rowsOf(matrix).find((row) => row.indicator === indicator && row.measure === measure);
  if (!found) throw new Error(`${indicator} has no row.`);
  return found;
};

/** A cell as it is read: ● result, ○ target, ◇ doubtful, then what stands under the value. */
const read = ({ values, absence, break: broken }: MatrixCell): string =>
  (broken ? `${broken.words} ` : '') +
  (absence ??
    values
      .map(({ kind, text, unit, remarks, doubt, outcome }) =>
        [
          `${doubt ? '◇' : kind === 'result' ? '●' : '○'}${text}${unit ?? ''}`,
          ...remarks.map((one) => one.text),
          ...(outcome ? [outcome.label] : []),
        ].join(' '),
      )
      .join('，'));

describe('指标对照 of the bundled reports', () => {
  const zhoukou = buildMatrix(library, { places: ['周口市'] });
  const cells = (indicator: string): readonly string[] => rowNamed(zhoukou, indicator).cells.map(read);

  it('heads each year with the reports that speak of it, and says which one is missing', () => {
    expect(zhoukou.columns.map(({ year, caption }) => `${String(year)} ${caption}`)).toEqual([
      '2021 据 2022 年报告',
      '2022 据 2022、2023 年报告',
      '2023 2024 年报告未入架',
      '2024 据 2025 年报告',
      '2025 据 2025 年报告',
    ]);
  });

  it('gives values, growth, doubts and changes as the texts bear them out', () => {
    expect(cells('生产总值')).toEqual([
      '◇349.2 存疑：疑丢一位 同比＋6.3%',
      '●＞3,500 全省第 5 位 五年回顾',
      '缺报告',
      '●3,635.62 同比＋6.5%',
      '未提及',
    ]);
    expect(cells('港口货物吞吐量')).toEqual([
      '●2,915',
      '●＞3,000 较2021 ↑＞85',
      '缺报告',
      '●5,205 同比＋27.5%',
      '○＞6,000 较2024 ↑＞795',
    ]);
    expect(cells('集装箱吞吐量')).toEqual([
      '●2.69',
      '未提及',
      '缺报告',
      '●16.3 同比＋56% 较2021 ↑13.61',
      '○＞22 较2024 ↑＞5.7',
    ]);
    expect(cells('城镇新增就业')).toEqual([
      '●6.95',
      '●7.2 较2021 ↑0.25',
      '缺报告',
      '●7.3 较2022 ↑0.1',
      '未提及',
    ]);
  });

  it('names beside 未提及 the indicator that says the like under another verb in the same year', () => {
    const at = zhoukou.columns.findIndex(({ year }) => year === 2024);
    expect(rowNamed(zhoukou, '新增经营主体').cells[at]).toMatchObject({
      absence: '未提及',
      near: ['新设经营主体'],
    });
    // A stock is no gain, and what stands there needs no pointer.
    expect(rowNamed(zhoukou, '经营主体').cells[at]?.near).toBeUndefined();
    for (const { cells } of rowsOf(zhoukou))
      for (const cell of cells) if (cell.values.length > 0) expect(cell.near).toBeUndefined();
  });

  it('sets a target beside its result with the verdict, and says where the result is missing', () => {
    expect(rowNamed(zhoukou, '规模以上工业企业研发活动覆盖率', 'share').cells.map(read)[1]).toBe(
      '●81.8，○≥65 完成',
    );
    expect(cells('新增高技能人才')[1]).toBe('●9.5，○5.7 完成');
    expect(cells('新增高新技术企业')).toEqual([
      '●33',
      '●118 较2021 ↑85',
      '○60 结果缺报告',
      '●138 较2022 ↑20',
      '○60 较2024 ↓78',
    ]);
    expect(rowNamed(zhoukou, '新增高新技术企业')).toMatchObject({
      name: '高新技术企业',
      remark: '新认定、培育、新增',
      unit: '家',
    });
  });

  it('holds figures of one scope against each other, and says which scope', () => {
    expect(cells('新增智能工厂(车间)')).toEqual([
      '未提及',
      '●15 限省级，○8 完成',
      '○15 结果缺报告',
      '●19 限省级 较2022 ↑4',
      '未提及',
    ]);
  });

  it('marks where unit or scope break, and computes nothing over a break', () => {
    expect(cells('改造老旧小区')).toEqual([
      '●387',
      '●212 较2021 ↓175',
      '缺报告',
      '单位变：个→户 ●8,293户',
      '单位变：户→个 ○53',
    ]);
    expect(cells('建成交付安置房').slice(0, 2)).toEqual(['●3.69 限棚改', '口径变 ●5.2']);
    expect(rowNamed(zhoukou, '建成交付安置房').unit).toBe('万套');
    expect(cells('建成交付安置房').slice(3)).toEqual([
      '●1.6 较2022 ↓3.6',
      '○0.399 较2024 ↓1.201 原文 3990 套',
    ]);
  });
});

describe('指标对照 keeps every figure', () => {
  const matrix = buildMatrix(library);
  const placed = new Map<string, string[]>();
  for (const row of rowsOf(matrix))
    for (const [at, { values }] of row.cells.entries())
      for (const { observation, repeats } of values)
        for (const { id } of [observation, ...repeats])
          placed.set(id, [...(placed.get(id) ?? []), `${row.id} ${String(matrix.columns[at]?.year)}`]);

  it('has every series with its points, each once, in one row, at its year and with its value', () => {
    const series = buildSeries(library.volumes.map(({ observations }) => observations));
    const lines = series.filter(({ points }) => points.length > 1);
    expect(lines.length).toBeGreaterThan(40);
    for (const { id, points } of lines) {
      const row = rowsOf(matrix).find((one) => one.series.includes(id));
      expect(row, id).toBeDefined();
      for (const { observation, year } of points)
        expect(placed.get(observation.id), id).toEqual([`${row?.id ?? ''} ${String(year)}`]);
    }
  });

  it('has each point that `duidu series` prints, found by its place in the source', async () => {
    const printed = await duidu('series');
    const points = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { points: { report: string; period: string; start: number }[] })
      .flatMap((one) => one.points);
    expect(points.length).toBeGreaterThan(100);
    const reports = new Map(library.volumes.map(({ report }) => [report.id, report]));
    const inCells = new Set(
      rowsOf(matrix).flatMap(({ cells }) =>
        cells.flatMap(({ values }, at) =>
          values
            .flatMap(({ observation, repeats }) => [observation, ...repeats])
            .map(({ report: id, range }) => {
              const report = reports.get(id);
              const { start } = report ? rangeToRaw(report, range) : range;
              return `${id} ${String(start)} ${String(matrix.columns[at]?.year)}`;
            }),
        ),
      ),
    );
    const yearOf = (period: string): string =>
      /^\d{4}-\d{4}$/.test(period) ? period.slice(5) : period.slice(0, 4);
    const missing = points.filter(
      ({ report, start, period }) => !inCells.has(`${report} ${String(start)} ${yearOf(period)}`),
    );
    expect(missing).toEqual([]);
  }, 60_000);

  it('says beside a name in words what tells a row from others, never by the marks of our own', () => {
    const remarks = rowsOf(matrix).flatMap(({ remark }) => remark.split(' · '));
    expect(remarks.filter((remark) => /:|\||zhoukou|chuanhui/.test(remark))).toEqual([]);
    expect(remarks.filter((remark) => remark.endsWith('间') && !/^\d+年间$/.test(remark))).toEqual([]);
  });

  it('shows what the text states: the value of a cell is that of its observation', () => {
    for (const row of rowsOf(matrix))
      for (const { values } of row.cells)
        for (const { observation, unit, number } of values)
          if (observation.unit === (unit ?? row.unit)) expect(number).toEqual(observation.value);
          else
            expect(inUnit(number, row.unit, observation.unit) ?? observation.value).toEqual(
              observation.value,
            );
  });

  it('leaves out no statement of a dated figure: it has a cell, or stands under the value it goes with', () => {
    const told = new Set(
      rowsOf(matrix).flatMap(({ cells }) =>
        cells.flatMap(({ values }) =>
          values.flatMap(({ remarks }) =>
            remarks.flatMap(({ observations }) => observations.map(({ id }) => id)),
          ),
        ),
      ),
    );
    const stated = library.volumes
      .flatMap(({ observations }) => observations)
      .filter(({ duplicateOf, period }) => duplicateOf === null && /^\d{4}/.test(period));
    expect(stated.filter(({ id }) => !placed.has(id) && !told.has(id)).map(({ id }) => id)).toEqual([]);
    expect([...placed.values()].filter((places) => places.length > 1)).toEqual([]);
  });

  it('computes no change from or to a doubtful value', () => {
    for (const row of rowsOf(matrix))
      for (const { values } of row.cells)
        for (const { doubt, remarks } of values)
          if (doubt !== null) expect(remarks.map(({ kind }) => kind)).not.toContain('change');
    const yields = rowsOf(matrix).find(
      ({ indicator, measure }) => indicator === '粮食总产量' && measure === 'level',
    );
    const at = matrix.columns.findIndex(({ id }) => id === '川汇区|2023');
    expect(yields?.cells.slice(at, at + 2).map(read)).toEqual([
      expect.stringMatching(/^◇0.892 存疑：.* 原文 4.46 万吨$/),
      '○≥1.67',
    ]);
  });

  it('shows two places side by side, and only the years asked for', () => {
    const both = buildMatrix(library, { places: ['川汇区', '周口市'], years: [2023, 2024] });
    expect(both.columns.map(({ id }) => id)).toEqual([
      '川汇区|2023',
      '川汇区|2024',
      '周口市|2023',
      '周口市|2024',
    ]);
    expect(rowNamed(both, '城镇新增就业').cells.map(read)).toEqual([
      '●0.583 原文 5830 人',
      '○≥0.6 较2023 ↑≥0.017 原文 6000 人',
      '缺报告',
      '●7.3 较2022 ↑0.1',
    ]);
    expect(buildMatrix(library, { places: [] })).toEqual({ columns: [], groups: [] });
    expect(buildMatrix({ volumes: [], commitments: [] })).toEqual({ columns: [], groups: [] });
  });
});

describe('指标对照 of other reports', () => {
  /** A report made of two sentences, read as any other. */
  const readText = (id: string, year: number, text: string) => {
    const report = parseReport(
      { id, raw: text },
      { place: '某市', year, genre: '全文', title: '政府工作报告' },
    );
    return { report, observations: extractObservations(report) };
  };
  const text = (year: number, lines: string): string =>
    `政府工作报告\n一、${String(year - 1)}年工作回顾\n${lines}\n二、${String(year)}年重点工作\n继续努力。\n`;

  it('does not take 国内 of 国内生产总值 for a narrower scope, and joins a bare 万 to 万人', () => {
    const volumes = [
      readText('a', 2020, text(2020, '国内生产总值500亿元，增长5%。返乡创业1.5万。')),
      readText('b', 2021, text(2021, '生产总值560亿元，增长6%。返乡创业2万人。')),
    ];
    const matrix = buildMatrix({ volumes, commitments: [] });
    expect(rowNamed(matrix, '生产总值').cells.slice(0, 2).map(read)).toEqual([
      '●500 同比＋5%',
      '●560 同比＋6% 较2019 ↑60',
    ]);
    const home = rowsOf(matrix).find(({ indicator }) => indicator.includes('返乡创业'));
    expect(home?.unit).toBe('万人');
    expect(home?.cells.slice(0, 2).map(read)).toEqual(['●1.5', '●2 较2019 ↑0.5']);
  });
});

describe('a change between years', () => {
  const exact = (value: number) => ({ value, bound: '=' as const });

  it('keeps the sign of a bound where the direction is sure, and is silent where it is not', () => {
    const change = (now: number, sign: Observation['bound'], before: number, other: Observation['bound']) =>
      changeWords({ value: now, bound: sign }, { value: before, bound: other }, 'level');
    expect(change(6000, '>', 5205, '=')).toBe('↑＞795');
    expect(change(5205, '=', 3000, '>')).toBeNull();
    expect(change(2900, '=', 3000, '>')).toBe('↓＞100');
    expect(change(50, '>', 60, '=')).toBeNull();
    expect(change(5, '<=', 8, '=')).toBe('↓≥3');
    expect(change(9, '=', 8, '<=')).toBe('↑≥1');
    expect(change(20, '~', 15, '=')).toBe('↑约5');
    expect(change(5, '>', 5, '=')).toBeNull();
    expect(changeWords({ value: [3, 5], bound: '=' }, exact(2), 'level')).toBeNull();
  });

  it('names points for shares, and steps for ranks', () => {
    expect(changeWords(exact(6.5), exact(6.3), 'growth')).toBe('↑0.2 个百分点');
    expect(changeWords(exact(3), exact(5), 'rank')).toBe('升 2 位');
    expect(changeWords(exact(7), exact(7), 'level')).toBe('持平');
  });

  it('is exact to the last decimal', () => {
    expect(changeWords(exact(16.3), exact(2.69), 'level')).toBe('↑13.61');
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const words = changeWords(exact(a / 100), exact(b / 100), 'level');
        const size = Math.abs(a - b);
        const shown =
          figure(Math.trunc(size / 100)) +
          (size % 100 ? `.${String(size % 100).padStart(2, '0')}`.replace(/0$/, '') : '');
        expect(words).toBe(a === b ? '持平' : `${a > b ? '↑' : '↓'}${shown}`);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
