import { characterPairs, type Pairs } from './likeness';

/** Words before an indicator that say only whose it is, or how sure: 全市, 预计, 累计. */
const LEADING =
  /^(?:其中|全年|预计|全省|全市|全县|全区|全州|全国|我国|我省|我市|我县|我区|累计|完成|实现|同时|今年|力争)/;

/** Words between an indicator and its figure. */
const VERB =
  /(?:预计|分别|同比|比上年|比去年|实际|增长|增速|增幅|上升|提高|下降|减少|降低|回落|达到|达|完成|实现|为|突破|超过|超|约|均|控制在|保持在|稳定在|预期|涨幅|上涨|增加到?|降至|升至)$/;

const LONGEST = 18;

/**
 * The indicator a clause gives a figure of, as 地区生产总值 in 全县地区生产总值预计完成49.7亿元; null where the clause is no
 * such statement. Where it is one, the rest is a frame that any indicator may stand in.
 */
export function subjectOf(clause: string): string | null {
  const plain = clause
    .replace(/[\s“”]/g, '')
    .replace(/GDP/gi, '生产总值')
    .replace(/^[\d０-９]{4}年/, '');
  const head = /^[^\d０-９]*/.exec(plain)?.[0] ?? '';
  if (head === plain) return null;
  const last = head.split(/[，,；;：:。]/).at(-1) ?? '';
  const bare = strip(last, VERB);
  const subject = strip(bare, LEADING);
  return bare === last || subject.length < 2 || subject.length > LONGEST ? null : subject;
}

function strip(text: string, affix: RegExp): string {
  let left = text;
  for (let next = left.replace(affix, ''); next !== left; next = left.replace(affix, '')) left = next;
  return left;
}

/** Words of which one says what the other denies: 城镇 in one subject and 农村 in the other are two subjects. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['城镇', '农村'],
  ['进口', '出口'],
  ['收入', '支出'],
  ['存款', '贷款'],
];

/** The part of the shorter subject that the longer must have: 生产总值 in 地区生产总值. */
const SHARED = 0.6;

/** What any number of indicators are called at their end: 第一产业增加值 and 汽车产业增加值 are two. */
const SORT = /(?:增加值|总额|总产值|产值|总产量|产量|规模|总量|面积|数量|人数|户数|比重|占比|覆盖率|率)$/;

const nameOf = (subject: string): string => {
  const name = subject.replace(SORT, '');
  return name.length < 2 ? subject : name;
};

/** Tells whether both are one indicator; 粮食总产 is 粮食产量. */
export const isSameSubject = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && plainOf(a) === plainOf(b);

const plainOf = (subject: string): string => subject.replace(/总产量?$/, '产量');

/** Tells whether two indicators may be one; what states no figure says nothing against it. */
export function maybeSameSubject(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const opposed = OPPOSITES.some(
    ([x, y]) => (only(a, x, y) && only(b, y, x)) || (only(a, y, x) && only(b, x, y)),
  );
  return !opposed && sharedPart(pairsOf(nameOf(a)), pairsOf(nameOf(b))) >= SHARED;
}

const only = (text: string, has: string, lacks: string): boolean =>
  text.includes(has) && !text.includes(lacks);

const pairsOf = (text: string): Pairs => characterPairs([...text].map((char) => char.charCodeAt(0)));

/** The part of the shorter that the longer has too. */
export function sharedPart(a: Pairs, b: Pairs): number {
  const common = a.filter((pair) => b.includes(pair)).length;
  return common / Math.max(1, Math.min(a.length, b.length));
}

const QUOTED = /“([^“”，。；\n]{2,14})”/g;

/** The quoted names of a clause. */
export const namesOf = (clause: string): readonly string[] =>
  clause.includes('“') ? [...clause.matchAll(QUOTED)].map(([, name = '']) => name) : [];

/** Half of a name is the name in other words: “1530”工程, “1530”“青蓝结对”工程. */
const SAME_NAME = 0.5;

/** Tells whether both name something and nothing is named by both. */
export const namesDiffer = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  !a.some((one) => b.some((other) => sharedPart(pairsOf(one), pairsOf(other)) >= SAME_NAME));

/** The names both have. */
export const sharedNames = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.filter((name) => b.includes(name));
