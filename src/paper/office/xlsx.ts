import writeExcelFile, {
  type Cell,
  type CellObject,
  type Sheet as ExcelSheet,
} from 'write-excel-file/universal';
import type { Sheet } from '../../shared/sheet';
import { officeText, spreadsOf, type Spread, type SpreadCell } from './spread';

/** As Excel counts a column's width: characters of the usual size; Han characters take two. */
const WIDEST = 60;
const NARROWEST = 8;

/** Most characters a cell of Excel can hold, less a little. */
const LONGEST = 32_000;

const textCell = (value: string): CellObject => ({
  value,
  type: String,
  // Text stays text also where a person edits the cell: nothing in it is ever a formula.
  format: '@',
  wrap: true,
  alignVertical: 'top',
  fontFamily: '宋体',
});

const headCell = (value: string): CellObject => ({
  ...textCell(value),
  fontWeight: 'bold',
  fontFamily: '黑体',
});

const cellOf = (value: SpreadCell): Cell => {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  return value === null || value === '' ? null : textCell(officeText(value));
};

/** A row whose texts are longer than a cell can hold goes on in the next. */
function rowsOf(cells: readonly SpreadCell[]): readonly (readonly SpreadCell[])[] {
  const longest = Math.max(0, ...cells.map((cell) => (typeof cell === 'string' ? cell.length : 0)));
  return Array.from({ length: Math.max(1, Math.ceil(longest / LONGEST)) }, (_, part) =>
    cells.map((cell) => {
      if (typeof cell === 'string') return cell.slice(part * LONGEST, (part + 1) * LONGEST);
      return part === 0 ? cell : null;
    }),
  );
}

const widthOf = (cells: readonly SpreadCell[]): number => {
  const lines = cells.flatMap((cell) => String(cell ?? '').split('\n'));
  const wide = lines.map((line) => [...line].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 0));
  return Math.min(WIDEST, Math.max(NARROWEST, ...wide) + 2);
};

/** Names of sheets are unique, at most 31 characters, without what Excel forbids in them. */
const nameOf = ({ name }: Spread, index: number, all: readonly Spread[]): string => {
  const clean = name.replace(/[[\]:*?/\\]/g, '-').slice(0, 28);
  const same = all.slice(0, index).filter((other) => other.name === name).length;
  return same === 0 ? clean : `${clean} ${same + 1}`;
};

/** An Excel workbook: one sheet a table, the figures once more as numbers, and the sources. */
export async function makeXlsx(sheet: Sheet): Promise<Uint8Array> {
  const { paper, title, subtitle, date, foot } = sheet;
  const spreads = spreadsOf(sheet);
  const cover: Spread = {
    name: '封面',
    caption: '',
    head: [title],
    rows: [[subtitle], [date], [foot]],
  };
  const all = [cover, ...spreads];
  const book = all.map((spread, index): ExcelSheet<Blob> => ({
    sheet: nameOf(spread, index, all),
    data: [
      spread.head.map((text) => headCell(officeText(text))),
      ...spread.rows.flatMap(rowsOf).map((cells) => cells.map(cellOf)),
    ],
    columns: spread.head.map((head, at) => ({
      width: widthOf([head, ...spread.rows.map((cells) => (cells.length > 1 ? (cells[at] ?? null) : null))]),
    })),
    stickyRowsCount: 1,
    ...(paper.orientation === 'landscape' ? { orientation: 'landscape' as const } : {}),
  }));
  const blob = await writeExcelFile(book).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
