import type { Result } from '../../shared/fault';
import type { PackedIndex, Passage, Results, SearchOptions } from '../../shared/search';

/** What the page asks of the search worker: plain data, posted as it is. */
export type SearchRequest =
  /** The report's passages from now on; none removes it. */
  | { readonly type: 'put'; readonly report: string; readonly passages: readonly Passage[] }
  /** Begins with an index a store kept, over these passages; where it is of no use the worker builds its own. */
  | { readonly type: 'restore'; readonly stored: unknown; readonly passages: readonly Passage[] }
  /** Answered by one `answer` of the same id, unless a newer search comes first: then by `superseded`. */
  | { readonly type: 'search'; readonly id: number; readonly query: string; readonly options: SearchOptions }
  /** Answered by `packed`. */
  | { readonly type: 'pack'; readonly id: number };

export type SearchReply =
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<Results> }
  | { readonly type: 'superseded'; readonly id: number }
  | {
      readonly type: 'packed';
      readonly id: number;
      readonly index: PackedIndex;
      /** The passages in the order the index needs them back. */
      readonly passages: readonly Passage[];
    };
