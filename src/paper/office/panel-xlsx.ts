import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/universal';
import { officeText } from './spread';

/** Cells of a row by the names of their columns. */
export type PanelCells = Readonly<Record<string, string | number | null>>;

/** A panel as a table of text and numbers. */
export interface PanelTable {
  readonly columns: readonly string[];
  readonly rows: readonly PanelCells[];
  /** What stands in a column, by its name. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Rows a worksheet of Excel can hold, its head included. */
const MOST_ROWS = 1_048_576;

/** Text also where a person edits the cell: a code keeps its digits, and nothing is ever a formula. */
const text = (value: string): CellObject => ({ value: officeText(value), type: String, format: '@' });

const head = (value: string): CellObject => ({ ...text(value), fontWeight: 'bold' });

const cellOf = (value: string | number | null | undefined): Cell => {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : text(value);
};

/** Makes a workbook of a panel and the meaning of its columns. Throws RangeError where the rows are more than Excel holds. */
export async function makePanelXlsx({ columns, rows, notes }: PanelTable): Promise<Uint8Array> {
  if (rows.length >= MOST_ROWS) throw new RangeError('行数超过了 Excel 一张表能放的，请改用 .csv');
  const meanings = columns.map((name) => [text(name), text(notes[name] ?? '')]);
  const blob = await writeExcelFile([
    {
      sheet: '面板',
      data: [columns.map(head), ...rows.map((row) => columns.map((name) => cellOf(row[name])))],
      stickyRowsCount: 1,
    },
    {
      sheet: '列的说明',
      data: [[head('列'), head('说明')], ...meanings],
      columns: [{ width: 22 }, { width: 60 }],
    },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
