import type { LevelPair, LifeStep } from '../../shared/commitments';
import type { StatedRow } from '../../shared/compare';
import type { CatalogEntry, Report } from '../../shared/report';
import type { Passage } from '../../shared/search';
import type { Kept, Relations, ReportFacts } from './facts';

/** A report to be read; its text is null where the worker is first asked whether it can do without. */
export interface Member {
  readonly entry: CatalogEntry;
  readonly raw: string | null;
}

/** A value, and what is to be kept of it where it was made anew. */
export interface Made<Value> {
  readonly value: Value;
  readonly made: Kept | null;
}

/** What a place states of one indicator, and all it states at all. */
export interface StatedAnswer {
  readonly rows: readonly StatedRow[];
  /** Names of its indicators with the number of years each is stated for. */
  readonly indicators: readonly (readonly [indicator: string, years: number])[];
}

/** What can be asked of the worker that reads reports. Null answers: it needs the texts. */
export type ReportContract = {
  readonly open: {
    readonly request: { readonly entry: CatalogEntry; readonly raw: string };
    readonly answer: Report;
  };
  /** The paragraphs of a report as search indexes them. */
  readonly passages: {
    readonly request: { readonly entry: CatalogEntry; readonly raw: string };
    readonly answer: readonly Passage[];
  };
  readonly facts: {
    readonly request: { readonly member: Member; readonly kept: unknown };
    readonly answer: Made<ReportFacts> | null;
  };
  /** The reports of one place, in shelf order. */
  readonly relate: {
    readonly request: { readonly members: readonly Member[]; readonly kept: unknown };
    readonly answer: Made<Relations> | null;
  };
  /** What the reports of one place, in shelf order, state of an indicator. */
  readonly stated: {
    readonly request: {
      readonly indicator: string;
      readonly members: readonly Member[];
      readonly kept: unknown;
    };
    readonly answer: Made<StatedAnswer> | null;
  };
  /** What the reports say of a thing over the years. */
  readonly life: {
    readonly request: { readonly name: string; readonly members: readonly Member[] };
    readonly answer: readonly LifeStep[] | null;
  };
  /** What one place promises and what another says of the same. */
  readonly levels: {
    readonly request: { readonly from: readonly Member[]; readonly to: readonly Member[] };
    readonly answer: readonly LevelPair[] | null;
  };
};
