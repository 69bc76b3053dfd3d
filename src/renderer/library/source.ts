import type { Result } from '../../shared/fault';
import type { LevelPair, LifeStep } from '../../shared/commitments';
import type { CatalogEntry, Report } from '../../shared/report';
import type { Passage } from '../../shared/search';
import type { Relations, ReportFacts } from './facts';
import type { StatedAnswer } from './report-protocol';

/** Where reports come from: those of the bundle, those a reader has put on the shelf. */
export interface Source {
  /** Everything on the shelf, in its order; the same array until it changes. */
  readonly entries: () => readonly CatalogEntry[];
  /** Calls back when entries were added or removed; gives the way to stop that. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Fetches, verifies and parses one report. */
  readonly open: (entry: CatalogEntry) => Promise<Result<Report>>;
  /** Fetches, verifies and parses one report for its paragraphs, when nothing more urgent waits. */
  readonly passages: (entry: CatalogEntry) => Promise<Result<readonly Passage[]>>;
  /** Gives what is known of one report without its text; kept ones come without parsing. */
  readonly facts: (entry: CatalogEntry) => Promise<Result<ReportFacts>>;
  /** Holds the reports of one place against each other, in shelf order. */
  readonly relate: (entries: readonly CatalogEntry[]) => Promise<Result<Relations>>;
  /** Gives what the reports of one place state of an indicator; kept ones come without parsing. */
  readonly stated: (indicator: string, entries: readonly CatalogEntry[]) => Promise<Result<StatedAnswer>>;
  /** Gives what reports say of a thing over the years, oldest first. */
  readonly life: (name: string, entries: readonly CatalogEntry[]) => Promise<Result<readonly LifeStep[]>>;
  /** What the reports of one place promise, and what those of another say of the same. */
  readonly levels: (
    from: readonly CatalogEntry[],
    to: readonly CatalogEntry[],
  ) => Promise<Result<readonly LevelPair[]>>;
}
