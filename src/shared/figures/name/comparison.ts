import type { Rule } from '../rule';
import { oneOf } from '../rule';
import { HOLDS, signatureOf } from '../signature';
import { cleanWords } from './clean';
import { distribute, headOf, saysEach } from './distribute';

const THAN = oneOf('快于 高于 低于 慢于 优于 好于 多于 少于 大于 小于 高出 超出 领先 快过 领先于');
const BY = oneOf('快 高 低 多 少 慢 高出 低出 高了 低了');
const TIME =
  /^(?:上年|去年|前年|同期|上年同期|去年同期|年初|上年末|上半年|上季度|上月|\d+年.*|“[^”]+”.*|[五十三]年前)$/;
const LESS = /[低少慢]/;
/** Words between the comparison and its number. */
const LEAD = '(?:了|约|近|超过?|逾|达|至少|分别)*$';

/** Comparisons with another place, a plan or a mean: the number is a distance, and the name says from what. */
export const COMPARISONS: readonly Rule[] = [
  {
    id: 'faster-than',
    pattern: new RegExp(`(?<!不)(${THAN}(?:[一-龥“”]{1,12})?)${LEAD}`),
    examples: ['快于全省', '失业率低于全国平均水平', '高出年度目标'],
    counterExamples: ['增长', '不低于'],
  },
  {
    id: 'than-by',
    pattern: new RegExp(`(?:比|较)([一-龥“”\\d]{1,12}?)(?<![提增减降升])(${BY})${LEAD}`),
    examples: ['比全省快', '较上年预算低', '比全国平均水平高'],
    counterExamples: ['比上年提高', '占比'],
  },
];
const [FASTER, THAN_BY] = COMPARISONS.map(({ pattern }) => pattern);

/** 快于全省 before a number of points; empty for a number's own rise over an earlier time. */
export function comparisonOf(left: string, unit: string): string {
  if (!/百分点|^%|千分点|位$/.test(unit)) return '';
  const near = left.slice(-24);
  if (!(signatureOf(near) & HOLDS.compares)) return '';
  const faster = FASTER?.exec(near)?.[1] ?? '';
  if (faster.length > 2 && /百分点|千分点/.test(unit)) return faster;
  const [, than = '', by = ''] = (/百分点|千分点|%/.test(unit) ? THAN_BY?.exec(near) : null) ?? [];
  if (by === '' || (TIME.test(than) && !LESS.test(by))) return '';
  return `比${than}${by.replace('了', '')}`;
}

/** The words before a comparison, in which what is compared is named. */
export const beforeComparison = (left: string): string =>
  left.replace(
    /(?:，|,)?(?:比|较|快于|高于|低于|慢于|优于|好于|多于|少于|大于|小于|高出|超出|领先)[一-龥“”\d]{0,14}$/,
    '',
  );

const RATE = /(?:增速|增幅|增长速度)$/;

/** Names the things that are each held against another (增加值、税收增速分别高于全省2.2个和3.7个百分点); null where none are listed. */
export function runHeld(left: string, count: number): readonly string[] | null {
  const against = saysEach(left) ? comparisonOf(left, '个百分点').replace('分别', '') : '';
  if (against === '') return null;
  const before = cleanWords(beforeComparison(left));
  const rate = RATE.exec(headOf(before))?.[0] ?? '';
  return (
    distribute(before, count)?.map((name) => (name.endsWith(rate) ? name : name + rate) + against) ?? null
  );
}
