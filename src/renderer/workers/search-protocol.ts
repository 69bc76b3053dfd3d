import type { Result } from '../../shared/fault';
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

/** What the page asks of the search worker: plain data, posted as it is. */
export type SearchRequest =
  /** What a store kept of the index of an earlier start; what of it is of no use the worker builds anew. */
  | { readonly type: 'restore'; readonly stored: unknown }
  /** The report's passages from now on; none removes it. */
  | { readonly type: 'put'; readonly report: string; readonly passages: readonly Passage[] }
  /** The numbers of a report from now on. */
  | { readonly type: 'numbers'; readonly report: string; readonly observations: readonly Observation[] }
  /** Answered by one `answer` of the same id, unless a newer search comes first: then by `superseded`. */
  | { readonly type: 'search'; readonly id: number; readonly query: string; readonly options: AskOptions };

export type SearchReply =
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<Found> }
  | { readonly type: 'superseded'; readonly id: number }
  /** The index is another than the one that was kept; a store should keep it for the next start. */
  | { readonly type: 'packed'; readonly index: PackedIndex };
