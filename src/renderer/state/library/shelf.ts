import type { Fault, Result } from '../../../shared/fault';
import type { LevelPair, LifeStep } from '../../../shared/commitments';
import type { CatalogEntry, Commitment, Doubt, Series, TracedPledge } from '../../../shared/report';
import type { Passage } from '../../../shared/search';
import type { Relations, ReportFacts, StatedAnswer } from '../../library';
import type { Volume } from './volume';

/** A place on the shelf: its report may be closed or opening, or may be unreadable, but it is never missing. */
export type Shelved =
  | { readonly entry: CatalogEntry; readonly state: 'closed' | 'opening' }
  | { readonly entry: CatalogEntry; readonly state: 'ready'; readonly volume: Volume }
  | { readonly entry: CatalogEntry; readonly state: 'damaged'; readonly fault: Fault };

export interface Library {
  /** Every report, in order; few are open at a time. */
  readonly shelf: readonly Shelved[];
  /** What is known of reports without their texts, as far as it was asked for; doubtful values are marked. */
  readonly facts: ReadonlyMap<string, ReportFacts>;
  /** What shows when the reports of a place are held against each other, by place, as far as it was asked for. */
  readonly relations: ReadonlyMap<string, Relations>;
  /** Indicators over the years, of the places in `relations`. */
  readonly series: readonly Series[];
  /** Targets traced to their results, of the places in `relations`. */
  readonly commitments: readonly Commitment[];
  /** Promises in words traced to what became of them, of the places in `relations`. */
  readonly pledges: readonly TracedPledge[];
  /** Values that cannot be right, with the rule and what they were held against. */
  readonly doubts: readonly Doubt[];
  /** Why the reports of a place could not be held against each other, or null. Each can be read all the same. */
  readonly fault: Fault | null;
  /** One report, open for the moment: for what goes through many of them. */
  readonly read: (id: string) => Promise<Result<Volume>>;
  /** The paragraphs of one report, which is not opened by that. */
  readonly passages: (id: string) => Promise<Result<readonly Passage[]>>;
  /** Keeps reports open until the function it gives is called. */
  readonly hold: (ids: readonly string[]) => () => void;
  /** Asks for the facts of reports and for the relations of their places. */
  readonly study: (ids: readonly string[]) => Promise<void>;
  /** Gives what the reports of a place state of an indicator. */
  readonly stated: (indicator: string, place: string) => Promise<Result<StatedAnswer>>;
  /** Gives what the reports of a place say of a thing over the years. */
  readonly life: (name: string, place: string) => Promise<Result<readonly LifeStep[]>>;
  /** Gives what one place promises and what another says of the same. */
  readonly levels: (from: string, to: string) => Promise<Result<readonly LevelPair[]>>;
  /** Tries again what could not be read: 重新检查. */
  readonly recheck: () => Promise<void>;
}
