import type { Colour } from '../report';
import type { Chart } from './chart';
import type { Paper } from './paper';
import type { Table } from './table';

/**
 * A printed comparison as plain data: what stands where, and nothing of how it is drawn. The print preview, the PDF
 * and the office files are all made from it, so they cannot disagree.
 */
export interface Sheet {
  readonly form: SheetForm;
  /** 周口市政府工作报告对照表. */
  readonly title: string;
  /** Years or topic under the title; empty where there is nothing to add. */
  readonly subtitle: string;
  readonly place: string;
  /** The day it was made, as printed: 2026年11月20日. */
  readonly date: string;
  readonly paper: Paper;
  /** Why there is little or nothing to compare: Chinese sentences, one for each reason. */
  readonly notices: readonly string[];
  readonly parts: readonly Part[];
  /** Numbered from 1 in the order in which the parts refer to them. */
  readonly footnotes: readonly Footnote[];
  /** Foot of every page: the reports and the first eight digits of their SHA-256. */
  readonly foot: string;
}

/** 对照表, 要点一页, or one report with its notes. */
export type SheetForm = 'comparison' | 'digest' | 'report';

/** What stands at the head of the first page. */
export const FORM_LABELS: Readonly<Record<SheetForm, string>> = {
  comparison: '对照表',
  digest: '要点一页',
  report: '报告',
};

/** Parts a sheet can have, in the order in which they are printed unless asked otherwise. */
export const PART_KINDS = [
  'matrix',
  'ledger',
  'pledges',
  'lives',
  'levels',
  'wording',
  'charts',
  'text',
  'notes',
] as const;

export type PartKind = (typeof PART_KINDS)[number];

/** The words the interface uses for a part. */
export const PART_LABELS: Readonly<Record<PartKind, string>> = {
  matrix: '指标对照',
  ledger: '目标—完成',
  pledges: '事项',
  lives: '历年',
  levels: '上下级',
  wording: '提法',
  charts: '图表',
  text: '正文对照',
  notes: '批注',
};

export type Part = TablePart | ChartsPart | NotesPart;

/** A head, and the table under it. */
export interface TablePart {
  readonly kind:
    | 'matrix'
    | 'ledger'
    | 'pledges'
    | 'lives'
    | 'levels'
    | 'wording'
    | 'text'
    | 'figures'
    | 'phrases'
    | 'report';
  readonly title: string;
  /** Counts, or what is shown of how much: 完成 4 项，未提及 12 项; may be empty. */
  readonly caption: string;
  readonly table: Table;
  /** The figures of the table once more, one by one, for a spreadsheet; none where the table is of words. */
  readonly data: readonly DataPoint[];
}

/** One figure of a report. */
export interface DataPoint {
  readonly topic: string;
  readonly indicator: string;
  readonly place: string;
  readonly year: number;
  /** 结果 or 目标. */
  readonly kind: string;
  /** The number itself, in `unit`; null where it is a range or only bounded, and so no exact number. */
  readonly number: number | null;
  /** As printed: ＞3,000. */
  readonly text: string;
  readonly unit: string;
  /** 同比＋27.5%；全省第1位. */
  readonly remarks: string;
  readonly doubt: string;
  readonly footnote: number;
}

export interface ChartsPart {
  readonly kind: 'charts';
  readonly title: string;
  readonly charts: readonly Chart[];
}

export interface NotesPart {
  readonly kind: 'notes';
  readonly title: string;
  readonly notes: readonly SheetNote[];
}

export interface SheetNote {
  readonly id: string;
  /** By which the text names it, on the sheet of one report. */
  readonly number?: number;
  /** What the reader wrote; empty for a bare highlight. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  /** The passages it belongs to, verbatim, each with the number of its footnote; null where the
   * text has changed since and the place is unsure. */
  readonly quotes: readonly { readonly text: string; readonly footnote: number | null }[];
  /** 2026年11月19日. */
  readonly date: string;
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
