import { createStore, type StoreApi } from 'zustand/vanilla';
import { EVERYTHING, type CommitmentFilter } from '../commitments/ledger';

/** What a list was showing when the reader left it for a sentence, so that it is the same on coming back. */
export interface Returning {
  readonly indicators: {
    readonly query: string;
    /** Id of the observation the keys stood on. */
    readonly active: string | null;
  };
  readonly commitments: {
    readonly filter: CommitmentFilter;
    /** Id of the commitment the keys stood on. */
    readonly active: string | null;
  };
  /** The table of 书架: what it is filtered by, and by how many years it is turned back. */
  readonly shelf: { readonly query: string; readonly onlyGaps: boolean; readonly back: number };
  readonly keep: (change: Partial<Pick<Returning, 'indicators' | 'commitments' | 'shelf'>>) => void;
}

export type ReturningStore = StoreApi<Returning>;

export const createReturning = (): ReturningStore =>
  createStore<Returning>()((set) => ({
    indicators: { query: '', active: null },
    commitments: { filter: EVERYTHING, active: null },
    shelf: { query: '', onlyGaps: false, back: 0 },
    keep: (change) => set(change),
  }));
