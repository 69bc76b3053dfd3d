import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { OFFICE } from '../../../src/paper/office';
import { officeText, spreadsOf } from '../../../src/paper/office/spread';
import type { Annotation } from '../../../src/shared/report';
import type { Sheet } from '../../../src/shared/sheet';
import { bundledSheet } from '../../helpers/bundled-sheet';

const IDS = ['zhoukou-2023', 'zhoukou-2025'];

/** A note of the reader on a passage that is nowhere any more, with these words. */
const noteOf = (text: string, index: number): Annotation => ({
  id: `note-${index}`,
  body: { text, tags: [text], colour: '石青', underline: false },
  targets: [
    {
      report: 'zhoukou-2023',
      source: '0'.repeat(64),
      position: { start: 0, end: 1 },
      quote: { exact: text, prefix: '', suffix: '' },
      sentence: { text, start: 0 },
    },
  ],
  created: '2026-11-20T08:00:00Z',
  modified: '2026-11-20T08:00:00Z',
});

/** The sheets of the Excel file by name, as another program reads them; cells as they stand, spaces and all. */
const book = async (sheet: Sheet) => {
  const buffer = Buffer.from(await OFFICE.xlsx.make(sheet));
  const sheets = await readExcelFile(buffer, { trim: false });
  return { buffer, sheets, rowsOf: (name: string) => sheets.find((one) => one.sheet === name)?.data ?? [] };
};

/** What reads as a formula in one spreadsheet or another. */
const RUNNING = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠a', '\t=1', '\r=1', ' =1', "'=1"];

describe('the Excel file', () => {
  const sheet = bundledSheet(IDS, {}, [noteOf('核对', 0)]);

  it('gives back every cell of every table', async () => {
    const { sheets } = await book(sheet);
    const spreads = spreadsOf(sheet);
    expect(sheets).toHaveLength(spreads.length + 1);
    for (const [at, { head, rows }] of spreads.entries()) {
      const read = sheets[at + 1]?.data ?? [];
      const wanted = [head, ...rows].map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
      wanted.forEach((cells, line) => expect(read[line]?.slice(0, cells.length)).toEqual(cells));
      expect(read).toHaveLength(wanted.length);
    }
  });

  it('has result, growth and target of a year and the unit in columns of their own', async () => {
    const { rowsOf } = await book(sheet);
    const [head = [], ...rows] = rowsOf('指标对照');
    expect(head).toEqual(
      expect.arrayContaining(['指标', '单位', '2024 结果', '2024 同比', '2025 目标', '说明']),
    );
    const port = rows.find((row) => String(row[0]).startsWith('港口货物吞吐量'));
    const at = (name: string) => port?.[head.indexOf(name)];
    expect([at('单位'), at('2024 结果'), at('2024 同比'), at('2025 目标')]).toEqual([
      '万吨',
      5205,
      '＋27.5%',
      '＞6,000',
    ]);
  });

  it('is printed with frames, its heads on each page, one page wide, each row high enough for its words', async () => {
    const { buffer } = await book(sheet);
    const files = unzipSync(new Uint8Array(buffer));
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const names = text('xl/workbook.xml');
    expect(names).toMatch(/_xlnm\.Print_Area" localSheetId="\d">'指标对照'!\$A\$1:\$[A-Z]+\$\d+</);
    const at = /_xlnm\.Print_Titles" localSheetId="(\d)">'指标对照'!\$1:\$1</.exec(names)?.[1];
    const table = text(`xl/worksheets/sheet${Number(at) + 1}.xml`);
    expect(table).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
    expect(table).toContain('fitToWidth="1" fitToHeight="0"');
    expect(table).toMatch(/<row r="\d+" ht="30"/);
    expect(text('xl/styles.xml')).toContain('style="thin"');
  });

  it('has exact figures as numbers, and the words they are printed in beside them', async () => {
    const { rowsOf } = await book(sheet);
    const [head = [], ...rows] = rowsOf('数据');
    const column = (name: string): number => head.indexOf(name);
    const port = rows.find((row) => row[column('印出的数')] === '5,205');
    expect(port?.[column('数值')]).toBe(5205);
    expect(port?.[column('报告')]).toBe('周口市 2025');
    expect(String(port?.[column('原句')])).toContain('5205');
    const bounded = rows.filter((row) => String(row[column('印出的数')]).startsWith('＞'));
    expect(bounded.length).toBeGreaterThan(0);
    for (const row of bounded) expect(row[column('数值')]).toBeNull();
  });

  it('holds no formula, whatever a cell begins with (S-23)', async () => {
    const noted = bundledSheet(IDS, { parts: ['notes'] }, RUNNING.map(noteOf));
    const { buffer, rowsOf } = await book(noted);
    const [, ...rows] = rowsOf('批注');
    expect(rows.map((row) => row[1])).toEqual(RUNNING.map((text) => officeText(text)));
    const files = unzipSync(new Uint8Array(buffer));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [, data] of sheets) expect(strFromU8(data)).not.toMatch(/<f[ >]/);
    const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array());
    // 49 is Excel's own number for Text.
    expect(styles).toMatch(/numFmtId="49"|formatCode="@"/);
  });

  it('can hold anything a reader can type, and much of it', async () => {
    const long = '很长的批注。'.repeat(12_000);
    const odd = `坏字符\u0000\u000b\ud800尾`;
    const noted = bundledSheet(IDS, { parts: ['notes'] }, [long, odd].map(noteOf));
    const { rowsOf } = await book(noted);
    const [, ...rows] = rowsOf('批注');
    const told = rows.map((row) => String(row[1] ?? '')).join('');
    expect(told.length).toBe(long.length + 4);
    expect(told.endsWith('坏字符尾')).toBe(true);
    expect(told.startsWith(long)).toBe(true);
  });
});

describe('the CSV file', () => {
  it('is UTF-8 with a byte order mark, and gives back every cell', async () => {
    const sheet = bundledSheet(IDS, {}, RUNNING.map(noteOf));
    const bytes = await OFFICE.csv.make(sheet);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data, errors } = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
      delimiter: ',',
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
    const rows = data.map((row) => row.map(unguarded));
    const wanted = spreadsOf(sheet).flatMap(({ name, caption, head, rows: own }) => [
      [name, caption],
      head,
      ...own.map((row) => row.map((cell) => String(cell ?? ''))),
    ]);
    expect(rows.slice(2)).toEqual(wanted);
  });

  it('has no cell that a spreadsheet could run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...RUNNING), fc.string(), async (start, rest) => {
        const sheet = { ...EMPTY, notices: [`${start}${rest}`] };
        const text = new TextDecoder().decode(await OFFICE.csv.make(sheet));
        const { data } = Papa.parse<string[]>(text);
        for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

const EMPTY: Sheet = bundledSheet(IDS, { parts: [] });
