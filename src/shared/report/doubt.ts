/**
 * Why a value is doubtful: out of scale, at odds with another source, far from its own report's target, or at odds with
 * last year's level and the growth since.
 */
export type DoubtRule = 'scale' | 'conflict' | 'target-gap' | 'growth-gap';

/** The words the interface uses for a rule. */
export const DOUBT_LABELS: Readonly<Record<DoubtRule, string>> = {
  scale: '与相近年份不在一个量级',
  conflict: '两份来源说法不一',
  'target-gap': '与本报告的目标差得太远',
  'growth-gap': '与上年的数和增速对不上',
};

/** An implausible value, told to the reader and never corrected silently. SDMX: OBS_STATUS. */
export interface Doubt {
  /** Id of the doubtful observation. */
  readonly observation: string;
  readonly rule: DoubtRule;
  /** A Chinese sentence: the value, what it was held against, and why that cannot both be right. */
  readonly reason: string;
  /** Ids of the observations it was held against. */
  readonly evidence: readonly string[];
}
