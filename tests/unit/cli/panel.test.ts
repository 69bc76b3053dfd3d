import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runPanel } from '../../../src/cli/panel';
import { statedObservations } from '../../../src/shared/figures';
import { PANEL_COLUMN_NAMES } from '../../../src/shared/panel';
import { rangeToRaw } from '../../../src/shared/parse';
import { bundledReports } from '../../helpers/bundled-reports';
import { ROOT } from '../../helpers/places';

const folder = mkdtempSync(join(tmpdir(), 'duidu-panel-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in this process: its exit code and what it says of faults. */
const panel = async (...args: readonly string[]) => {
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  const code = await runPanel(args).finally(() => spy.mockRestore());
  return { code, err: said.join('') };
};

type Row = Readonly<Record<string, string>>;

const readCsv = (path: string): readonly Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
    .data;

describe('duidu panel', () => {
  test('has each number of each report once, where it stands in the text with this checksum', async () => {
    const out = join(folder, 'long.csv');
    expect(await panel('--out', out)).toEqual({ code: 0, err: '' });
    const rows = readCsv(out);
    expect(Object.keys(rows[0] ?? {})).toEqual(PANEL_COLUMN_NAMES);
    const wanted = bundledReports().flatMap((report) =>
      statedObservations(report)
        .filter(({ duplicateOf }) => duplicateOf === null)
        .map(({ range, value, unit }) => {
          const { start, end } = rangeToRaw(report, range);
          const sha256 = createHash('sha256').update(report.raw).digest('hex');
          return [report.id, sha256, start, end, typeof value === 'number' ? value : value[0], unit].join(
            '|',
          );
        }),
    );
    const found = rows.map((row) =>
      [row['report'], row['sha256'], row['start'], row['end'], row['value'], row['unit']].join('|'),
    );
    expect([...found].sort()).toEqual([...wanted].sort());
  });

  test('has all values of an indicator in one unit, and the doubts that another year’s report raises', async () => {
    const out = join(folder, 'doubts.jsonl');
    await panel('--out', out);
    const rows = readFileSync(out, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const jobs = rows.filter(({ indicator, measure }) => indicator === '城镇新增就业' && measure === 'level');
    expect(new Set(jobs.map(({ unit_common: unit }) => unit))).toEqual(new Set(['万人']));
    const codes = new Set(rows.map((row) => [row['place'], row['place_code']].join(' ')));
    expect(['周口市 411600', '川汇区 411602'].every((code) => codes.has(code))).toBe(true);
    const [small] = jobs.filter(({ place, unit }) => place === '川汇区' && unit === '人');
    expect(small).toMatchObject({ value: 5830, value_common: 0.583 });
    const gdp = rows.find(({ value, indicator }) => value === 349.2 && indicator === '生产总值');
    expect(gdp?.['doubt']).toContain('疑丢一位');
  });

  test('sets chosen indicators side by side, a place and year a row, and leaves doubtful values out', async () => {
    const out = join(folder, 'wide.csv');
    await panel('--out', out, '--wide', 'GDP,城镇新增就业');
    const rows = readCsv(out);
    const cells = rows.map((row) => [
      row['place'],
      row['year'],
      row['生产总值（亿元）'],
      row['城镇新增就业（万人）'],
    ]);
    expect(cells).toContainEqual(['周口市', '2024', '3635.62', '7.3']);
    expect(cells).toContainEqual(['周口市', '2021', '', '6.95']);
  });

  test('opens in Excel with numbers as numbers, and with the meaning of each column', async () => {
    const out = join(folder, 'book.xlsx');
    await panel('--out', out, 'chuanhui-2024');
    const [head = [], first = []] = await readSheet(out, '面板');
    expect(head).toEqual(PANEL_COLUMN_NAMES);
    expect(typeof first[head.indexOf('value')]).toBe('number');
    const meanings = await readSheet(out, '列的说明');
    expect(meanings.slice(1).map(([name]) => name)).toEqual(PANEL_COLUMN_NAMES);
    expect(meanings.every(([, meaning]) => String(meaning).length > 1)).toBe(true);
  });

  test('names its columns as SDMX-CSV 2.0 does when asked', async () => {
    const out = join(folder, 'sdmx.csv');
    await panel('--out', out, '--sdmx');
    const rows = readCsv(out);
    expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual([
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      'REF_AREA',
    ]);
    const periods = new Set(rows.map((row) => row['TIME_PERIOD'] ?? ''));
    expect(
      [...periods].filter((period) => !/^\d{4}(?:-\d\d(?:-\d\d\/P\d+[YM])?|-[QS]\d)?$/.test(period)),
    ).toEqual([]);
    expect(periods.has('2018-01-01/P5Y')).toBe(true);
    expect(new Set(rows.map((row) => row['OBS_STATUS']))).toEqual(new Set(['A', 'U']));
  });

  test('has the columns that the schema for DuckDB names', () => {
    const schema = readFileSync(join(ROOT, 'docs', 'panel.sql'), 'utf8');
    const names = [...schema.matchAll(/"?(\w+)"?: '[A-Z]+'/g)].map(([, name]) => name);
    expect(names).toEqual(PANEL_COLUMN_NAMES);
  });

  test('writes the same whatever the order of the files, and takes those of one place together', async () => {
    const lines: string[][] = [];
    for (const order of [
      ['zhoukou-2022', 'chuanhui-2024', 'zhoukou-2025'],
      ['chuanhui-2024', 'zhoukou-2022', 'zhoukou-2025'],
    ]) {
      const out = join(folder, 'order.csv');
      await panel('--out', out, ...order);
      lines.push(readFileSync(out, 'utf8').split('\r\n'));
    }
    expect(lines[0]).toEqual(lines[1]);
  });

  test('writes the same rows from what it has read before, and reads anew what is another text or damaged', async () => {
    const place = join(folder, 'cached');
    const kept = join(place, 'kept');
    mkdirSync(place);
    const text = join(place, '川汇区2024.txt');
    const lines = readFileSync(join(ROOT, 'resources', 'reports', 'chuanhui-2024.txt'), 'utf8');
    writeFileSync(text, `${lines}\n新建道路7公里。`);
    const out = join(place, 'panel.csv');
    const write = async (...args: string[]): Promise<string> => {
      expect(await panel('--out', out, ...args, text)).toEqual({ code: 0, err: '' });
      return readFileSync(out, 'utf8');
    };
    const plain = await write();
    expect(await write('--cache', kept)).toBe(plain);
    const [name = ''] = readdirSync(kept);
    const made = statSync(join(kept, name)).ino;
    expect(await write('--cache', kept)).toBe(plain);
    expect(readdirSync(kept).map((each) => [each, statSync(join(kept, each)).ino])).toEqual([[name, made]]);
    writeFileSync(join(kept, name), 'nonsense');
    expect(await write('--cache', kept)).toBe(plain);
    writeFileSync(text, `${lines}\n新建道路8公里。`);
    expect(await write('--cache', kept)).toBe(await write());
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test('has its name only when it is whole, and names what could not be read', async () => {
    const place = join(folder, 'whole');
    mkdirSync(place);
    writeFileSync(join(place, 'broken.docx'), 'PK\u0003\u0004 and no more');
    const out = join(place, 'panel.csv');
    const { code, err } = await panel('--out', out, 'zhoukou-2022', join(place, 'broken.docx'));
    expect([code, err]).toEqual([1, expect.stringContaining('broken.docx')]);
    expect(readdirSync(place).sort()).toEqual(['broken.docx', 'panel.csv']);
    const lost = await panel('--out', join(folder, 'none', 'panel.csv'), 'zhoukou-2022');
    expect([lost.code, lost.err]).toEqual([1, expect.stringContaining('没有这个文件夹')]);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test.each([
    [['--wide', 'GDP'], '没有说写到哪里'],
    [['--out', 'x.dta'], '没有这种格式'],
    [['--out', 'x.csv', '--wide', ''], '没有写指标'],
    [['--out', 'x.csv', '--wide', 'GDP', '--measure', '大小'], '没有这种口径'],
    [['--out', 'x.csv', '--wide', 'GDP', '--sdmx'], '宽表没有 SDMX 的写法'],
  ])('says what is wrong with %j', async (args, sentence) => {
    expect(await panel(...args)).toEqual({ code: 2, err: expect.stringContaining(sentence) as unknown });
  });
});
