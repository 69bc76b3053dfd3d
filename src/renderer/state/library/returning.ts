import { createStore, type StoreApi } from 'zustand/vanilla';
import { EVERYTHING, type CommitmentFilter } from '../../../shared/ledger';
import { ALL_PLEDGES, type PledgeFilter } from '../../../shared/ledger';

/** The parts of 目标—完成: 数字目标, 事项, 上下级. */
export type CommitmentPart = 'numbers' | 'pledges' | 'levels';

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
  readonly pledges: {
    /** The part of 目标—完成 last shown. */
    readonly part: CommitmentPart;
    readonly filter: PledgeFilter;
    /** Id of the thing shown, or null for the first. */
    readonly active: string | null;
  };
  readonly keep: (
    change: Partial<Pick<Returning, 'indicators' | 'commitments' | 'pledges' | 'shelf'>>,
  ) => void;
}

export type ReturningStore = StoreApi<Returning>;

export const createReturning = (): ReturningStore =>
  createStore<Returning>()((set) => ({
    indicators: { query: '', active: null },
    commitments: { filter: EVERYTHING, active: null },
    shelf: { query: '', onlyGaps: false, back: 0 },
    pledges: { part: 'numbers', filter: ALL_PLEDGES, active: null },
    keep: (change) => set(change),
  }));
