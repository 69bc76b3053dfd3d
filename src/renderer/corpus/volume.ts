import type { CatalogEntry, Commitment, Observation, Report, Series } from '../../shared/report';

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
}

/** What the page asks of the worker. */
export type Ask =
  { readonly kind: 'open'; readonly entry: CatalogEntry; readonly raw: string } | { readonly kind: 'relate' };

export type Answer =
  | { readonly kind: 'opened'; readonly id: string; readonly volume: Volume }
  | { readonly kind: 'related'; readonly relations: Relations };
