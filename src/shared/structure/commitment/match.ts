import type { Observation } from '../../report';
import { splitVerb } from '../name/subject';
import { endYear } from '../series/series';
import { sameDimension } from '../unit/convert';

/** A result held against a target. */
export interface Match {
  readonly result: Observation;
  /** How surely both speak of the same thing, 0 to 1; 1 is the same indicator of the dictionary or the same words. */
  readonly score: number;
  /** Whether the two values can be set against each other at all. */
  readonly comparable: boolean;
}

/** Words of which two names must not have different ones: 省级 against 国家级, 城镇 against 农村, 新增 against 累计. */
const QUALIFIERS: readonly (readonly string[])[] = [
  ['国家级', '国家', '全国', '省级', '市级', '县级', '区级', '村级', '乡级', '乡镇'],
  ['城镇', '农村', '城乡', '乡村'],
  ['高技能'],
  ['双向贸易', '出口', '进口'],
  ['小学', '中学', '幼儿园', '高中', '高校'],
  ['高速公路', '农村公路', '国省干线', '铁路'],
  ['养老', '托育', '医疗', '失业'],
  ['住院', '门诊'],
];

const pairs = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** A short name wholly inside a longer one may be the same thing told more exactly; that is for the reader to say. */
const INSIDE = 0.72;
const LEAST_PAIRS = 4;

/** Twice the shared character pairs over all of them, or a share of how far the shorter lies in the longer. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairs(a);
  const right = pairs(b);
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  const least = Math.min(left.length, right.length);
  const both = left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
  return least >= LEAST_PAIRS ? Math.max(both, (INSIDE * shared) / least) : both;
}

/** Verbs at the head, and the same words used as nouns at the end: 改造棚户区 and 棚户区改造 are one. */
const TAIL =
  /(?:改造|建设|新建|治理|整治|修复|培训|开行|创建|认定|提升|改造提升|任务|工程|项目|行动|活动|数量|总数|总量|总额|额|启动|开工|完成|建成)+$/;
const HEADED = /^(?:城镇|国家|全省|全市|全县|全区|各类|省级及以上|省级以上)/;

function core(indicator: string): string {
  const { noun } = splitVerb(indicator.replace(/[“”"‘’]/g, ''));
  const bare = noun.replace(TAIL, '').replace(HEADED, '');
  return bare.length >= 2 ? bare : noun.length >= 2 ? noun : indicator;
}

const NEW = /新增|新建|建成|新认定|认定|培育|创建|创成|新|引进/;
const MENDED = /改造|提升|整治|治理|修复/;
const STOCK = /(?:企业|主体|平台|机构|合作社|实验室|人才)$/;

/** What a year adds, what it mends and what there is at its end are three figures of one thing. */
function sameAct(a: string, b: string): boolean {
  const left = splitVerb(a).verb;
  const right = splitVerb(b).verb;
  if (left !== '' && right !== '')
    return !(clash(left, right, NEW, MENDED) || clash(right, left, NEW, MENDED));
  return NEW.test(left + right) ? !STOCK.test(a) : true;
}

const clash = (a: string, b: string, one: RegExp, other: RegExp): boolean =>
  one.test(a) && !other.test(a) && other.test(b) && !one.test(b);

/** Which words of each group a name holds; 进出口 is neither 出口 nor 进口. */
const held = (name: string): readonly string[] => {
  const text = name.replace(/进出口/g, '双向贸易');
  return QUALIFIERS.map((group) => group.filter((word) => text.includes(word)).join());
};

type Agreement = 'same' | 'one-silent' | 'opposed';

/** 科技型中小企业 may be meant by 省级科技型中小企业: one of the two says less, and the reader is asked. */
function agreement(a: string, b: string): Agreement {
  const left = held(a);
  const right = held(b);
  if (left.every((words, index) => words === right[index])) return 'same';
  return left.every((words, index) => words === '' || right[index] === '' || words === right[index])
    ? 'one-silent'
    : 'opposed';
}

function scoreOf(target: Observation, result: Observation): number {
  if (target.indicator === result.indicator) return 1;
  const names = likeness(core(target.indicator), core(result.indicator));
  if (!sameAct(target.indicator, result.indicator)) return names * 0.6;
  const words = agreement(target.indicator, result.indicator);
  return words === 'same'
    ? Math.min(names, 0.95)
    : words === 'one-silent'
      ? Math.min(names, 0.85)
      : names * 0.6;
}

/** A single year's figure, or a state reached at the end of several, of the year the target aims at. */
export const isOfYear = (result: Observation, year: number): boolean =>
  endYear(result.period) === year && (/^\d{4}(?!-\d{4})/.test(result.period) || result.measure === 'share');

const isSum = (result: Observation, year: number): boolean => {
  const [first = '', last = ''] = /^(\d{4})-(\d{4})$/.exec(result.period)?.slice(1) ?? [];
  return first !== '' && Number(first) <= year && year <= Number(last);
};

/** 压减开采量1.7亿 and 开采量压减1.77亿 are one, told as an amount and as a change. */
const sameMeasure = (target: Observation, result: Observation): boolean =>
  target.measure === result.measure ||
  (target.indicator.endsWith('下降') &&
    target.indicator === result.indicator &&
    [target.measure, result.measure].every((measure) => measure === 'level' || measure === 'change'));

const LEAST = 0.5;

/** Results that may answer a target, best first. */
export function matchesOf(target: Observation, results: readonly Observation[]): readonly Match[] {
  const year = endYear(target.period);
  const found: Match[] = [];
  for (const result of results) {
    const single = isOfYear(result, year);
    if (!single && !isSum(result, year)) continue;
    const score = scoreOf(target, result);
    if (score < LEAST) continue;
    const comparable =
      single &&
      sameMeasure(target, result) &&
      sameDimension(result.unit, target.unit) &&
      result.place === target.place;
    found.push({ result, score, comparable });
  }
  return found.sort((a, b) => rank(b) - rank(a) || a.result.range.start - b.result.range.start);
}

/** Comparable values go before others of the same likeness, whole years before parts of a year. */
const rank = ({ score, comparable, result }: Match): number =>
  score + (comparable ? 0.35 : 0) + (result.period.length === 4 ? 0.02 : 0);
