import type { Observation } from '../report';
import { splitVerb } from '../figures/name/subject';
import { STOCK, SUMMED, type Stated } from './act';
import { timesApart } from './apart';
import { pairsOf, sharedOf } from './pairs';
import { fold } from './fold';

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
  ['规上', '限额以上', '规模以下', '限上'],
  ['第一产业', '第二产业', '第三产业'],
  ['民间', '工业投资', '房地产'],
  ['高技术', '高新技术', '战略性新兴'],
  ['存款', '贷款'],
  ['人均', '户均', '亩均'],
  ['税收', '非税'],
  ['再就业', '新增就业', '转移就业', '毕业生', '困难人员'],
];

/** A short name wholly inside a longer one may be the same thing told more exactly; that is for the reader to say. */
const INSIDE = 0.72;
const LEAST_PAIRS = 4;
/** 高校 of 疏解高校: so short a name proves little. */
const ENDING = 0.6;
const HOLLOW =
  /^(?:企业|项目|工程|资金|投资|平台|学校|中心|面积|收入|(?:项目)?总?投资|机构|基地|园区|人口|人员|就业|培训|数量|目标|任务|指标|措施|问题|.)$/;
/** 生产总值 and 单位生产总值能耗 share much and are not one. */
const OTHER_HEAD = 0.85;

/** Tells whether both names end in the same word: 生产总值 is a part of 单位生产总值能耗 and yet another thing. */
const sameHead = (a: string, b: string): boolean => a.slice(-2) === b.slice(-2);

/**
 * Twice the shared character pairs over all of them, or, for names that end alike, a share of how far the shorter
 * lies in the longer.
 */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  const shared = sharedOf(left, right);
  if (shared === 0) return 0;
  const least = Math.min(left.length, right.length);
  const both = left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
  if (!sameHead(a, b)) return OTHER_HEAD * both;
  if (HOLLOW.test(a) || HOLLOW.test(b)) return both;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (least >= LEAST_PAIRS && !isSpread(short, long)) return Math.max(both, (INSIDE * shared) / least);
  if (short.length >= LEAST_PAIRS && isSpread(short, long)) return Math.max(both, SPREAD);
  return long.endsWith(short) ? Math.max(both, ENDING) : both;
}

/** 村庄污水 of 傍河村庄生活污水: every part of the shorter, two characters at least, stands in the longer in order. */
function isSpread(short: string, long: string): boolean {
  let from = 0;
  for (let at = 0; at < short.length;) {
    let size = short.length - at;
    while (size >= 2 && long.indexOf(short.slice(at, at + size), from) < 0) size--;
    if (size < 2) return false;
    from = long.indexOf(short.slice(at, at + size), from) + size;
    at += size;
  }
  return true;
}

const SPREAD = 0.7;

/** Verbs at the head, and the same words used as nouns at the end: 改造棚户区 and 棚户区改造 are one. */
const TAIL =
  /(?:改造|建设|新建|治理|整治|修复|培训|开行|创建|认定|提升|改造提升|任务|工程|项目|行动|活动|数量|总数|总量|总额|额|启动|开工|完成|建成|建管养|管护|养护)+$/;
const HEADED = /^(?:城镇|国家|全省|全市|全县|全区|各类|省级及以上|省级以上)/;

/** 新改造 is 改造. */
const ANEW = /^新(?=改造|整治|治理|修复|提升)/;

const cores = new Map<string, string>();
const KEPT = 20_000;

function core(indicator: string): string {
  const known = cores.get(indicator);
  if (known !== undefined) return known;
  const found = coreOf(fold(indicator));
  if (cores.size > KEPT) cores.clear();
  cores.set(indicator, found);
  return found;
}

function coreOf(indicator: string): string {
  const { noun } = splitVerb(indicator.replace(HEADED, '').replace(ANEW, ''));
  const bare = noun.replace(TAIL, '').replace(HEADED, '');
  return [bare, noun].find((word) => word.length >= 2 && !HOLLOW.test(word)) ?? indicator;
}

const NEW = /新增|新建|建成|新认定|认定|培育|创建|创成|新|引进/;
const ADDED = /新增|净增|新认定|新培育|新引进/;
const MENDED = /改造|提升|整治|治理|修复/;
const BEGUN = /开工|启动/;
const DONE = /建成|竣工|投产|交付/;
const COUNTED = /(?:企业|主体|平台|机构|合作社|实验室|人才|面积|规模)$/;

/** Tells apart what a year adds, what it mends and what there is at its end: three figures of one thing. */
function actsOf(left: string, right: string, name: string): 'same' | 'silent' | 'other' {
  if (left === STOCK || right === STOCK) return ADDED.test(left + right) ? 'other' : 'same';
  if (right.includes(SUMMED) && !left.includes(SUMMED)) return 'silent';
  if (BEGUN.test(left) !== BEGUN.test(right)) return left === '' ? 'silent' : 'other';
  if (left !== '' && right !== '')
    return CLASHES.some(([one, other]) => clash(left, right, one, other) || clash(right, left, one, other))
      ? 'other'
      : 'same';
  return NEW.test(left + right) && COUNTED.test(name) ? 'silent' : 'same';
}

const CLASHES: readonly (readonly [RegExp, RegExp])[] = [
  [NEW, MENDED],
  [BEGUN, DONE],
];

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

/** How alike two quantities are in name, and whether both may be set against each other. */
export interface Bearing {
  /** 0 to 1; 1 is the same indicator of the dictionary or the same words. */
  readonly score: number;
  /** False where the names say that two things are meant (出口 and 进出口, 新增 and 累计). */
  readonly same: boolean;
}

/** A rise planned and a fall told are of one indicator. */
const risen = ({ indicator, measure }: Observation): string =>
  measure === 'growth' || measure === 'change' ? indicator.replace(/下降$/, '') : indicator;

/** A gain and a gain are of one size; a gain and a stock are not, unless both are a handful. */
const areNeighbours = (a: Observation, b: Observation): boolean =>
  timesApart(a, b) <= NEIGHBOURS || (Number(a.value) <= HANDFUL && Number(b.value) <= HANDFUL);

const NEIGHBOURS = 3;
const HANDFUL = 30;

const SILENT = 0.85;
const NEARLY = 0.95;

export function kinshipOf(planned: Stated, told: Stated): Bearing {
  const target = planned.observation;
  const result = told.observation;
  const a = fold(risen(target));
  const b = fold(risen(result));
  if (a === b) return { score: fold(target.name) === fold(result.name) ? 1 : CANONICAL, same: true };
  const names = likeness(core(a), core(b));
  if (names < LEAST) return { score: names, same: false };
  const words = isPartOf(a, b) ? 'opposed' : agreement(a, b);
  const acts = actsOf(planned.act, told.act, a);
  const apart = acts === 'other' || (acts === 'silent' && !areNeighbours(target, result));
  if (words === 'opposed' || apart) return { score: Math.min(names, SILENT), same: false };
  return { score: Math.min(names, words === 'same' && acts === 'same' ? NEARLY : SILENT), same: true };
}

/** One indicator of the dictionary under two names: the very name goes before it. */
const CANONICAL = 0.99;

const INCOME = /居民人均(?:可支配|纯)收入|居民收入/;
const PART = /城镇|农村/;
/** The income of all is none of the towns' alone; a target for all may be told in its parts. */
const isPartOf = (target: string, result: string): boolean =>
  INCOME.test(target) && PART.test(target) && INCOME.test(result) && !PART.test(result);

/** Names less alike than this speak of different things. */
export const LEAST = 0.5;
