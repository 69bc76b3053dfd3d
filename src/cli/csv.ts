import Papa from 'papaparse';

/** Excel and WPS read a CSV as UTF-8 only where it begins with a byte order mark. */
const BOM = '﻿';

/** What a spreadsheet may read as the beginning of a formula, full-width forms too. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

const EOL = '\r\n';

const unparse = (columns: readonly string[], rows: readonly object[], header: boolean): string =>
  Papa.unparse([...rows], { columns: [...columns], header, newline: EOL, escapeFormulae: FORMULA });

/** Rows as CSV for spreadsheets: BOM, CRLF, and cells that could run as a formula are escaped. */
export const csvOf = (columns: readonly string[], rows: readonly object[]): string =>
  BOM + unparse(columns, rows, true);

/** A table of words as CSV, its heads first. */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  BOM +
  Papa.unparse(
    rows.map((row) => [...row]),
    { newline: EOL, escapeFormulae: FORMULA },
  );

/** The same in pieces: first its head … */
export const csvHead = (columns: readonly string[]): string =>
  BOM + Papa.unparse([[...columns]], { newline: EOL }) + EOL;

/** … then rows, as often as there are any. */
export const csvRows =
  (columns: readonly string[]) =>
  (rows: readonly object[]): string =>
    unparse(columns, rows, false) + EOL;
