import type { AssessedCommitment } from '../../anchor';
import type { Matrix, Wording } from '../../compare';
import type { SheetReport } from '../build-sheet';

/** What 要点一页 of a report is made from. */
export interface DigestMaterial {
  /** A report of a known place and year. */
  readonly report: SheetReport;
  /** The last report of its place before it; null where there is none. */
  readonly before: SheetReport | null;
  /** Reports of its place that may be named as a source besides. */
  readonly others: readonly SheetReport[];
  /** The figures of its place. */
  readonly matrix: Matrix;
  /** With the reader's own verdicts (`assess`). */
  readonly commitments: readonly AssessedCommitment[];
  /** Of the report before and this one; null where there is none before. */
  readonly wording: Wording | null;
}

/** The lines of the page, in their order; null for those the rule takes. */
export interface DigestChoice {
  /** Ids of rows of the matrix. */
  readonly figures: readonly string[] | null;
  readonly fresh: readonly string[] | null;
  readonly dropped: readonly string[] | null;
}

export const BY_RULE: DigestChoice = { figures: null, fresh: null, dropped: null };

/** The years a page speaks of, and whether the reports that speak of them are there. */
export interface DigestYears {
  readonly place: string;
  /** Year the report was given in: its new targets are of it. */
  readonly given: number;
  /** The year it looks back on. */
  readonly now: number;
  readonly last: number;
  /** Whether the report of the year before is there, which told last year's results and set this one's targets. */
  readonly whole: boolean;
}

export const yearsOf = ({ report, before }: DigestMaterial): DigestYears => {
  const { place, year } = report.report.meta;
  const given = year ?? 0;
  return {
    place: place ?? '',
    given,
    now: given - 1,
    last: given - 2,
    whole: before?.report.meta.year === given - 1,
  };
};
