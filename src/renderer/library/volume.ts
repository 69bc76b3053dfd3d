import type { CatalogEntry, Commitment, Doubt, Observation, Report, Series } from '../../shared/report';
import type { KeptIndex } from './kept-index';

/** A report with its index. */
export interface Volume {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** What only shows when reports are held against each other. */
export interface Relations {
  /** The reports again, with what is doubtful in them marked. */
  readonly volumes: readonly Volume[];
  readonly series: readonly Series[];
  readonly commitments: readonly Commitment[];
  readonly doubts: readonly Doubt[];
}

/** What the page asks of the worker. */
export type Ask =
  | {
      readonly kind: 'open';
      readonly entry: CatalogEntry;
      readonly raw: string;
      /** The index kept from an earlier start, as it was read; null where there is none. */
      readonly kept: unknown;
    }
  | { readonly kind: 'relate' };

export type Answer =
  | { readonly kind: 'started' }
  | {
      readonly kind: 'opened';
      readonly volume: Volume;
      /** The index to be kept, where it was made anew. */
      readonly made: KeptIndex | null;
    }
  | { readonly kind: 'related'; readonly relations: Relations };
