import type { Observation, Range, Report } from '../report';
import { splitVerb } from '../figures/name/subject';
import { endYear } from '../figures/series/series';
import { fold } from './fold';
import { kinshipOf, LEAST } from './likeness';
import type { Stated } from './act';
import { coversYear, isComparable, isOfKind } from './match';
import { passagesOf, strongLength, type ReviewClause, type PassageIndex } from './passages';

/** A clause that may tell what became of a target, found by its words. */
export interface Candidate {
  /** How much of the target's words it holds, 0 to about 1. */
  readonly strength: number;
  readonly sentence: Range;
  readonly text: string;
  /** The quantity it states of the year aimed at, or null where it tells in words only. */
  readonly result: Observation | null;
  readonly comparable: boolean;
}

/** Names that many things bear: the same word is no proof of the same thing. */
export const VAGUE =
  /^(?:新增|新建|建设|完成|实施|年)?(?:重点|重大|各类|新开工|续建|计划)?(?:总投资|投资|项目|企业|工程|资金|任务|措施|条|人|户|村|县|公园|道路|学校|平台|事项)?$|^.?$|^(?:国家|省|市|县)级$|(?:财政|中央|省级|市级|预算)[^，]{0,4}(?:安排|投入|支出)$|缺失/;
/** So short a name (增长) proves little, and may be told in any words. */
export const BARE = /^.{1,2}$/;

const GENERIC = /^(?:项目|企业|工程|资金|投资|任务|人才|平台|学校|面积|(?:重点)?领域|措施|品质)$/;

/** Tells whether a name says what is done and not to what in particular (引进项目). */
export const isGeneric = (name: string): boolean => GENERIC.test(splitVerb(name).noun);

interface Key {
  readonly text: string;
  /** What a find by these words counts for; less where they are only part of the name. */
  readonly weight: number;
  /** Words around a number, of which one rare run is enough. */
  readonly loose: boolean;
}

const PART = 0.85;
const MODIFIERS = /^(?:城镇登记|城镇调查|全社会|规模以上|城乡居民|城镇|农村)(?=.{3})/;

/** Gives what a target is looked for by: its noun and the parts of it, or for a vague one the words around its number. */
function keysOf({ clean }: Report, { name, indicator, range }: Observation): readonly Key[] {
  const { noun } = splitVerb(name);
  const subject = GENERIC.test(noun) ? name : noun;
  if (!VAGUE.test(indicator) && subject.length > 1) {
    const parts = [subject.replace(MODIFIERS, ''), ...subject.split(/[、和与及等的]/)];
    const others = parts.filter((part) => part !== subject && part.length >= 3);
    return [
      { text: subject, weight: 1, loose: false },
      ...others.map((text) => ({ text, weight: PART, loose: false })),
    ];
  }
  const before =
    clean
      .slice(Math.max(0, range.start - BEFORE), range.start)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  const after = clean.slice(range.end, range.end + AFTER).split(/[。；\n]/)[0] ?? '';
  const text = `${before}${after}`.replace(/[\d.，、,①-⑳]|亿元|万元|以上|左右/g, '');
  return text.length < LEAST_WORDS ? [] : [{ text, weight: 1, loose: true }];
}

const BEFORE = 24;
const AFTER = 16;
/** Fewer characters than these around a vague name (投资) are as vague. */
const LEAST_WORDS = 8;
const LIMIT = 8;
/** The very number aimed at stands in the clause. */
const SAME_NUMBER = 0.3;
const SAME_ROUND = 0.1;
/** So much of the name makes even a small number (4所高校) the same. */
const HALF_NAMED = 0.45;
const WANTING = 0.1;
const COMPARABLE = 0.05;
const MOVED = 0.12;

/** How a clause holds a key. */
interface Held {
  readonly key: string;
  /** The longest run of the key in it. */
  readonly run: string;
  readonly coverage: number;
}

/** The best clause of a review for a target, or null where none holds a word of it. */
export function hitOf(target: Stated, source: Report, index: PassageIndex): Candidate | null {
  let best: Candidate | null = null;
  for (const { text, weight, loose } of keysOf(source, target.observation)) {
    const key = fold(text);
    for (const { passage, coverage } of passagesOf(index, text, LIMIT)) {
      const run = runOf(key, passage.text);
      const held = loose
        ? Math.max(coverage * unbroken(key, passage.text, run), telling(run))
        : coverage * weight * unbroken(key, passage.text, run);
      const hit = hitIn(target, passage, { key, run, coverage: held });
      if (hit && hit.strength > (best?.strength ?? 0)) best = hit;
    }
  }
  return best;
}

const BROKEN = 0.55;
const RUN = 5;

