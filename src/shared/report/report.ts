import type { Range } from './range';
import type { Genre, Period, Role, Topic } from './vocabulary';

/** A report's text as it came, verbatim. Offsets into `raw` are the ground truth of every position. */
export interface Source {
  /** Catalog id (`zhoukou-2022`), or the file name without its ending. */
  readonly id: string;
  readonly raw: string;
  /** The file's name with its folders, which may tell what the text does not; the id where left out. */
  readonly file?: string;
}

/** What a report says of itself. Unknown facts are null, never guessed silently. */
export interface ReportMeta {
  readonly id: string;
  readonly title: string;
  /** Reference area, as a place name: 周口市, 川汇区, 国务院 for the national reports. SDMX: REF_AREA. */
  readonly place: string | null;
  /** Year delivered or published. */
  readonly year: number | null;
  /** Day delivered, ISO 8601 (`2024-02-20`), where the text states it. */
  readonly date: string | null;
  readonly genre: Genre;
  /** Who gave the report (胡友涛), with the office held (川汇区人民政府区长) where stated. */
  readonly speaker: { readonly name: string; readonly office: string | null } | null;
  readonly reporters: readonly string[];
  /** Periods looked back on, newest first: `['2022', '2018-2022']`. */
  readonly reviews: readonly Period[];
  /** Years planned for. */
  readonly plans: readonly Period[];
}

/**
 * A division of the report. Sections are listed in reading order; `parent` gives the tree.
 * Ranges are in the clean text. A run-in heading (“一年来，我们攻坚克难稳增长，…”) lies inside its paragraph.
 */
export interface Section {
  readonly index: number;
  readonly parent: number | null;
  /** 1 for the outermost. */
  readonly level: number;
  /** The printed number without the heading (`一、`, `（二）`, `3.`), or null. */
  readonly number: string | null;
  /** Heading text without its number; empty for matter that has no heading of its own (front, strays, credits). */
  readonly heading: string;
  readonly headingRange: Range | null;
  /** True where the heading is the opening words of a paragraph of prose. */
  readonly runIn: boolean;
  readonly role: Role;
  /** The period the section speaks of, or null. */
  readonly period: Period | null;
  readonly topic: Topic;
  /** Heading and all that is under it, subsections included. */
  readonly range: Range;
}

/** How a paragraph is set: a tile is a number and its label from an infographic. */
export type ParagraphKind = 'title' | 'byline' | 'heading' | 'prose' | 'item' | 'tile';

export interface Paragraph {
  readonly index: number;
  /** Index of the innermost section. */
  readonly section: number;
  readonly kind: ParagraphKind;
  /** Nesting of a list item, 1 for the outermost; 0 elsewhere. */
  readonly depth: number;
  /** In the clean text, without the newline that follows. */
  readonly range: Range;
  /** Indices into `sentences`, [first, end). */
  readonly sentences: Range;
}

export interface Sentence {
  readonly index: number;
  readonly paragraph: number;
  /** In the clean text; closing marks and quotes belong to the sentence they close. */
  readonly range: Range;
}

/** Raw characters that the clean text leaves out. White space is never listed. */
export interface Removal {
  /** In the raw text. */
  readonly range: Range;
  readonly text: string;
  readonly reason: RemovalReason;
}

export type RemovalReason =
  'page-mark' | 'page-head' | 'contents' | 'markup' | 'bullet' | 'control' | 'page-chrome';

/** A place where the parser joined lines that the source breaks inside a paragraph. */
export interface Join {
  /** Offset in the clean text of the first character after the break. */
  readonly at: number;
}

/** Something wrong with the source, told to the reader and never corrected silently. */
export interface Caveat {
  readonly type: CaveatType;
  /** In the clean text. */
  readonly range: Range;
  /** A Chinese sentence: what is wrong and how one can tell. */
  readonly reason: string;
}

export type CaveatType = 'truncated' | 'repeated' | 'garbled' | 'misplaced' | 'implausible';

export const CAVEAT_LABELS: Readonly<Record<CaveatType, string>> = {
  truncated: '截断',
  repeated: '重复',
  garbled: '错字',
  misplaced: '错位',
  implausible: '不合理',
};

/**
 * Runs of characters shared by both texts: `clean[cleanStart + i] === raw[rawStart + i]` for i in [0, length).
 * Sorted by both starts; newlines that only the clean text has belong to no run.
 */
export interface OffsetRun {
  readonly cleanStart: number;
  readonly rawStart: number;
  readonly length: number;
}

/** 字数 as it is told everywhere: the characters of a clean text that are not white space. */
export const characterCount = (clean: string): number => clean.replace(/\s/g, '').length;

/**
 * A parsed report. The clean text is the raw text's characters in order, less the removals and some white
 * space, with one `\n` between paragraphs; every other range below is in the clean text unless it says raw.
 */
export interface Report {
  readonly id: string;
  readonly meta: ReportMeta;
  readonly raw: string;
  readonly clean: string;
  readonly map: readonly OffsetRun[];
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly removals: readonly Removal[];
  readonly joins: readonly Join[];
  readonly caveats: readonly Caveat[];
}
