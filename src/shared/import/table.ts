/** Which columns of a table hold what, by index; `text` is the only one that must be there. */
export interface TableColumns {
  readonly text: number;
  readonly place: number | null;
  readonly year: number | null;
  readonly title: number | null;
}

/** A table as it is shown before its columns are chosen. */
export interface TableRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A report put together from the rows of a table. */
export interface TableReport {
  /** How the row or rows are called: `第 3 行`, `周口市 2023`. */
  readonly label: string;
  readonly title: string;
  readonly place: string;
  readonly year: string;
  readonly text: string;
}

const NAMES: Readonly<Record<keyof TableColumns, RegExp>> = {
  text: /正文|内容|全文|文本|报告文本|句子|content|text|body|sentence/i,
  place: /地区|地方|省份|城市|区县|行政区|place|province|city|region|area|^省$|^市$|^县$/i,
  year: /年份|年度|^年$|year/i,
  title: /标题|题目|名称|title|^报告$/i,
};
const LEAST_TEXT = 8;
/** From this many characters on a cell is a report, not a sentence. */
const REPORT_LENGTH = 1000;

/** Guesses the columns by their heads, else by what stands in them; null where no column holds prose. */
export function guessColumns({ header, rows }: TableRows): TableColumns | null {
  const named = (key: keyof TableColumns): number | null => {
    const index = header.findIndex((name) => NAMES[key].test(name.trim()));
    return index < 0 ? null : index;
  };
  const lengths = header.map((_, column) => meanLength(rows, column));
  const longest = lengths.indexOf(Math.max(...lengths));
  const byName = named('text');
  const text = byName !== null && (lengths[byName] ?? 0) >= LEAST_TEXT ? byName : longest;
  if ((lengths[text] ?? 0) < LEAST_TEXT) return null;
  const other = (index: number | null): number | null => (index === text ? null : index);
  const year = named('year') ?? header.findIndex((_, column) => column !== text && isYears(rows, column));
  return {
    text,
    place: other(named('place')),
    year: year < 0 ? null : other(year),
    title: other(named('title')),
  };
}

/** The apostrophe that a CSV has before what a spreadsheet could read as a formula (S-23). */
const GUARD = /^'(?=['\s=+\-@＝＋－＠\0])/;

const cell = (row: readonly string[], column: number | null): string =>
  column === null ? '' : (row[column] ?? '').replace(GUARD, '').trim();

const meanLength = (rows: readonly (readonly string[])[], column: number): number =>
  rows.reduce((sum, row) => sum + cell(row, column).length, 0) / Math.max(1, rows.length);

const isYears = (rows: readonly (readonly string[])[], column: number): boolean =>
  rows.length > 0 && rows.every((row) => /^(?:19|20)\d{2}年?$/.test(cell(row, column)));

/** Puts reports together: a long cell is a report of its own; sentences of one place, year and title are one report. */
export function reportsOf({ rows }: TableRows, columns: TableColumns): readonly TableReport[] {
  const isWhole = meanLength(rows, columns.text) >= REPORT_LENGTH;
  const groups = new Map<string, { index: number; rows: (readonly string[])[] }>();
  rows.forEach((row, index) => {
    if (cell(row, columns.text) === '') return;
    const key = isWhole
      ? String(index)
      : [columns.place, columns.year, columns.title].map((column) => cell(row, column)).join('|');
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { index, rows: [row] });
  });
  return [...groups.values()].map(({ index, rows: own }) => {
    const [first = []] = own;
    const [place, year, title] = [columns.place, columns.year, columns.title].map((column) =>
      cell(first, column),
    );
    const label = [place, year].filter(Boolean).join(' ') || `第 ${String(index + 2)} 行`;
    return {
      label,
      place: place ?? '',
      year: (year ?? '').replace(/年$/, ''),
      title: title ?? '',
      text: own.map((row) => cell(row, columns.text)).join('\n'),
    };
  });
}
