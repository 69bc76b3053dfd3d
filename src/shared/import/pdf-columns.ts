import { lineOf, type PdfItem, type PdfLine } from './pdf-lines';

type Row = readonly PdfItem[];

/** Lines that follow one another in reading order and share their margins. */
export interface PdfColumn {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly PdfLine[];
}

const STEP = 2;
/** Share of rows that may cross the gap between two columns: headlines. */
const MOST_CROSSING = 0.15;
const LEAST_ROWS = 8;
/** Narrowest gap between columns, in sizes of the text. */
const LEAST_GUTTER = 0.6;
/** Points by which the same strip differs from page to page. */
const SAME_GUTTER = 12;

/** Divides a page's rows into columns, read one after the other; rows that cross all columns part what is above and below. */
export function columnsOf(rows: readonly Row[], usual: readonly number[] = []): readonly PdfColumn[] {
  const own = guttersOf(rows);
  const gutters = own.length === 0 && isSetLike(rows, usual) ? usual : own;
  if (gutters.length === 0) return rows.length === 0 ? [] : [columnOf(rows.map(lineOf))];
  const columns: PdfColumn[] = [];
  let band: Row[] = [];
  const flush = (): void => {
    const bounds = [-Infinity, ...gutters, Infinity];
    for (let at = 0; at + 1 < bounds.length; at += 1) {
      const inside = band
        .map((row) =>
          row.filter(({ x, width }) => isBetween(x + width / 2, bounds[at] ?? 0, bounds[at + 1] ?? 0)),
        )
        .filter((row) => row.length > 0);
      if (inside.length > 0) columns.push(columnOf(inside.map(lineOf)));
    }
    band = [];
  };
  const first = rows.findIndex((row) => sidesOf(row, gutters) > 1);
  for (const [index, row] of rows.entries()) {
    if (
      index < first ||
      row.some(({ x, width }) => gutters.some((gutter) => x < gutter - 1 && x + width > gutter + 1))
    ) {
      flush();
      columns.push(columnOf([lineOf(row)]));
    } else band.push(row);
  }
  flush();
  return columns;
}

/** The white strips of a page that most pages with columns have at the same places; none where pages differ. */
export function usualGutters(pages: readonly (readonly Row[])[]): readonly number[] {
  const all = pages.map(guttersOf).filter((gutters) => gutters.length > 0);
  const [first] = all;
  const isSame = (gutters: readonly number[]): boolean =>
    gutters.length === first?.length &&
    gutters.every((gutter, at) => Math.abs(gutter - (first[at] ?? 0)) < SAME_GUTTER);
  return first && all.every(isSame) ? first : [];
}

/** Tells whether a page of a few rows, too few to tell columns, has them where the others do: the last page of a text. */
const isSetLike = (rows: readonly Row[], gutters: readonly number[]): boolean =>
  gutters.length > 0 &&
  rows.length < LEAST_ROWS &&
  rows.flat().every(({ x, width }) => gutters.every((gutter) => x >= gutter - 1 || x + width <= gutter + 1));

/** Tells how many columns a row has text in; what stands above the first row of several is the page's headline. */
const sidesOf = (row: Row, gutters: readonly number[]): number =>
  new Set(row.map(({ x, width }) => gutters.filter((gutter) => x + width / 2 >= gutter).length)).size;

const isBetween = (value: number, low: number, high: number): boolean => value >= low && value < high;

/** Middles of the white strips that run down the page between columns. */
function guttersOf(rows: readonly Row[]): readonly number[] {
  if (rows.length < LEAST_ROWS) return [];
  const items = rows.flat();
  const left = Math.min(...items.map(({ x }) => x));
  const right = Math.max(...items.map(({ x, width }) => x + width));
  const size = median(items.map((item) => item.size));
  const cover = new Array<number>(Math.max(1, Math.ceil((right - left) / STEP))).fill(0);
  for (const row of rows) {
    const own = new Set<number>();
    for (const { x, width } of row)
      for (let bin = Math.floor((x - left) / STEP); bin < Math.ceil((x + width - left) / STEP); bin += 1)
        own.add(bin);
    for (const bin of own) if (bin >= 0 && bin < cover.length) cover[bin] = (cover[bin] ?? 0) + 1;
  }
  const gutters: number[] = [];
  let start = -1;
  cover.forEach((count, bin) => {
    const white = count <= rows.length * MOST_CROSSING;
    if (white && start < 0) start = bin;
    if (white || start < 0) return;
    if (start > 0 && (bin - start) * STEP >= size * LEAST_GUTTER)
      gutters.push(left + ((start + bin) / 2) * STEP);
    start = -1;
  });
  return gutters.filter((gutter) => hasBothSides(rows, gutter));
}

/** Tells whether enough rows have text on either side: a short last column is one, an indent is none. */
function hasBothSides(rows: readonly Row[], gutter: number): boolean {
  const both = rows.filter((row) => row.some(({ x }) => x < gutter) && row.some(({ x }) => x >= gutter));
  return both.length >= Math.max(LEAST_ROWS / 2, rows.length * 0.25);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** A margin is where at least this share of the lines begins: of short paragraphs more lines are set in than not. */
const LEAST_AT_MARGIN = 0.1;

/** A column with the margins its own lines tell. */
export function columnOf(lines: readonly PdfLine[]): PdfColumn {
  const lefts = lines.map(({ left }) => Math.round(left));
  const counts = new Map<number, number>();
  for (const left of lefts) counts.set(left, (counts.get(left) ?? 0) + 1);
  const least = Math.max(2, lines.length * LEAST_AT_MARGIN);
  const [margin] = [...counts]
    .filter(([, count]) => count >= least)
    .map(([left]) => left)
    .sort((a, b) => a - b);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return {
    left: margin ?? (lines.length === 0 ? 0 : Math.min(...lefts)),
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    lines,
  };
}
