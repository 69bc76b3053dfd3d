import { trimWords, splitVerb } from './subject';

const TOGETHER = /^(.*)(?:分别|依次|各自?)(?!类|项|级|地|国|省|市|县|区|种|方)/s;

/** The words before 分别, or all of them where the list has no such word. */
export const headOf = (left: string): string => TOGETHER.exec(left)?.[1] ?? left;

export const saysEach = (left: string): boolean => TOGETHER.test(left);

/** Splits a list of names; marks inside quotes and brackets do not split. */
export function splitList(text: string, marks: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (/[“(《]/.test(char)) depth++;
    else if (/[”)》]/.test(char)) depth--;
    else if (depth === 0 && marks.test(char)) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part !== '');
}

const TOWN_AND_COUNTRY = /^城乡(?!融合|一体)/;

/**
 * The names that `count` numbers in a row belong to (A、B、C分别增长x、y、z), in order; null where the words
 * before them do not list as many. 城乡居民 with two numbers is 城镇居民 and 农村居民.
 */
export function distribute(left: string, count: number): readonly string[] | null {
  const { verb, noun } = splitVerb(trimWords(headOf(left)));
  if (noun === '') return null;
  for (const marks of [/[、和与及]/, /[、和]/, /、/, /和/]) {
    const parts = splitList(noun.replace(/以及/g, '及'), marks).map(trimWords);
    if (parts.length === count && parts.every((part) => part.length > 0)) return withShared(parts, verb);
  }
  if (count === 2 && TOWN_AND_COUNTRY.test(noun)) {
    return [noun.replace(TOWN_AND_COUNTRY, '城镇'), noun.replace(TOWN_AND_COUNTRY, '农村')];
  }
  return null;
}

/** The head noun of the last name holds for all of them (高新技术产业、战略性新兴产业增加值分别增长…). */
const SHARED =
  /(?:增加值|产值|产量|销售额|零售额|吞吐量|投资|收入|支出|余额|覆盖率|周转量|就业率|参保率|入学率|接待人次|交易额|贷款|达标率|优良率|普及率|巩固率|合格率|完成率|治理率|处理率|利用率|满意率|满意度|报销比例)$/;

/** 城镇、农村居民人均可支配收入: the first is of the same thing on the other side. */
const SIDE = /^(?:(?:城镇|农村|城市|乡村)(?:常住居民|居民)?|中央|地方|出口|进口)$/;
const SIDE_HEAD = /^(?:城镇|农村|城市|乡村|中央|地方)/;
const PEOPLE = /^(?:常住)?居民/;

/** A name with a quantity word of its own needs no other. */
const OWN_HEAD = /(?:数|量|额|率|值|费用?|比重|比例|水平|规模|面积|人次|强度|标准|总产|余额|收入|支出)$/;

function withShared(parts: readonly string[], verb: string): readonly string[] {
  const last = parts.at(-1) ?? '';
  if (parts.slice(0, -1).every((part) => SIDE.test(part)) && SIDE_HEAD.test(last)) {
    const rest = last.replace(SIDE_HEAD, '');
    return parts.map((part) => {
      if (part === last) return verb + part;
      return verb + part + (part.endsWith('居民') ? rest.replace(PEOPLE, '') : rest);
    });
  }
  const shared = SHARED.exec(last)?.[0] ?? '';
  return parts.map(
    (part) =>
      verb +
      (shared && !SHARED.test(part) && !OWN_HEAD.test(part) && part.length <= 12 ? part + shared : part),
  );
}
