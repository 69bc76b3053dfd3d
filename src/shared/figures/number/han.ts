import { matchMultiplier, matchUnit } from '../unit/match';
import { endingBound } from './ending';
import { tokenOf, type NumberToken } from './token';

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a Han numeral below 万 (二千零十六 -> 2016), or null where it is none. */
export function hanValue(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const char of text) {
    const place = SMALL[char];
    const value = DIGIT[char];
    if (place !== undefined) {
      total += (digit ?? 1) * place;
      digit = null;
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else return null;
  }
  return total + (digit ?? 0);
}

const NUMERAL = /[一二两三四五六七八九十百千零〇]+/y;
/** A number written out (九十五个, 百分之八) at `at`; null elsewhere. */
export function readHan(text: string, at: number): NumberToken | null {
  const char = text.charAt(at);
  if (char === '百' && text.startsWith('百分之', at)) return readPercent(text, at);
  if (DIGIT[char] !== undefined || char === '十') return readWritten(text, at);
  return null;
}

function readPercent(text: string, at: number): NumberToken | null {
  NUMERAL.lastIndex = at + 3;
  const numeral = NUMERAL.exec(text)?.[0];
  const whole = numeral ? hanValue(numeral) : null;
  if (!numeral || whole === null) return null;
  let end = at + 3 + numeral.length;
  let value = whole;
  if (text.charAt(end) === '点') {
    let fraction = '';
    while (DIGIT[text.charAt(end + 1 + fraction.length)] !== undefined)
      fraction += String(DIGIT[text.charAt(end + 1 + fraction.length)]);
    if (fraction) {
      value = Number(`${String(whole)}.${fraction}`);
      end += 1 + fraction.length;
    }
  }
  const { tail, bound } = endingBound(text, end);
  return tokenOf({ start: at, end, head: at }, value, { unit: '%', unitClass: 'measure', tail, bound });
}

/** 九百一十二万千瓦: the last 千 begins the unit. */
const UNIT_THOUSAND = /^千[瓦米克伏]/;

const PARTS =
  /^([一二两三四五六七八九十百千零〇]+亿)?([一二两三四五六七八九十百千零〇]+万)?([一二两三四五六七八九十百千零〇]+)?/;

/**
 * A number written out in Han numerals with a unit (四百四十七万吨, 九十五个). Precise ones only: it must have a
 * digit and a power of ten and be longer than two characters, so that slogans (十大战略, 二十条) stay out.
 */
function readWritten(text: string, at: number): NumberToken | null {
  const before = text.charAt(at - 1);
  if (/[第十百千万亿数几零〇一二三四五六七八九]/.test(before)) return null;
  const found = PARTS.exec(text.slice(at, at + 24));
  const whole = found?.[0] ?? '';
  const all = UNIT_THOUSAND.test(text.slice(at + whole.length - 1, at + whole.length + 1))
    ? whole.slice(0, -1)
    : whole;
  const round = /^[余多]/.test(text.slice(at + all.length)) || /[破超过越达逾近到]$/.test(before);
  const least = round ? 2 : 3;
  if (!found || !/[十百千]/.test(all) || all.length < least || !/[一二两三四五六七八九]/.test(all))
    return null;
  const [, yi, wan, tail] = found;
  const rest = all === whole ? tail : tail?.slice(0, -1);
  const part = (word: string | undefined): number =>
    word ? (hanValue(word.replace(/[亿万]$/, '')) ?? Number.NaN) : 0;
  const total = part(yi) * 1e8 + part(wan) * 1e4 + part(rest);
  if (!Number.isFinite(total) || total === 0) return null;
  let end = at + all.length;
  const trailing = wan ?? yi;
  const power = !rest && trailing ? (trailing.endsWith('万') ? 1e4 : 1e8) : 1;
  const multiplier = power === 1 ? (matchMultiplier(text, end)?.[0] ?? '') : power === 1e4 ? '万' : '亿';
  if (power !== 1) end -= 1;
  const unitAt = end + multiplier.length;
  const fuzz = /[多余]/.test(text.charAt(unitAt)) ? 1 : 0;
  const unit = matchUnit(text, unitAt + fuzz);
  if (
    !unit ||
    unit.unitClass === 'duration' ||
    unit.word === '度' ||
    unit.word === '方' ||
    unit.word === '成'
  )
    return null;
  const after = endingBound(text, unitAt + fuzz + unit.word.length);
  return tokenOf({ start: at, end, head: at }, total / power, {
    unit: multiplier + unit.word,
    unitClass: unit.unitClass,
    tail: after.tail,
    bound: after.bound === '=' && fuzz ? '>' : after.bound,
  });
}
