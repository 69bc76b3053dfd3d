import writeExcelFile, {
  type Cell,
  type CellObject,
  type Sheet as ExcelSheet,
} from 'write-excel-file/universal';
import type { Sheet } from '../../shared/sheet';
import { officeText, spreadsOf, type Spread, type SpreadCell } from './spread';
import { withPrinting } from './xlsx-print';

/** As Excel counts a column's width: characters of the usual size; Han characters take two. */
const WIDEST = 60;
const NARROWEST = 8;
/** A table of many columns is printed on one page's width: none of them may take too much of it. */
const WIDEST_OF_MANY = 26;
const MANY = 7;

/** Points a line of text is high. */
const LINE = 15;
/** Most points Excel takes for a row. */
const HIGHEST = 409;

/** Most characters a cell of Excel can hold, less a little. */
const LONGEST = 32_000;

/** A hairline around each cell, as a table on paper has it. */
const FRAME = { borderStyle: 'thin', borderColor: '#999999' } as const;

const textCell = (value: string): CellObject => ({
  value,
  type: String,
  // Text stays text also where a person edits the cell: nothing in it is ever a formula.
  format: '@',
  wrap: true,
  alignVertical: 'top',
  fontFamily: '宋体',
  ...FRAME,
});

const headCell = (value: string): CellObject => ({
  ...textCell(value),
  fontWeight: 'bold',
  fontFamily: '黑体',
  backgroundColor: '#eeeeee',
});

/** Nothing, in its frame. */
const EMPTY: CellObject = { ...FRAME };

const cellOf = (value: SpreadCell): Cell => {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top', ...FRAME };
  return value === null || value === '' ? EMPTY : textCell(officeText(value));
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

const lengthOf = (line: string): number =>
  [...line].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 0);

const linesOf = (cell: SpreadCell): readonly string[] => String(cell ?? '').split('\n');

const widthOf = (cells: readonly SpreadCell[], widest: number): number =>
  Math.min(widest, Math.max(NARROWEST, ...cells.flatMap(linesOf).map(lengthOf)) + 2);

/** Points the tallest cell of a row needs at these widths; a row left to itself hides its second line. */
const heightOf = (cells: readonly SpreadCell[], widths: readonly number[]): number => {
  const lines = cells.map((cell, at) =>
    linesOf(cell).reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / ((widths[at] ?? NARROWEST) - 1))),
      0,
    ),
  );
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
};

/** A row of one cell is a head over the rows below it: it goes over the whole width. */
const groupRow = (words: SpreadCell, columns: number): readonly Cell[] => [
  { ...headCell(officeText(String(words ?? ''))), columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
];

const sheetRow = (cells: readonly SpreadCell[], widths: readonly number[]): readonly Cell[] => {
  const height = heightOf(
    cells,
    cells.length === 1 ? [widths.reduce((sum, width) => sum + width, 0)] : widths,
  );
  const row =
    cells.length === 1 && widths.length > 1 ? groupRow(cells[0] ?? '', widths.length) : cells.map(cellOf);
  const [first, ...rest] = row;
  return first ? [{ ...first, height }, ...rest] : row;
};

/** Names of sheets are unique, at most 31 characters, without what Excel forbids in them. */
const nameOf = ({ name }: Spread, index: number, all: readonly Spread[]): string => {
  const clean = name.replace(/[[\]:*?/\\]/g, '-').slice(0, 28);
  const same = all.slice(0, index).filter((other) => other.name === name).length;
  return same === 0 ? clean : `${clean} ${same + 1}`;
};

const widthsOf = ({ head, rows }: Spread): readonly number[] =>
  head.map((title, at) =>
    widthOf(
      [title, ...rows.map((cells) => (cells.length > 1 || head.length === 1 ? (cells[at] ?? null) : null))],
      head.length > MANY ? WIDEST_OF_MANY : WIDEST,
    ),
  );

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
  const tables = all.map((spread, index) => ({
    name: nameOf(spread, index, all),
    head: spread.head,
    rows: spread.rows.flatMap(rowsOf),
    widths: widthsOf(spread),
  }));
  const book = tables.map(({ name, head, rows, widths }): ExcelSheet<Blob> => ({
    sheet: name,
    data: [
      head.map((text, at) => ({
        ...headCell(officeText(text)),
        ...(at === 0 ? { height: heightOf(head, widths) } : {}),
      })),
      ...rows.map((cells) => [...sheetRow(cells, widths)]),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  const blob = await writeExcelFile(book).toBlob();
  const printed = tables.map(({ name, head, rows }) => ({
    name,
    columns: head.length,
    rows: rows.length + 1,
  }));
  return withPrinting(new Uint8Array(await blob.arrayBuffer()), printed, paper);
}
