import type { Observation } from './observation';
import type { Range } from './range';

/** 完成, 未完成, 部分完成, and the four reasons why a target cannot be judged. */
export const VERDICTS = [
  'met',
  'missed',
  'partly',
  'not-mentioned',
  'different-scope',
  'no-value',
  'report-missing',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The words the interface uses for a verdict. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  met: '完成',
  missed: '未完成',
  partly: '部分完成',
  'not-mentioned': '未提及',
  'different-scope': '口径不同',
  'no-value': '无数值',
  'report-missing': '报告缺失',
};

/** Where a result stands: a number, or a sentence without one. */
export interface CommitmentResult {
  readonly report: string;
  /** In the clean text of that report. */
  readonly range: Range;
  readonly observation: Observation | null;
}

/** A target traced to its result in a later report of the same place. */
export interface Commitment {
  /** The target's own id. */
  readonly id: string;
  readonly target: Observation;
  readonly result: CommitmentResult | null;
  readonly verdict: Verdict;
  /** False where the match is only offered for the reader to decide (待确认). */
  readonly sure: boolean;
  /** A Chinese sentence: what was compared with what. */
  readonly reason: string;
}
