import type { Flow } from './flow';

/** One printed page: what stands on it from the top, and the footnotes at its foot in columns. */
export interface PrintedPage {
  /** Indices into `Flow.items`. */
  readonly items: readonly number[];
  readonly footnotes: readonly (readonly number[])[];
}

/** Heights in px, as measured in the page itself. */
export interface Measures {
  readonly item: (index: number) => number;
  readonly footnote: (number: number) => number;
  /** What the text and its footnotes share on a page. */
  readonly room: number;
  /** The rule and the space over the footnotes, where there are any. */
  readonly footnoteRule: number;
  /** How many columns the footnotes stand in. */
  readonly footnoteColumns: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Balanced {
  readonly columns: PrintedPage['footnotes'];
  readonly height: number;
}

/** Footnotes in order, filled up to a height; null where they need more columns than there are. */
const fill = (
  numbers: readonly number[],
  { footnote, footnoteColumns }: Measures,
  height: number,
): PrintedPage['footnotes'] | null => {
  const columns: number[][] = [[]];
  let used = 0;
  for (const number of numbers) {
    const tall = footnote(number);
    if (used > 0 && used + tall > height) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(number);
    used += tall;
  }
  return columns.length <= footnoteColumns ? columns : null;
};

/** Footnotes in columns, in order, as low as they can stand; a height is always that of some notes in a row. */
const balance = (numbers: readonly number[], measures: Measures): Balanced => {
  const total = sum(numbers.map(measures.footnote));
  let height = Math.max(total / measures.footnoteColumns, 0, ...numbers.map(measures.footnote));
  for (;;) {
    const columns = fill(numbers, measures, height);
    const tallest = (all: PrintedPage['footnotes']) =>
      Math.max(0, ...all.map((column) => sum(column.map(measures.footnote))));
    if (columns) return { columns, height: tallest(columns) };
    height = nextHeight(numbers, measures, height);
  }
};

/** The least height above this one at which a column takes one note more. */
const nextHeight = (numbers: readonly number[], { footnote }: Measures, height: number): number => {
  let next = Infinity;
  for (let start = 0; start < numbers.length; start += 1) {
    let tall = 0;
    for (const number of numbers.slice(start)) {
      tall += footnote(number);
      if (tall > height) break;
    }
    if (tall > height) next = Math.min(next, tall);
  }
  return next === Infinity ? height + 1 : next;
};

interface Draft {
  readonly items: readonly number[];
  readonly footnotes: readonly number[];
}

const join = (draft: Draft, items: readonly number[], footnotes: readonly number[]): Draft => ({
  items: [...draft.items, ...items],
  footnotes: [...new Set([...draft.footnotes, ...footnotes])].sort((a, b) => a - b),
});

/**
 * Fills pages one after the other: a cluster goes on the page if it and the footnotes it adds still fit,
 * else it opens the next. Nothing is cut; a source is told again on every page that refers to it.
 */
export const pack = (flow: Flow, measures: Measures): readonly PrintedPage[] => {
  const fits = ({ items, footnotes }: Draft): boolean => {
    const foot = footnotes.length ? measures.footnoteRule + balance(footnotes, measures).height : 0;
    return sum(items.map(measures.item)) + foot <= measures.room;
  };
  const pages: Draft[] = [{ items: [], footnotes: [] }];
  for (const { items, footnotes, repeated } of flow.clusters) {
    const page = pages.at(-1);
    const joined = join(page ?? { items: [], footnotes: [] }, items, footnotes);
    if (page && (page.items.length === 0 || fits(joined))) {
      pages[pages.length - 1] = joined;
      continue;
    }
    pages.push(join({ items: [flow.running, ...repeated], footnotes: [] }, items, footnotes));
  }
  return pages.map(({ items, footnotes }) => ({
    items,
    footnotes: balance(footnotes, measures).columns,
  }));
};
