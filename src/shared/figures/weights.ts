/** A tuned number, with the case that needs it: texts of one report a year, in which it tells, and the nearest in which it must not. */
export interface TunedNumber {
  readonly value: number;
  readonly tells: readonly string[];
  readonly silent: readonly string[];
}

const tuned = (value: number, tells: readonly string[], silent: readonly string[]): TunedNumber => ({
  value,
  tells,
  silent,
});

/** The tuned numbers of the grammar and of its doubts; tests/unit/figures/weights.test.ts reads every case. */
export const WEIGHTS = {
  /** A level of a steady thing that is this many times its neighbour has lost or gained a digit. */
  scale: tuned(
    5,
    ['全市粮食总产量180亿斤。', '全市粮食总产量18.2亿斤。', '全市粮食总产量183亿斤。'],
    ['全市粮食总产量80亿斤。', '全市粮食总产量18.2亿斤。', '全市粮食总产量83亿斤。'],
  ),
  /** Years within which two levels are neighbours. */
  nearYears: tuned(
    3,
    ['全市粮食总产量180亿斤。', '', '', '全市粮食总产量18.2亿斤。'],
    ['全市粮食总产量180亿斤。', '', '', '', '全市粮食总产量18.2亿斤。'],
  ),
  /** A target this many times the result of the year before, of a thing that moves by a few per cent a year. */
  targetGap: tuned(
    1.5,
    ['粮食总产量150亿斤。', '粮食总产量达到240亿斤。'],
    ['粮食总产量150亿斤。', '粮食总产量达到200亿斤。'],
  ),
  /** Two sources of one figure may round differently; beyond this they contradict each other. */
  conflict: tuned(
    1.2,
    ['2015年粮食总产量150亿斤。', '2015年粮食总产量185亿斤。'],
    ['2015年粮食总产量150亿斤。', '2015年粮食总产量175亿斤。'],
  ),
  /** How far a level may stand from last year's level and its own growth: prices and revised bases move it a little. */
  growthGap: tuned(
    1.35,
    ['全市生产总值3000亿元。', '全市生产总值4500亿元，增长7%。'],
    ['全市生产总值3000亿元。', '全市生产总值4200亿元，增长7%。'],
  ),
  /** A growth beyond this, in per cent, is most likely over several years, and then the level is not to blame. */
  largestGrowth: tuned(
    40,
    ['全市生产总值3000亿元。', '全市生产总值5900亿元，增长39%。'],
    ['全市生产总值3000亿元。', '全市生产总值5900亿元，增长41%。'],
  ),
  /** So many times the value before it, a figure under a name of the text is of something else (新增8家, 拥有647家). */
  leap: tuned(
    5,
    ['村卫生室标准化改造80个。', '村卫生室标准化改造420个。'],
    ['村卫生室标准化改造80个。', '村卫生室标准化改造390个。'],
  ),
  /** How far the three parts of a ratio may be from a hundred, by rounding. */
  ratioRounding: tuned(0.3, ['三次产业结构调整为12.9:40.1:47.2。'], ['三次产业结构调整为12.9:40.2:47.3。']),
  /** Of the character pairs of two names, the share that makes one a shorter wording of the other. */
  alikeNames: tuned(
    0.6,
    ['规模以上工业增加值', '规上工业增加值'],
    ['规模以上工业增加值', '规模以上服务业营业收入'],
  ),
} as const satisfies Readonly<Record<string, TunedNumber>>;
