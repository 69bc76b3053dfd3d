import type { Observation } from '../../shared/report';
import type { Passage, Results, SearchOptions } from '../../shared/search';

/** What is asked of one query. */
export interface AskOptions extends SearchOptions {
  /** Whether the query is also put to the numbers of the index; false unless told. */
  readonly numbers?: boolean;
}

export interface Found {
  readonly results: Results;
  /** Ids of the observations that answer the query as a question about numbers, in order. */
  readonly numbers: readonly string[];
  /** Reports whose passages were damaged in the store: they are wanting in the results until they are put again. */
  readonly lost: readonly string[];
}

/** A report to be searched; another version is another text, or the same read by other rules. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
}

/** What the page asks of the search worker. */
export type SearchContract = {
  /** What is searched from now on; answers the reports whose passages have to be put. `gone` ones are forgotten. */
  readonly shelve: {
    readonly request: { readonly reports: readonly Versioned[]; readonly gone: readonly string[] };
    readonly answer: readonly string[];
  };
  /** The passages of a report. */
  readonly put: {
    readonly request: Versioned & { readonly passages: readonly Passage[] };
    readonly answer: null;
  };
  /** Makes ready for a question that is likely to come. */
  readonly warm: { readonly request: null; readonly answer: null };
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
  /** Nobody is asking: what is not kept for the next start is kept now. */
  readonly rest: { readonly request: null; readonly answer: null };
};
