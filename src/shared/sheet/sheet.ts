import type { Relation } from '../compare';
import type { Topic } from '../report';

/**
 * A printed comparison as plain data: what stands where, and nothing of how it is drawn. The print preview, the PDF
 * and the office files are all made from it, so they cannot disagree.
 */
export interface Sheet {
  /** 周口市政府工作报告对照表. */
  readonly title: string;
  /** Years or topic under the title; empty where there is nothing to add. */
  readonly subtitle: string;
  readonly place: string;
  /** The day it was made, as printed: 2026年11月20日. */
  readonly date: string;
  readonly paper: Paper;
  /** Why there is little or nothing to compare, in one Chinese sentence; else null. */
  readonly notice: string | null;
  readonly parts: readonly Part[];
  /** Numbered from 1 in the order in which the parts refer to them. */
  readonly footnotes: readonly Footnote[];
  /** Foot of every page: the reports and the first eight digits of their SHA-256. */
  readonly foot: string;
}

export interface Paper {
  readonly size: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  /** Millimetres; left is the binding side. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Size of the text, in points. */
  readonly fontSize: number;
  readonly grey: boolean;
}

export const DEFAULT_PAPER: Paper = {
  size: 'A4',
  orientation: 'portrait',
  margins: { top: 18, right: 18, bottom: 16, left: 26 },
  fontSize: 10.5,
  grey: false,
};

export type Part = TextPart | NotesPart | MatrixPart;

/** Two reports' texts side by side. A row is never cut by a page. */
export interface TextPart {
  readonly kind: 'text';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly groups: readonly TextGroup[];
}

export interface Column {
  readonly report: string;
  /** 周口市 2023. */
  readonly title: string;
  /** What the report is: 摘编 · 2023年1月10日; empty where nothing is known. */
  readonly caption: string;
}

/** Rows of one role and topic, under one head. */
export interface TextGroup {
  readonly topic: Topic;
  /** 部署 · 科技创新. */
  readonly title: string;
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  readonly kind: 'heading' | 'text';
  readonly relation: Relation;
  /** The character inside the row's square; empty where both sides say the same. */
  readonly mark: '' | '改' | '移' | '缺' | '新';
  /** One for each column. */
  readonly cells: readonly TextCell[];
}

export type TextCell = PassageCell | GapCell | PointerCell;

export interface PassageCell {
  readonly kind: 'passage';
  readonly pieces: readonly Piece[];
  /** Number of the footnote that names the source. */
  readonly footnote: number;
  /** 移至 民生保障 · 1.全力稳定扩大就业; null where the passage stands at its place. */
  readonly moved: string | null;
  /** Why the source is doubtful here, or null. */
  readonly doubt: string | null;
}

/** Characters of the report, verbatim. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** 2025 年报告未提及: a printed word where the passage would stand. */
export interface GapCell {
  readonly kind: 'gap';
  readonly text: string;
}

/** The counterpart is printed elsewhere: 移自 科技创新 · 构筑聚才磁场. */
export interface PointerCell {
  readonly kind: 'pointer';
  readonly text: string;
}

export interface NotesPart {
  readonly kind: 'notes';
  readonly title: string;
  readonly notes: readonly SheetNote[];
}

export interface SheetNote {
  readonly id: string;
  /** What the reader wrote; empty for a bare highlight. */
  readonly text: string;
  readonly tags: readonly string[];
  /** The passages it belongs to, verbatim, each with the number of its footnote; null where the
   * text has changed since and the place is unsure. */
  readonly quotes: readonly { readonly text: string; readonly footnote: number | null }[];
  /** 11月19日. */
  readonly date: string;
}

/** Indicators in rows, years in columns. A cell without a value says why: 未提及, 缺报告. */
export interface MatrixPart {
  readonly kind: 'matrix';
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly caption: string }[];
  readonly groups: readonly { readonly topic: Topic; readonly rows: readonly MatrixRow[] }[];
}

export interface MatrixRow {
  readonly indicator: string;
  readonly unit: string;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  readonly values: readonly MatrixValue[];
  /** 未提及 or 缺报告 where there are no values, else empty. */
  readonly absence: string;
  /** 单位变：个→户, where the series breaks before this cell; else empty. */
  readonly breaks: string;
}

export interface MatrixValue {
  readonly kind: 'result' | 'target';
  /** With its sign and thousands separators: ＞3,000. */
  readonly text: string;
  /** 同比＋27.5%, 较2022 ↑20. */
  readonly remarks: readonly string[];
  readonly doubt: string | null;
  readonly footnote: number;
}

export interface Footnote {
  readonly number: number;
  /** Report id. */
  readonly report: string;
  /** 周口市 2023. */
  readonly source: string;
  readonly year: number | null;
  /** Number and heading of the innermost section that has one; empty before the first heading. */
  readonly section: string;
  /** The sentence referred to, or the first of several, verbatim; empty where only the heading is referred to. */
  readonly sentence: string;
  readonly doubt: string | null;
}
