import type { Flow } from './flow';

/** One printed page: what stands on it from the top, and the footnotes at its foot in two columns. */
export interface PrintedPage {
  /** Indices into `Flow.items`. */
  readonly items: readonly number[];
  readonly footnotes: readonly [readonly number[], readonly number[]];
}

/** Heights in px, as measured in the page itself. */
export interface Measures {
  readonly item: (index: number) => number;
  readonly footnote: (number: number) => number;
  /** What the text and its footnotes share on a page. */
  readonly room: number;
  /** The rule and the space over the footnotes, where there are any. */
  readonly footnoteRule: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Footnotes in two columns, in order, cut where the higher column is lowest. */
const balance = (
  numbers: readonly number[],
  heightOf: (number: number) => number,
): { readonly columns: PrintedPage['footnotes']; readonly height: number } => {
  const heights = numbers.map(heightOf);
  const total = sum(heights);
  let best = { cut: 0, height: total };
  let left = 0;
  heights.forEach((height, index) => {
    left += height;
    const higher = Math.max(left, total - left);
    if (higher < best.height) best = { cut: index + 1, height: higher };
  });
  const cut = best.cut || numbers.length;
  return { columns: [numbers.slice(0, cut), numbers.slice(cut)], height: best.height };
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
    const foot = footnotes.length ? measures.footnoteRule + balance(footnotes, measures.footnote).height : 0;
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
    footnotes: balance(footnotes, measures.footnote).columns,
  }));
};
