import { isDigit } from '../text';
import type { Edit } from './edit';

const NUMERALS = new Set(Array.from('〇零一二两三四五六七八九十百千万亿', (char) => char.charCodeAt(0)));
const NUMBER_MARKS = new Set(Array.from('.%‰', (char) => char.charCodeAt(0)));

/** A digit or a Chinese numeral. */
export const isNumeral = (unit: number): boolean => isDigit(unit) || NUMERALS.has(unit);

/**
 * Tells whether an edit would make one number of another, which no near match may do: it touches a digit, a decimal
 * point or %, it puts one Chinese numeral for another or changes one beside another (三期 for 二期, 十大 for
 * 二十大), or the place begins or ends inside a longer number.
 */
export function changesNumber(text: Uint16Array, term: Uint16Array, edit: Edit): boolean {
  const { kind, at, textAt, start, end } = edit;
  const wanted = kind === 'extra' ? 0 : (term[at] ?? 0);
  const found = kind === 'missing' ? 0 : (text[textAt] ?? 0);
  if (isPartOfNumber(wanted) || isPartOfNumber(found)) return true;
  if (cutsNumber(text, start, end)) return true;
  if (!isNumeral(wanted) && !isNumeral(found)) return false;
  if (isNumeral(wanted) && isNumeral(found)) return true;
  return (wanted !== 0 && isNumeralBeside(term, at)) || (found !== 0 && isNumeralBeside(text, textAt));
}

const isPartOfNumber = (unit: number): boolean => isDigit(unit) || NUMBER_MARKS.has(unit);

/** Of two swapped units the second is the neighbour of the first. */
const isNumeralBeside = (units: Uint16Array, at: number): boolean =>
  isNumeral(units[at] ?? 0) && (isNumeral(units[at - 1] ?? 0) || isNumeral(units[at + 1] ?? 0));

const POINT = 0x2e;
const HAN_POINT = '点'.charCodeAt(0);
const MULTIPLIERS = new Set(Array.from('百千万亿', (char) => char.charCodeAt(0)));

/** Tells whether a place begins or ends in the middle of a number, such as 205 in 5205, 12 in 12.7 or 5万 in 5万亿. */
export function cutsNumber(units: Uint16Array, start: number, end: number): boolean {
  const digit = (at: number): boolean => isDigit(units[at] ?? 0);
  const before = digit(start - 1) || (units[start - 1] === POINT && digit(start - 2));
  const after = digit(end) || (units[end] === POINT && digit(end + 1));
  return (digit(start) && before) || (digit(end - 1) && after) || cutsMultiplier(units, start, end);
}

/** 5万 in 5万亿元. */
const cutsMultiplier = (units: Uint16Array, start: number, end: number): boolean =>
  end - start > 1 &&
  isDigit(units[end - 2] ?? 0) &&
  MULTIPLIERS.has(units[end - 1] ?? 0) &&
  MULTIPLIERS.has(units[end] ?? 0);

/** Tells whether a place begins or ends in the middle of Chinese numerals, such as 百分之八 in 百分之八十五 or 百分之八点五. */
export function cutsHanNumber(units: Uint16Array, start: number, end: number): boolean {
  const numeral = (at: number): boolean => isNumeral(units[at] ?? 0);
  const before = numeral(start - 1) || (units[start - 1] === HAN_POINT && numeral(start - 2));
  const after = numeral(end) || (units[end] === HAN_POINT && numeral(end + 1));
  return (numeral(start) && before) || (numeral(end - 1) && after);
}
