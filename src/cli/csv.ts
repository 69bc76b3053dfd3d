import Papa from 'papaparse';

/** Excel and WPS read a CSV as UTF-8 only where it begins with a byte order mark. */
const BOM = '﻿';

/** What a spreadsheet may read as the beginning of a formula, full-width forms too. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

/** Rows as CSV for spreadsheets: BOM, CRLF, and cells that could run as a formula are escaped. */
export const csvOf = (columns: readonly string[], rows: readonly object[]): string =>
  BOM + Papa.unparse([...rows], { columns: [...columns], newline: '\r\n', escapeFormulae: FORMULA });
