import type {
  CatalogEntry,
  Commitment,
  Doubt,
  Observation,
  ReportMeta,
  Section,
  Series,
  TracedPledge,
} from '../../shared/report';

/** What is known of a report without its text: enough for lists and tables of many reports. */
export interface ReportFacts {
  /** Id of the report. */
  readonly report: string;
  readonly meta: ReportMeta;
  /** 字数 as it is told everywhere. */
  readonly characters: number;
  /** Length of the clean text, UTF-16 units: no range ends beyond it. */
  readonly length: number;
  /** Caveats of the text itself, before it was held against other reports. */
  readonly caveats: number;
  readonly outline: readonly Pick<Section, 'heading' | 'level' | 'range' | 'role' | 'runIn'>[];
  readonly observations: readonly Observation[];
}

/** What only shows when the reports of one place are held against each other. */
export interface Relations {
  readonly series: readonly Series[];
  readonly commitments: readonly Commitment[];
  /** Promises in words and what became of them. */
  readonly pledges: readonly TracedPledge[];
  readonly doubts: readonly Doubt[];
}

/** Facts or relations as they are kept between starts. */
export interface Kept {
  /** The value, as JSON. */
  readonly text: string;
  /** SHA-256 of the rules, of what it was made of, and of `text`, in hex. */
  readonly digest: string;
}

/** Gives what facts and relations depend on: the texts by their hash, and what the catalog says of them. */
export const subjectOf = (entries: readonly CatalogEntry[]): string =>
  JSON.stringify(
    entries.map(({ id, sha256, place, year, genre, title }) => [id, sha256, place, year, genre, title]),
  );