/** The longest run of a key that stands in a clause. */
function runOf(key: string, text: string): string {
  for (let length = Math.min(key.length, LONGEST); length > 1; length--) {
    for (let at = 0; at + length <= key.length; at++) {
      const run = key.slice(at, at + length);
      if (text.includes(run)) return run;
    }
  }
  return '';
}

const LONGEST = 12;

/** Words strewn over a clause (农村危房改造、公路) are no proof of the name they make up (农村公路); 率 makes another name. */
function unbroken(key: string, text: string, run: string): number {
  if (!key.endsWith('率') && text.includes(`${key}率`)) return BROKEN;
  const whole = Math.min(RUN, key.length);
  return BROKEN + ((1 - BROKEN) * (Math.min(run.length, whole) - 1)) / (whole - 1);
}

/** Gives what a run of rare characters (博文路西段, 临空经济区) proves by itself. */
const telling = (run: string): number => Math.min(MOST, PER_CHARACTER * strongLength(run));
const PER_CHARACTER = 0.12;
const MOST = 0.72;

const MOVES =
  /增长|下降|提高|回升|稳定|保持|实现|完成|取得|达到|建成|推进|开展|扩大|改善|增加|减少|加快|为|显著|明显|全面|顺利/;
const NEARBY = 8;

/** Without a number two characters together (品质, 农村 and 公路 apart) prove nothing, though they leave a doubt. */
const wordsOnly = ({ key, run, coverage }: Held, text: string): number =>
  run.length < 3 ? Math.min(coverage, DOUBT) : coverage + (isMoved(key, text) ? MOVED : 0);

const DOUBT = 0.5;

/** Tells whether the clause says of the thing itself how it went: the words stand right after it, or before. */
function isMoved(key: string, text: string): boolean {
  const tail = key.slice(-2);
  const at = text.indexOf(tail);
  if (at < 0) return false;
  return (
    MOVES.test(text.slice(at + 2, at + 2 + NEARBY)) ||
    MOVES.test(text.slice(Math.max(0, at - key.length - 2), at))
  );
}

function hitIn(target: Stated, passage: ReviewClause, held: Held): Candidate | null {
  const planned = target.observation;
  const year = endYear(planned.period);
  const kindred = passage.stated.filter(({ observation }) => isOfKind(planned, observation));
  const stated = kindred.filter((one) => coversYear(one, year));
  if (stated.length === 0 && kindred.length > 0) return null;
  const { best, exact } = chooseFrom(stated, target, held.coverage);
  const comparable = best !== null && (exact || isKin(target, best));
  const bonus = (exact ? (isTelling(planned) ? SAME_NUMBER : SAME_ROUND) : 0) + (comparable ? COMPARABLE : 0);
  const strength =
    (best ? held.coverage + bonus : wordsOnly(held, passage.text)) - (passage.wanting ? WANTING : 0);
  const { sentence, text } = passage;
  return { strength, sentence, text, result: best?.observation ?? null, comparable };
}

/** The quantity of a clause that is of the target: the very number aimed at, or the one likest in name. */
function chooseFrom(
  stated: readonly Stated[],
  target: Stated,
  coverage: number,
): { readonly best: Stated | null; readonly exact: boolean } {
  const ranked = stated
    .map((told) => ({ told, fitness: fitness(target, told) }))
    .sort((a, b) => b.fitness - a.fitness);
  const kin = ranked.find(({ told, fitness }) => fitness >= KIN && isKin(target, told))?.told;
  if (isTelling(target.observation) || (coverage >= HALF_NAMED && kin === undefined)) {
    const exact = stated.find(
      (one) => isComparable(target, one) && equals(target.observation, one.observation),
    );
    if (exact) return { best: exact, exact: true };
  }
  const nearest = ranked[0];
  return { best: kin ?? (nearest && nearest.fitness >= OF_IT ? nearest.told : null), exact: false };
}

/** Less like than this the number is of something else in the clause (钢铁、水泥等15个重点行业…任务如期完成). */
const OF_IT = 0.25;
/** The likeness, and a bonus for being comparable, of a result that is surely of the same name. */
const KIN = 1;

function isKin(target: Stated, told: Stated): boolean {
  const { score, same } = kinshipOf(target, told);
  return same && score >= LEAST && isComparable(target, told);
}

const fitness = (target: Stated, told: Stated): number =>
  kinshipOf(target, told).score + (isComparable(target, told) ? 0.3 : 0);

const equals = (a: Observation, b: Observation): boolean =>
  a.unit === b.unit && String(a.value) === String(b.value);

/** Two and ten are found everywhere; a number of two digits and more that is no round ten is found once. */
const isTelling = ({ value }: Observation): boolean =>
  typeof value === 'number' && (value >= 11 || !Number.isInteger(value)) && value % 10 !== 0;
