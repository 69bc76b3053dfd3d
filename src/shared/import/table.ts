/** Which columns of a table hold what, by index; `text` is the only one that must be there. */
export interface TableColumns {
  readonly text: number;
  readonly place: number | null;
  readonly year: number | null;
  readonly title: number | null;
  /** Whether a row is a report, or a sentence of one. */
  readonly rows: 'report' | 'sentence';
}

/** Columns a table can have. */
export const TABLE_COLUMNS = ['text', 'place', 'year', 'title'] as const;

type TableColumn = (typeof TABLE_COLUMNS)[number];

/**
 * What a person says of a table's columns: an index, or on the command line a name of the head or a number from one;
 * null for none. What is left out is guessed.
 */
export type TableWish = Readonly<Partial<Record<TableColumn, number | string | null>>> & {
  readonly rows?: TableColumns['rows'] | undefined;
};

/** A table as it is shown to a person who chooses its columns. */
export interface TableOffer {
  readonly header: readonly string[];
  /** The first rows, long cells cut. */
  readonly sample: readonly (readonly string[])[];
  readonly count: number;
  /** Null where no column holds prose. */
  readonly guess: TableColumns | null;
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

const NAMES: Readonly<Record<TableColumn, RegExp>> = {
  text: /正文|内容|全文|文本|报告文本|句子|content|text|body|sentence/i,
  place: /地区|地方|省份|城市|区县|行政区|place|province|city|region|area|^省$|^市$|^县$/i,
  year: /年份|年度|^年$|year/i,
  title: /标题|题目|名称|title|^报告$/i,
};
const LEAST_TEXT = 8;
/** From this many characters on a cell is a report, not a sentence. */
const REPORT_LENGTH = 1000;

/** Guesses the columns by their heads, else by what stands in them; null where no column holds prose. */
function guessColumns({ header, rows }: TableRows): TableColumns | null {
  const named = (key: TableColumn): number | null => {
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
    rows: (lengths[text] ?? 0) >= REPORT_LENGTH ? 'report' : 'sentence',
  };
}

const SAMPLE_ROWS = 5;
const SAMPLE_LENGTH = 80;

/** Gives what is shown of a table before its columns are chosen. */
export const offerOf = (table: TableRows): TableOffer => ({
  header: table.header,
  sample: table.rows.slice(0, SAMPLE_ROWS).map((row) => row.map((text) => text.slice(0, SAMPLE_LENGTH))),
  count: table.rows.length,
  guess: guessColumns(table),
});

/** The column a person means; null where the table has none such. */
const indexOf = (header: readonly string[], wish: number | string): number | null => {
  if (typeof wish === 'number') return wish >= 0 && wish < header.length ? wish : null;
  const named = header.findIndex((name) => name.trim() === wish.trim());
  if (named >= 0) return named;
  return /^[1-9]\d*$/.test(wish) && Number(wish) <= header.length ? Number(wish) - 1 : null;
};

/** The columns as a person wishes them, the rest as guessed; null where no text can be had, or a column does not exist. */
export function wishedColumns(table: TableRows, wish: TableWish): TableColumns | null {
  const { header, rows } = table;
  const guess = guessColumns(table);
  const found = (key: TableColumn): number | null | undefined => {
    const wanted = wish[key];
    if (wanted === undefined) return guess?.[key];
    return wanted === null ? null : (indexOf(header, wanted) ?? undefined);
  };
  const [text, place = null, year = null, title = null] = TABLE_COLUMNS.map(found);
  const isUnknown = TABLE_COLUMNS.some((key) => typeof wish[key] !== 'undefined' && found(key) === undefined);
  if (text === undefined || text === null || isUnknown) return null;
  // A column guessed for one thing may be wished for the text.
  const other = (index: number | null): number | null => (index === text ? null : index);
  const kind = meanLength(rows, text) >= REPORT_LENGTH ? 'report' : 'sentence';
  return { text, place: other(place), year: other(year), title: other(title), rows: wish.rows ?? kind };
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
  const isWhole = columns.rows === 'report';
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
