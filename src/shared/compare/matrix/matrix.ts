import type { Measure, Observation, ObservationKind, Topic, Verdict } from '../../report';

/** 指标对照: indicators in rows, places and years in columns. Plain data, for the screen and for paper alike. */
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  /** In the order of the topics; a group has at least one row. */
  readonly groups: readonly MatrixGroup[];
}

/** A year of a place. */
export interface MatrixColumn {
  /** `周口市|2022`, unique in a matrix. */
  readonly id: string;
  readonly place: string;
  readonly year: number;
  /** Ids of the reports that state a figure of it, in order of their years. */
  readonly reports: readonly string[];
  /** 据 2022、2023 年报告; 2024 年报告未入架; empty where no report of the place speaks of the year. */
  readonly caption: string;
  /** Whether the report that looks back on the year is not on the shelf, though a later one is. */
  readonly missing: boolean;
}

export interface MatrixGroup {
  readonly topic: Topic;
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  /** Stable over runs and over the choice of places and years. */
  readonly id: string;
  /** The canonical indicator, which `navigation` and searches know. */
  readonly indicator: string;
  /** The name as shown, without the verb where the texts use several: 高新技术企业. */
  readonly name: string;
  /** What tells the row from others of like name: 新认定、培育、新增, 增速, 5年间, 中心城区; may be empty. */
  readonly remark: string;
  readonly topic: Topic;
  readonly measure: Measure;
  /** The unit values are shown in, unless a value says its own. */
  readonly unit: string;
  /** Ids of the series (`buildSeries`) whose points stand in the row. */
  readonly series: readonly string[];
  /** One for each column. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  /** Results first, then targets; the first is the one that changes are computed with. */
  readonly values: readonly MatrixValue[];
  /** Why there is no value; null where there is one. */
  readonly absence: '未提及' | '缺报告' | null;
  /** Indicators of like name that do have a value here, where this one has none: 新设经营主体. */
  readonly near?: readonly string[];
  /** Stands before the cell: what is on its two sides cannot be set against each other. */
  readonly break: MatrixBreak | null;
}

export interface MatrixBreak {
  readonly kind: 'unit' | 'scope';
  /** 单位变：个→户, or 口径变. */
  readonly words: string;
}

/** One statement of a report, or several that say the same. */
export interface MatrixValue {
  readonly observation: Observation;
  /** The same value, kind and period stated elsewhere too. */
  readonly repeats: readonly Observation[];
  readonly kind: ObservationKind;
  /** With its sign and thousands separators, in the row's unit or in `unit`: ＞3,000. */
  readonly text: string;
  /** In the row's unit, exactly; in `unit` where it does not convert. A range is [low, high]. */
  readonly number: number | readonly [number, number];
  /** Its own unit where that is not the row's and `text` is not converted; else null. */
  readonly unit: string | null;
  /** What is written under the value, in order. */
  readonly remarks: readonly MatrixRemark[];
  /** Why the value is doubtful, as a Chinese sentence with its evidence, or null. */
  readonly doubt: string | null;
  /** What became of a target; null for a result and where no report could tell. */
  readonly outcome: MatrixOutcome | null;
}

export type RemarkKind =
  'doubt' | 'growth' | 'rank' | 'change' | 'scope' | 'span' | 'source' | 'result-missing';

export interface MatrixRemark {
  readonly kind: RemarkKind;
  /** 同比＋27.5%, 较2022 ↑20, 限省级, 五年回顾, 原文 3990 套, 结果缺报告. */
  readonly text: string;
  /** The statements a growth or rank was read from; empty for what is computed or said of the value itself. */
  readonly observations: readonly Observation[];
  /** Id of the column a change is counted from; absent for other remarks. */
  readonly against?: string;
}

export interface MatrixOutcome {
  readonly verdict: Verdict;
  /** 完成. */
  readonly label: string;
  /** False where the reader is asked (待确认). */
  readonly sure: boolean;
  /** What was compared with what. */
  readonly reason: string;
}
