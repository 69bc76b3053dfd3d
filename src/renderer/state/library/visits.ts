import type { Place } from './navigation';

/** Where in a report the reader stands. */
export interface Stand {
  readonly report: string;
  /** Clean offset where the paragraph at the top of the window starts. */
  readonly paragraphStart: number;
  /** Pixels of that paragraph already scrolled past. */
  readonly scrolled: number;
  /** Whether the reader came to look something up, and has not read on from there. */
  readonly lookup: boolean;
}

/** A place the reader has been at. */
export interface Visit {
  readonly place: Place;
  /** Null outside 阅读. */
  readonly stand: Stand | null;
}

/** The way here and, after going back, the way on. */
export interface Visits {
  readonly past: readonly Visit[];
  readonly future: readonly Visit[];
}

const MOST_VISITS = 100;

export const NO_VISITS: Visits = { past: [], future: [] };

/** Leaves a place for a new one: there is no way on any more. */
export const visited = ({ past }: Visits, left: Visit): Visits => ({
  past: [...past, left].slice(-MOST_VISITS),
  future: [],
});

/** Goes one visit back or on; null where there is none. */
export const turned = (
  { past, future }: Visits,
  here: Visit,
  by: 1 | -1,
): { readonly visits: Visits; readonly to: Visit } | null => {
  const to = by < 0 ? past.at(-1) : future[0];
  if (!to) return null;
  const visits =
    by < 0
      ? { past: past.slice(0, -1), future: [here, ...future] }
      : { past: [...past, here], future: future.slice(1) };
  return { visits, to };
};
