import type { Report } from '../report';

const REACH = 60;
/** 扣除房地产因素，…; 剔除留抵退税因素后…: what a figure leaves out that the plain one holds. */
const LEFT_OUT =
  /(?:扣除|剔除|不含|不包括|除去|除开|按可比口径扣除)([^，。；、]{1,14}?)(?:等?因素|影响|后|外|[，]|$)/;

/** 可比口径, 同口径: growth after what has changed in the way of counting is taken out. */
const LIKE_FOR_LIKE = /可比|同口径/;

/** Tells whether one figure is told like for like and the other is not; the reader is asked whether that matters. */
export const isOtherCount = (planned: string, told: string): boolean =>
  LIKE_FOR_LIKE.test(planned) !== LIKE_FOR_LIKE.test(told);

const EMITTED = /排放/;
const MEASURED = /浓度/;

/** 二氧化硫排放量 and 二氧化硫浓度 fall apart from each other, though a list names both by the gas alone. */
export const isOtherPollution = (planned: string, told: string): boolean =>
  (EMITTED.test(planned) && MEASURED.test(told)) || (MEASURED.test(planned) && EMITTED.test(told));

/** Gives what is left out of the figure at an offset (房地产), or empty; said in its clause or the one before it. */
export function leftOut({ clean }: Report, at: number): string {
  const sentence =
    clean
      .slice(Math.max(0, at - REACH), at)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  const clauses = sentence.split('，');
  const own = LEFT_OUT.exec(clauses.at(-1) ?? '')?.[1];
  if (own !== undefined) return own;
  const before = clauses.at(-2) ?? '';
  return /\d/.test(before) ? '' : (LEFT_OUT.exec(`${before}，`)?.[1] ?? '');
}
