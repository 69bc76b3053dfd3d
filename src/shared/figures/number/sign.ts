import type { Rule } from '../rule';
import { oneOf } from '../rule';
import { tokenOf, type NumberToken } from './token';

const SIGNS: ReadonlySet<string> = new Set('-−–—﹣负');

const MOVED = oneOf(
  '增长 增加 净增 同比增 增速 增幅 上涨 上升 提高 提升 下降 降低 回落 减少 变动 变化 涨幅 降幅 速度 幅度 拉动',
);
const STATED = oneOf('率 比 为 是 达 达到 至 到 约 额 差 同比 环比 名义 实际 仅 分别 可比 完成 实现');
const SIGNED = oneOf('气温 温度 利润 净资产 净利润 净流入 净流出 增量 增减 盈亏 差额 顺差 逆差 指数');

/** What stands before a minus that is one; elsewhere the stroke joins or parts words (长征-5号, 工业-120亿元). */
export const MINUS_CONTEXT: readonly Rule[] = [
  {
    id: 'minus-after-words',
    pattern: new RegExp(`(?:${MOVED}|${STATED}|${SIGNED})了?$`),
    examples: ['固定资产投资增长', '工业用电量增速为', '人口自然增长率为', '最低气温'],
    counterExamples: ['新型号歼', '全长', '粮食产量'],
  },
  {
    id: 'minus-after-mark',
    pattern: /[,:(、和与](?:为)?$/,
    examples: ['增速由正转负,为', '分别为2.1%、', '工业投资(同比'.slice(0, 5)],
    counterExamples: ['第一产业'],
  },
];

const CONTEXT = new RegExp(MINUS_CONTEXT.map(({ pattern }) => pattern.source).join('|'));
const REACH = 10;

/** Tells whether the sign right before `at` makes the number there negative; `last` is the end of the number before it. */
function isNegative(text: string, at: number, last: number): boolean {
  const sign = text.charAt(at - 1);
  if (!SIGNS.has(sign) || last >= at - 1 || /^(?:正负|——)$/.test(text.slice(at - 2, at))) return false;
  const before = text.slice(Math.max(0, at - 1 - REACH), at - 1);
  return CONTEXT.test(before);
}

/** The token with its sign, where one stands before it (增长-2.1%, 增速为负0.8%); a range or a bare number has none. */
export function withSign(text: string, token: NumberToken, last: number): NumberToken {
  const { value, unitClass } = token;
  if (typeof value !== 'number' || unitClass === 'rank' || unitClass === 'bare' || unitClass === 'duration')
    return token;
  if (!isNegative(text, token.start, last)) return token;
  const start = token.start - 1;
  const { end, unit, tail, bound } = token;
  return tokenOf({ start, end, head: start }, -value, { unit, unitClass, tail, bound });
}
