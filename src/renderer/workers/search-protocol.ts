import type { Observation } from '../../shared/report';
import type { PackedIndex, Passage, Results, SearchOptions } from '../../shared/search';

/** What is asked of one query. */
export interface AskOptions extends SearchOptions {
  /** Whether the query is also put to the numbers of the index; false unless told. */
  readonly numbers?: boolean;
}

export interface Found {
  readonly results: Results;
  /** Ids of the observations that answer the query as a question about numbers, in order. */
  readonly numbers: readonly string[];
}

/** What the page asks of the search worker. */
export type SearchContract = {
  /** What a store kept of the index of an earlier start; what of it is of no use the worker builds anew. */
  readonly restore: { readonly request: unknown; readonly answer: null };
  /** The report's passages from now on; none removes it. */
  readonly put: {
    readonly request: { readonly report: string; readonly passages: readonly Passage[] };
    readonly answer: null;
  };
  /** The numbers of a report from now on. */
  readonly numbers: {
    readonly request: { readonly report: string; readonly observations: readonly Observation[] };
    readonly answer: null;
  };
  /** A question that has been given up by the time its turn comes is not looked for. */
  readonly search: {
    readonly request: { readonly query: string; readonly options: AskOptions };
    readonly answer: Found;
  };
  /** The index to be kept for the next start; null where it is the one that was kept. */
  readonly pack: { readonly request: null; readonly answer: PackedIndex | null };
};
