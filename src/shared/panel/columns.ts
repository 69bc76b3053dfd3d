import type { Observation } from '../report';

/** One row of a panel: an observation with its source, ready for a statistics program. Absent values are null. */
export type PanelRow = Pick<
  Observation,
  'place' | 'period' | 'indicator' | 'name' | 'unit' | 'measure' | 'kind' | 'topic' | 'doubt' | 'report'
> & {
  readonly place_code: string | null;
  readonly report_place: string | null;
  readonly year: number | null;
  readonly value: number;
  readonly value_high: number | null;
  readonly value_common: number;
  readonly value_common_high: number | null;
  readonly unit_common: string;
  readonly bound: BoundCode;
  readonly base: string | null;
  readonly sentence: string;
  readonly genre: string;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  readonly rules: number;
};

/** Bounds in letters: a cell that begins with a sign would be taken for a formula. */
export const BOUND_CODES = { '=': 'eq', '>=': 'ge', '>': 'gt', '<=': 'le', '~': 'approx' } as const;

export type BoundCode = (typeof BOUND_CODES)[keyof typeof BOUND_CODES];

/** Columns of the long form, in order, each with what stands in it. */
export const PANEL_COLUMNS = {
  place_code: '行政区划代码，6 位；不知道的留空',
  place: '数所说的地方（或企业、项目）',
  report_place: '报告所属的地方',
  year: '时期最后一年，4 位',
  period: '时期：2024、2024-06、2024-Q1、2024-H1、2018-2022',
  indicator: '指标的统一名称，各报告同名',
  name: '原文里的指标名',
  value: '数值，按原文的单位；区间取下限',
  value_high: '区间的上限；不是区间的留空',
  unit: '原文的单位',
  value_common: '数值，换成统一单位；区间取下限',
  value_common_high: '区间的上限，换成统一单位',
  unit_common: '统一单位',
  measure: '口径：level 水平、growth 增长、change 变化、share 占比、rank 位次',
  bound: '界：eq 正好、ge 不低于、gt 超过、le 不超过、approx 约',
  kind: 'result 结果，target 目标',
  base: '增长以哪个时期为基；上年的留空',
  topic: '领域',
  doubt: '存疑的缘由；没有的留空',
  sentence: '写着这个数的原句',
  report: '报告的名称',
  genre: '文种',
  sha256: '报告原文（UTF-8）的 SHA-256',
  start: '数在原文里的起点，按 UTF-16 计',
  end: '数在原文里的终点',
  rules: '读数规则的版本',
} as const satisfies Readonly<Record<keyof PanelRow, string>>;

export const PANEL_COLUMN_NAMES: readonly string[] = Object.keys(PANEL_COLUMNS);
