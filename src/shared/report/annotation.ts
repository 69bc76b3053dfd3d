import type { Verdict } from './commitment';
import type { Stage } from './pledge';
import type { Range } from './range';

/** The four highlight colours, in the order of the keys 1 to 4. */
export const COLOURS = ['藤黄', '石青', '石绿', '胭脂'] as const;

export type Colour = (typeof COLOURS)[number];

/** The tints of the colours on white, as `tokens.css` has them for the page by day and for every sheet; a test holds both alike. */
export const TINTS: Readonly<Record<Colour, string>> = {
  藤黄: '#f9e6a0',
  石青: '#cbe0ee',
  石绿: '#d0e7cf',
  胭脂: '#f6d3d8',
};

/** W3C TextQuoteSelector: the passage with what stands around it, so that it can be found again. */
export interface TextQuote {
  readonly exact: string;
  /** Up to 64 characters before the passage; fewer only where the text begins. */
  readonly prefix: string;
  /** Up to 64 characters after the passage. */
  readonly suffix: string;
}

/** The whole sentence or sentences the passage lies in. */
export interface SentenceContext {
  readonly text: string;
  /** Offset of the sentence in the clean text; never after the passage's own start. */
  readonly start: number;
}

/** One passage a note belongs to (W3C: SpecificResource with a TextPosition and a TextQuote selector). */
export interface AnnotationTarget {
  /** Report id. */
  readonly report: string;
  /** Hex SHA-256 of the raw text the passage was chosen in. */
  readonly source: string;
  /** In the clean text of that source. */
  readonly position: Range;
  readonly quote: TextQuote;
  readonly sentence: SentenceContext;
  /**
   * Hex SHA-256 of the raw text in which the reader looked for the passage in vain and left it as it is: while that
   * text stands the question is not put again.
   */
  readonly unplaced?: string | undefined;
}

/** The reader's verdict on a commitment, in place of the program's (W3C motivation: assessing). */
export interface Assessment {
  /** Id of the commitment: its target's. */
  readonly commitment: string;
  readonly verdict: Verdict;
}

/** The reader's word on which indicator statements stand under, in every place (W3C motivation: classifying). */
export interface Classification {
  /** `join`: what stands under `name` stands under `indicator`. `part`: statements worded `name` leave `indicator`. */
  readonly change: 'join' | 'part';
  readonly name: string;
  readonly indicator: string;
}

/** The reader's word on how far a passage says a thing is, in place of the program's (W3C motivation: assessing). */
export interface StepAnswer {
  /** The thing, as it is named in the list. */
  readonly object: string;
  readonly stage: Stage;
}

/** What the reader wrote and how the passage is marked. */
export interface AnnotationBody {
  /** Markdown; empty for a bare highlight. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly underline: boolean;
  /** Only on a note that corrects or confirms a verdict; its `text` is the reason. */
  readonly assessment?: Assessment | undefined;
  /** Only on a note that joins two indicators or parts them; its `text` is the reason. */
  readonly classification?: Classification | undefined;
  /** Only on a note that says how far a thing is; its first passage is the sentence that tells of it. */
  readonly step?: StepAnswer | undefined;
}

/** 批注: a note on one or more passages, of one or several reports. */
export interface Annotation {
  /** ULID. */
  readonly id: string;
  readonly body: AnnotationBody;
  readonly targets: readonly AnnotationTarget[];
  /** ISO 8601. */
  readonly created: string;
  readonly modified: string;
}
