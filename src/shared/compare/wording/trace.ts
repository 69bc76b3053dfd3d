import type { Range } from '../../report';

/** Where a term stands. Ranges are in the clean text of the report at that index of `Wording.reports`. */
export interface Occurrence {
  readonly report: number;
  readonly range: Range;
  /** The sentence it stands in. */
  readonly sentence: Range;
  /** The clauses of the sentence to quote, the term in them. */
  readonly excerpt: Range;
  readonly section: number;
}

/**
 * How a term gave itself away: `numeral` 十大战略, `quoted` “人才房”, `listed` 营商环境 (a word of the dictionary),
 * `repeated` 保税物流中心, `known` 责任清单 (public reports use it, from a year not long before), `coined` 公司制改革 (a
 * modifier of its own before a head that policies have).
 */
export type TermKind = 'numeral' | 'quoted' | 'listed' | 'repeated' | 'known' | 'coined';

/** A whole policy term and how often each report says it. */
export interface Term {
  readonly text: string;
  readonly kind: TermKind;
  /** One for each report; a report that is missing from the shelf has no place here. */
  readonly counts: readonly number[];
  /** The same per 10,000 characters of the part looked at, so that long and short reports compare fairly. */
  readonly rates: readonly number[];
  /** In reading order, report by report; never empty. */
  readonly occurrences: readonly Occurrence[];
  /** Ids of reports that are not compared and say it too. */
  readonly elsewhere: readonly string[];
}

/** A strength word and the sentence around it. */
export interface StrengthQuote {
  readonly report: number;
  /** 谋划推动; 力争……以上 where there are two; empty where this side has no such word. */
  readonly word: string;
  /** The words' characters, in reading order. */
  readonly ranges: readonly Range[];
  /** The aligned passage it was found in. */
  readonly passage: Range;
  readonly section: number;
}

/** One matter of which two reports speak with different force. `unsure` is for the reader to judge (待确认). */
export interface Shift {
  readonly direction: 'stronger' | 'weaker' | 'unsure';
  readonly from: StrengthQuote;
  readonly to: StrengthQuote;
}

export const DIRECTION_LABELS: Readonly<Record<Shift['direction'], string>> = {
  stronger: '力度加强',
  weaker: '力度减弱',
  unsure: '待确认',
};

/** What is said anew, no longer, or with other force in the last of the reports. */
export interface Wording {
  /** Report ids in the order given; the last is the one looked at. */
  readonly reports: readonly string[];
  /** 字数 of the part looked at in each report, the base of the rates. */
  readonly characters: readonly number[];
  /** 新提法: in the last report and in none before. */
  readonly fresh: readonly Term[];
  /** 名称: new names of projects, houses, prizes; they are no policy and stand apart. */
  readonly names: readonly Term[];
  /** 不再提: in an earlier report and not in the last. */
  readonly dropped: readonly Term[];
  /** 力度变化: the last report against each earlier one, the nearest first. */
  readonly shifts: readonly Shift[];
}
