import { matchUnit } from '../unit/match';
import { hanValue } from './han';
import { endingBound } from './ending';
import { tokenOf, type NumberToken } from './token';

const DIGIT = '[一二两三四五六七八九]';
const FRACTION = /([一二两三四五六七八九十]{1,3})分之([一二两三四五六七八九十]{1,3})/y;
/** 九成五 is nine tenths and five hundredths. */
const TENTHS = new RegExp(
  `(${DIGIT})成(${DIGIT})?(?!立|功|为|员|本|果|效|熟|长|人|年|分|就|绩|交|品|型|都|色|套|语|规模|行(?![政业])|像|因|片|系|链)`,
  'y',
);
const DOUBLINGS = new RegExp(`(?<=翻了?(?:约|近)?)(${DIGIT})番`, 'y');
const DOUBLED = /(?<=(?:实现|同比|提前|年|将|再|已|全部|[量额值模数入产润])翻)番(?=[,。;、!)]|$)/y;
const TIMES = new RegExp(`(${DIGIT}|[一二]?十${DIGIT}?)倍(?![增数感受加速率])`, 'y');
const GROWN =
  /(?:增长|增加|提高|提升|扩大|翻|达到?|是|超过?|近|约|年的|上年的|水平的|增|为)(?:了|约|近|超过?|逾)*$/;

interface Spoken {
  readonly length: number;
  readonly value: number;
  readonly unit: string;
  /** Characters that are the number; the rest is its unit. */
  readonly digits: number;
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Rounds to two places: 三分之一 is 33.33 %. */
export const percentOf = (part: number, whole: number): number => Math.round((part / whole) * 1e4) / 100;

function readFraction(text: string, at: number): Spoken | null {
  const [all, whole = '', part = ''] = matchAt(FRACTION, text, at) ?? [];
  const [below, above] = [hanValue(whole) ?? 0, hanValue(part) ?? 0];
  if (all === undefined || below < 2 || above < 1 || above >= below) return null;
  return { length: all.length, digits: all.length, value: percentOf(above, below), unit: '%' };
}

function readTenths(text: string, at: number): Spoken | null {
  if (/[一二三四五六七八九十百千万几数]/.test(text.charAt(at - 1))) return null;
  const [all, tenths = '', hundredths = ''] = matchAt(TENTHS, text, at) ?? [];
  if (all === undefined || text.startsWith('一成不变', at)) return null;
  const value = (hanValue(tenths) ?? 0) + (hundredths ? (hanValue(hundredths) ?? 0) / 10 : 0);
  return { length: all.length, digits: hundredths ? all.length : 1, value, unit: '成' };
}

function readDoubling(text: string, at: number): Spoken | null {
  const [all, times = ''] = matchAt(DOUBLINGS, text, at) ?? matchAt(DOUBLED, text, at) ?? [];
  if (all === undefined) return null;
  return { length: all.length, digits: 1, value: times ? (hanValue(times) ?? 1) : 1, unit: '番' };
}

function readTimes(text: string, at: number): Spoken | null {
  const [all, times = ''] = matchAt(TIMES, text, at) ?? [];
  if (all === undefined || !GROWN.test(text.slice(Math.max(0, at - 8), at))) return null;
  return { length: all.length, digits: times.length, value: hanValue(times) ?? 1, unit: '倍' };
}

/** A share or a growth told in words (三分之一, 九成五, 翻一番, 增长两倍) at `at`; null elsewhere. */
export function readSpoken(text: string, at: number): NumberToken | null {
  const spoken =
    readFraction(text, at) ?? readTenths(text, at) ?? readDoubling(text, at) ?? readTimes(text, at);
  if (!spoken) return null;
  const { length, digits, value, unit } = spoken;
  const { tail, bound } = endingBound(text, at + length);
  return tokenOf({ start: at, end: at + digits, head: at }, value, {
    unit,
    unitClass: 'measure',
    tail,
    bound,
  });
}

const SURPASSES =
  /(?:突破|超过|超|冲破|跨越|跨过|跨上|迈上|迈过|迈入|站上|登上|跃上|越过|达到|达|首破|破|逾|过|上|近|(?:稳定|保持|维持)在)了?$/;
const ROUND: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const ROUND_AMOUNT = /(?:[百千](?:万亿|[万亿])?|万亿|[万亿])/y;

/** A round amount that is reached (突破百亿元, 超千列, 过万人次) at `at`; null where no unit or no such verb stands. */
export function readRound(text: string, at: number): NumberToken | null {
  const all = matchAt(ROUND_AMOUNT, text, at)?.[0];
  if (all === undefined || !SURPASSES.test(text.slice(Math.max(0, at - 4), at))) return null;
  const unit = matchUnit(text, at + all.length);
  if (
    !unit ||
    unit.unitClass === 'duration' ||
    /^(?:[级余多]|的?\d|的?(?:项目|企业|产业|集群|园区|开发区|工程|镇|县|村|大县|强))/.test(
      text.slice(at + all.length + unit.word.length),
    )
  )
    return null;
  const round = ROUND[all.charAt(0)];
  const multiplier = round === undefined ? all : all.slice(1);
  const after = endingBound(text, at + all.length + unit.word.length);
  // 稳定在百万吨以上 is an amount, 保持在百强 is none.
  if (text.charAt(at - 1) === '在' && after.bound === '=') return null;
  return tokenOf({ start: at, end: at + 1, head: at }, round ?? 1, {
    unit: multiplier + unit.word,
    unitClass: unit.unitClass,
    tail: after.tail,
    bound:
      after.bound === '=' && text.charAt(at - 1) === '上' && text.charAt(at - 2) !== '跨' ? '>' : after.bound,
  });
}
