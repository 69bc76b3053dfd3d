import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Paper } from '../../shared/sheet';
import { escapeMarkup } from '../../shared/text';

/** What a sheet of a workbook needs to be printed. */
export interface PrintedSheet {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
}

/** Excel's number for a size of paper. */
const SIZES = { A4: 9, A3: 8 } as const;

const INCH = 25.4;

/** A, B, …, Z, AA of a column counted from 1. */
const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);

const quotedName = (name: string): string => escapeMarkup(`'${name.replaceAll("'", "''")}'`);

/** The head repeats on each page, and nothing but the table is printed. */
const namesOf = (sheets: readonly PrintedSheet[]): string =>
  sheets
    .flatMap(({ name, columns, rows }, at) => {
      const quoted = quotedName(name);
      const area = `${quoted}!$A$1:$${letters(columns)}$${rows}`;
      return [
        `<definedName name="_xlnm.Print_Area" localSheetId="${at}">${area}</definedName>`,
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$1:$1</definedName>`,
      ];
    })
    .join('');

/** As wide as one page, as many pages long as it takes; the page is named by its number. */
const pageOf = ({ size, margins }: Paper, isWide: boolean): string => {
  const inch = (millimetres: number): string => (millimetres / INCH).toFixed(2);
  const { left, right, top, bottom } = margins;
  return (
    `<pageMargins left="${inch(left)}" right="${inch(right)}" top="${inch(top)}" bottom="${inch(bottom)}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="${SIZES[size]}" orientation="${isWide ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>'
  );
};

/** So many columns are read on paper held wide. */
const WIDE = 7;

/** Adds to a workbook how its sheets are printed, which the library that writes it does not know. */
export function withPrinting(book: Uint8Array, sheets: readonly PrintedSheet[], paper: Paper): Uint8Array {
  const files = unzipSync(book);
  const change = (path: string, edit: (text: string) => string): void => {
    const file = files[path];
    if (file) files[path] = strToU8(edit(strFromU8(file)));
  };
  change('xl/workbook.xml', (text) =>
    text.replace('<definedNames/>', () => `<definedNames>${namesOf(sheets)}</definedNames>`),
  );
  sheets.forEach(({ columns }, at) => {
    const isWide = paper.orientation === 'landscape' || columns > WIDE;
    change(`xl/worksheets/sheet${at + 1}.xml`, (text) =>
      text
        .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
        .replace('</worksheet>', `${pageOf(paper, isWide)}</worksheet>`),
    );
  });
  return zipSync(files);
}
