import type { Verdict } from '../report';

/** A tuned weight, with the case that needs it: a goal, what the next review tells, and what must come of both. */
interface Weight {
  readonly value: number;
  readonly goal: string;
  readonly told: string;
  readonly verdict: Verdict;
  readonly sure: boolean;
}

const weight = (
  value: number,
  ...[goal, told, verdict, sure]: readonly [string, string, Verdict, boolean]
): Weight => ({
  value,
  goal,
  told,
  verdict,
  sure,
});

/** How surely a result is of the same thing, from 0 to 1, and what follows; one test traces every case. */
export const WEIGHTS = {
  /** A name this like is shown as fact; below it the reader is asked (待确认). */
  sure: weight(0.9, '网络零售额增长10%以上。', '网络消费零售额增长20%。', 'met', true),
  /** Below this a number may be of something else, and is not even offered. */
  offered: weight(0.58, '完成村庄污水治理36个。', '完成21个傍河村庄生活污水治理。', 'missed', false),
  /** From here on it is the same thing, told in a way that cannot be set against the target. */
  near: weight(0.6, '网络零售额增长10%。', '网络零售额260亿元。', 'different-scope', false),
  /** What a value that can be compared goes before one that cannot. */
  compared: weight(0.1, '外贸进出口增长5%。', '外贸进出口260亿元，增长8%。', 'met', true),
  /** Words found count for less than names found. */
  words: weight(0.85, '改造老旧小区90个。', '90个老旧小区旧貌换新颜。', 'met', false),
  /** Words without a number count for less again. */
  told: weight(0.7, '建设养老服务综合体12个。', '养老服务综合体建设有序推进。', 'no-value', false),
  /** From here on a clause with a quantity is offered. */
  offeredValue: weight(
    0.53,
    '为600名老年人实施白内障复明手术。',
    '免费为612名困难老人实施白内障手术。',
    'met',
    false,
  ),
  /** From here on a clause without one is offered. */
  offeredWords: weight(0.54, '建设智慧停车场6座。', '智慧停车场建设有序推进。', 'no-value', false),
  /** Where no clause holds more of the words than this, the review is silent. */
  silent: weight(0.25, '新建智慧停车场6座。', '全区社会治安持续向好。', 'not-mentioned', true),
  /** A level so many times another is asked about, */
  far: weight(4, '造林绿化6000亩。', '造林绿化2.6万亩。', 'met', false),
  /** and so many times is not compared at all. */
  tooFar: weight(30, '培训农民1228人。', '培训农民45563人。', 'different-scope', false),
} as const;
