import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Rows beyond the window that are kept on the page. */
const OVERSCAN = 8;

export interface VirtualRows {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  /** Guessed height of a row in px, until it has been measured. */
  readonly estimate: (row: number) => number;
  /** A row that stays on the page wherever the list is scrolled to: the one the keys stand on. -1 for none. */
  readonly kept?: number;
  /** Where the rows begin inside what scrolls, px. */
  readonly scrollMargin?: number;
}

/** Rows of unequal height of which only those near the window are on the page. */
export const useVirtualRows = ({
  scroller,
  keys,
  estimate,
  kept = -1,
  scrollMargin = 0,
}: VirtualRows): Virtualizer<HTMLElement, Element> =>
  useVirtualizer<HTMLElement, Element>({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: (row) => keys[row] ?? row,
    overscan: OVERSCAN,
    scrollMargin,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return kept < 0 || rows.includes(kept) ? rows : [...rows, kept].sort((a, b) => a - b);
    },
  });

export interface VirtualColumns {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Of each column, px. */
  readonly width: number;
}

/** Columns beyond the window that are kept on the page. */
const COLUMNS_BESIDE = 3;

/** Columns of equal width of which only those near the window are on the page. */
export const useVirtualColumns = ({
  scroller,
  count,
  width,
}: VirtualColumns): Virtualizer<HTMLElement, Element> =>
  useVirtualizer<HTMLElement, Element>({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => width,
    overscan: COLUMNS_BESIDE,
  });
