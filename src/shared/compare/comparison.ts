import type { Range, Role, Topic } from '../report';

/** How two passages stand to each other. A moved passage may also be rewritten: see `words`. */
export type Relation = 'same' | 'edited' | 'moved' | 'only-left' | 'only-right';

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  same: '相同',
  edited: '改写',
  moved: '换了位置',
  'only-left': '另一篇没有',
  'only-right': '只在右篇',
};

/**
 * A sentence, or the part of one, beside its counterpart. Ranges are in each report's clean text.
 * Taken together the rows hold every character of the compared paragraphs of both reports exactly once.
 */
export interface Row {
  readonly kind: 'heading' | 'text';
  readonly relation: Relation;
  /** null is a gap: the left report says nothing of it. */
  readonly left: Range | null;
  readonly right: Range | null;
  /** Index into the left report's sections. For a moved row it is where the passage came from (移自). */
  readonly leftSection: number | null;
  /** Index into the right report's sections. For a moved row it is where the passage went (移至). */
  readonly rightSection: number | null;
  /** Similarity of the two sides, 0 to 1; 0 for a gap. */
  readonly similarity: number;
  /** Changed words, in reading order; both empty where the sides differ in nothing but punctuation and spaces. */
  readonly words: ChangedWords;
}

export interface ChangedWords {
  /** Ranges in the left clean text whose words the right side does not have. */
  readonly left: readonly Range[];
  readonly right: readonly Range[];
}

/**
 * A row at its place in a block. A moved row has two places: `left` where the left report has it
 * (show both sides and 移至), `right` where the right report has it (show 移自). Other rows have one.
 */
export interface BlockRow {
  /** Index into `Comparison.rows`. */
  readonly row: number;
  readonly at: 'both' | 'left' | 'right';
}

/** Sections of one role and topic that stand side by side. One side may be empty: a gap. */
export interface Block {
  readonly role: Role;
  readonly topic: Topic;
  /** Indices into the sections of each report, in reading order; the first of each pair best. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** True where the two stand in another order than the blocks around them. */
  readonly moved: boolean;
  readonly lines: readonly BlockRow[];
}

/** How many sections each report has of a topic, among the roles asked for. */
export interface TopicCount {
  readonly topic: Topic;
  readonly sections: readonly [left: number, right: number];
  /** Rows of the topic that are not `same`; null where the topic was not asked for. */
  readonly changes: number | null;
}

/** What the pair is, where it is not an ordinary pair of different texts with matter in common. */
export type ComparisonState =
  | 'ordinary'
  /** The same report on both sides. */
  | 'itself'
  /** Two reports with the same raw text. */
  | 'identical'
  /** Different texts that say the same but for punctuation, spaces and line breaks. */
  | 'unchanged'
  | 'no-common-topic'
  | 'empty'
  | 'left-empty'
  | 'right-empty';

/** Two reports side by side: plain data, the same for the same input. */
export interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly state: ComparisonState;
  /** Topics either report has, in the fixed order of topics. */
  readonly topics: readonly TopicCount[];
  /** By role; within one in the order of the left report, what only the right has after what it follows there. */
  readonly blocks: readonly Block[];
  readonly rows: readonly Row[];
}

export interface CompareOptions {
  /** Only sections of these roles take part, as if the reports had no others. Default: all. */
  readonly roles?: readonly Role[];
  /** Only blocks of this topic are returned; passages moved to other topics are still found. */
  readonly topic?: Topic;
}
