import { HAN } from './marks';

/** How a heading is numbered. The order of the styles is the usual order of nesting. */
export type NumberStyle =
  'part' | 'chinese' | 'chinese-bracket' | 'arabic' | 'bare' | 'arabic-bracket' | 'circled';

export interface Numbering {
  readonly style: NumberStyle;
  /** As printed, without trailing space: `一、`, `（二）`, `3.`. */
  readonly label: string;
  readonly value: number;
  /** Length of the label with the space after it. */
  readonly length: number;
}

const CHINESE = '一二三四五六七八九十';
const PATTERNS: readonly (readonly [NumberStyle, RegExp])[] = [
  ['part', new RegExp(`^(第([${CHINESE}]+)(?:部分|章))\\s*`)],
  ['chinese', new RegExp(`^(([${CHINESE}]{1,3})[、．.])\\s*`)],
  ['chinese-bracket', new RegExp(`^([（(]([${CHINESE}]{1,3})[）)])\\s*`)],
  ['arabic-bracket', /^([（(](\d{1,2})[）)])\s*/],
  ['arabic', /^((\d{1,2})[.．、])\s*(?!\d)/],
  ['circled', /^(([①-⑳]))\s*/],
  ['bare', /^((\d{1,2}))\s+(?=\S)/],
];

/** 十二 -> 12, 二〇 is not counted here; an unreadable numeral gives 0. */
export function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (numeral: string): number => CHINESE.indexOf(numeral) + 1;
  if (text.includes('十')) return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
  return digit(ones);
}

function valueOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  if (/[①-⑳]/.test(numeral)) return numeral.charCodeAt(0) - 0x2460 + 1;
  return chineseNumber(numeral);
}

/** The number that opens a line, or null. A bare number counts only before Han (`1 坚持…`), never before a unit. */
export function readNumbering(text: string): Numbering | null {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (!match?.[1] || !match[2]) continue;
    const rest = text.slice(match[0].length);
    if (rest === '' || (style === 'bare' && !opensHeading(rest))) continue;
    return { style, label: match[1], value: valueOf(match[2]), length: match[0].length };
  }
  return null;
}

/** Tells `1 坚持扩内需` from `2 个社区` and `12 月底`: words, at least three Han, and no unit at the start. */
const opensHeading = (rest: string): boolean =>
  [...rest.slice(0, 3)].every((character) => HAN.test(character)) &&
  !/^[个家条项人万亿千百月日年所座套处件名户元级批次期位]/.test(rest);
