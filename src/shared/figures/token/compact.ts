import type { Range } from '../../report';
import { foldCharacter, isDigit, narrow } from '../../text';

/**
 * A stretch of clean text the grammar can read: full-width ASCII as half-width, radicals as characters, white space dropped.
 * `at[i]` is the clean offset of `text[i]`; `at[text.length]` is the end of the stretch.
 */
export interface Compact {
  readonly text: string;
  /** Null where the stretch reads as it stands: then `text[i]` is at `start + i`. */
  readonly at: readonly number[] | null;
  readonly start: number;
}

const SPACES = /[\u0000- \u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/;
const WIDE = /[\u2e80-\u2fdf\u31c0-\u31ef\uff01-\uff5e]/;

/** Tells whether a unit may be a radical or a stroke that looks like a character (⻓ 长, ㇐ 一). */
const isPart = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0x31c0 && code <= 0x31ef);

/** Narrow spaces that set thousands apart (3 486.5). */
const isThin = (code: number): boolean =>
  code === 0x2009 || code === 0x202f || code === 0x2006 || code === 0x205f;

const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200d) ||
  isThin(code) ||
  code === 0xfeff;

/** One unit for one unit (`LEVELS.figures`), so that offsets stay: full width as half width, a radical as its character. */
const plain = (code: number): number =>
  isPart(code) ? foldCharacter('figures', String.fromCharCode(code)).charCodeAt(0) : narrow(code);

/** Normalises the given stretch of `clean`; lone spaces between two numbers stay, so that they are not glued together. */
export function compact(clean: string, { start, end }: Range): Compact {
  const whole = clean.slice(start, end);
  if (!SPACES.test(whole)) return { text: WIDE.test(whole) ? narrowed(whole) : whole, at: null, start };
  const at: number[] = [];
  const codes: number[] = [];
  let gap = false;
  for (let i = start; i < end; i++) {
    const code = plain(clean.charCodeAt(i));
    if (isSpace(code)) {
      gap = true;
      continue;
    }
    if (gap && needsSpace(codes, clean, i, code)) {
      codes.push(SPACE);
      at.push(i - 1);
    }
    gap = false;
    codes.push(code);
    at.push(i);
  }
  at.push(end);
  return { text: textOf(codes), at, start };
}

const SPACE = 32;
/** Function calls take only so many arguments. */
const PIECE = 8192;
const buffer = new Uint16Array(PIECE);

/** Text without white space, full-width ASCII made half-width. */
function narrowed(whole: string): string {
  let text = '';
  for (let from = 0; from < whole.length; from += PIECE) {
    const length = Math.min(PIECE, whole.length - from);
    for (let i = 0; i < length; i++) buffer[i] = plain(whole.charCodeAt(from + i));
    text += stringOf(buffer.subarray(0, length));
  }
  return text;
}

const stringOf = (codes: ArrayLike<number>): string =>
  String(Reflect.apply(String.fromCharCode, null, codes));

function textOf(codes: readonly number[]): string {
  if (codes.length <= PIECE) return stringOf(codes);
  let text = '';
  for (let i = 0; i < codes.length; i += PIECE) text += stringOf(codes.slice(i, i + PIECE));
  return text;
}

/** `1 9 9 8 年` is one letter-spaced number and `8 ．8` one decimal; `1. 2022` and `12 345` are two numbers. */
function needsSpace(codes: readonly number[], clean: string, at: number, code: number): boolean {
  const last = codes.at(-1) ?? 0;
  if (!isDigit(code)) return false;
  if (last === 46) return true;
  if (!isDigit(last)) return false;
  const before = codes.at(-2) ?? 0;
  if (isGroup(clean, at) && opensGroups(clean, at - 1)) return false;
  const single = !isDigit(before) || clean.charCodeAt(at - 3) <= 32;
  return !(single && !isDigit(narrow(clean.charCodeAt(at + 1))));
}

const digitAt = (clean: string, at: number): boolean => isDigit(narrow(clean.charCodeAt(at)));

/** Tells whether exactly three digits stand at `at`, and a decimal or a word goes on after them. */
const isGroup = (clean: string, at: number): boolean =>
  [0, 1, 2, 3].every((step) => digitAt(clean, at + step) === step < 3) &&
  /[.．,，%％\u4e00-\u9fff]|\s\d/.test(clean.slice(at + 3, at + 5).slice(0, 2));

/** Tells whether the space at `gap` parts thousands: one to three digits before it, right after a word (达到3 486.5亿元). */
function opensGroups(clean: string, gap: number): boolean {
  let first = gap;
  while (first > gap - 4 && digitAt(clean, first - 1)) first--;
  const digits = gap - first;
  if (digits < 1 || digits > 3) return false;
  const before = clean.charCodeAt(first - 1);
  if (digits === 3 && isSpace(before)) return opensGroups(clean, first - 1);
  return (
    (before >= 0x4e00 && before <= 0x9fff) || (isThin(clean.charCodeAt(gap)) && !digitAt(clean, first - 1))
  );
}

/** The clean range of `text[from, to)`. */
export const cleanRange = ({ at, start }: Compact, from: number, to: number): Range =>
  at === null
    ? { start: start + from, end: start + to }
    : { start: at[from] ?? 0, end: (at[to - 1] ?? 0) + 1 };
