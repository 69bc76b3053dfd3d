import { dropInvisible, foldCharacter, isDigit, narrow } from '../text';

/** Characters that carry meaning although Unicode counts them as punctuation. */
const MEANINGFUL = new Set([...'%‰&#@'].map((char) => char.charCodeAt(0)));

const LETTER = /[\p{L}\p{N}\p{S}]/u;

/** Joins the ends of a range, as a dash does. */
const TILDE = 0x7e;

const UNKNOWN = -1;

/** What each code unit folds to; found out when it is first met. */
const known = new Int32Array(0x10000).fill(UNKNOWN);

/** How a key spells a character that stands for several or for a digit: ㎡ is m<2>, ① is <1>. */
const spelled = new Map<number, string>();

/**
 * A UTF-16 code unit as it counts when texts are compared (`LEVELS.compare`), 0 where it does not count (spaces, line
 * breaks, punctuation), so that neither typesetting nor hard wraps look like changes. Of several characters the first.
 */
export function foldCode(code: number): number {
  const folded = known[code] ?? 0;
  return folded === UNKNOWN ? (known[code] = foldRare(code)) : folded;
}

function foldRare(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const form = dropInvisible(foldCharacter('compare', String.fromCharCode(code)));
  const first = form.charCodeAt(0);
  if (first === TILDE || !(MEANINGFUL.has(first) || LETTER.test(form.charAt(0)))) return 0;
  const digit = isDigit(first) && !isDigit(narrow(code));
  if (digit || form.length > 1) spelled.set(code, form.replace(/\d+/g, '<$&>'));
  // No digit of a row of digits: 5① is not 51.
  return digit ? code : first;
}

/** A folded number stands for any number where only likeness matters: figures change every year. */
export const ANY_NUMBER = 0x30;

/** End of the number that starts at `start` (a digit): decimals and thousands groups belong to it. */
export function numberEnd(text: string, start: number, limit: number): number {
  let end = digitsEnd(text, start, limit);
  const grouped = end - start <= 3;
  for (;;) {
    const mark = text.charCodeAt(end);
    const next = digitsEnd(text, end + 1, limit);
    const decimal = mark === 0x2e || mark === 0xff0e;
    const thousands = (mark === 0x2c || mark === 0xff0c) && grouped && next - end === 4;
    if (end >= limit || next === end + 1 || !(decimal || thousands)) return end;
    end = next;
  }
}

function digitsEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && isDigit(foldCode(text.charCodeAt(at)))) at += 1;
  return at;
}

/** A number as its value is written: half-width digits without thousands separators. */
export const foldNumber = (text: string): string =>
  text.replace(/[,，]/g, '').replace(/[０-９．]/g, (char) => String.fromCharCode(narrow(char.charCodeAt(0))));

/** The dashes that serve as a sign; the long ones (—) open a line or a list and never do. */
const SIGNS = new Set([...'-－﹣‐−'].map((char) => char.charCodeAt(0)));

/** A figure with its unit, before a dash: what follows is the far end of a range, as in 5%-6% and 10万-20万. */
const FIGURE_BEFORE = /[\d０-９][%％‰年月日时元万亿千百个倍岁级号℃度米里亩户人家]{0,3}$/;

/** Tells whether the number at an offset has a minus sign: a dash right before it that no other figure stands before. */
export function isSigned(text: string, at: number): boolean {
  if (!SIGNS.has(text.charCodeAt(at - 1)) || /[A-Za-z]/.test(text.charAt(at - 2))) return false;
  return !FIGURE_BEFORE.test(text.slice(Math.max(0, at - 6), at - 1));
}

/** The mark of a note in the text, as in “双招双引”[3] and 六大产业〔2〕: its number changes from year to year. */
const NOTE_MARK = /[[［〔【]\d{1,2}[\]］〕】]/y;

/** End of the note mark that starts at an offset; the offset itself where there is none. */
export function noteMarkEnd(text: string, at: number): number {
  NOTE_MARK.lastIndex = at;
  return NOTE_MARK.test(text) ? NOTE_MARK.lastIndex : at;
}

const isOpening = (code: number): boolean =>
  code === 0x5b || code === 0xff3b || code === 0x3014 || code === 0x3010;

/** A letter and the accent written after it as one code unit, where Unicode has one: e + ◌́ is é. */
function composed(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (!(next >= 0x300 && next <= 0x36f)) return text.charCodeAt(at);
  const joined = text.slice(at, at + 2).normalize('NFC');
  return joined.length === 1 ? joined.charCodeAt(0) : text.charCodeAt(at);
}

/** The high surrogate of plane 14: tags and variation selectors, which show nothing. */
const PLANE_14 = 0xdb40;

const isSelector = (text: string, at: number): boolean =>
  text.charCodeAt(at) === PLANE_14 || text.charCodeAt(at - 1) === PLANE_14;

/** The code unit at an offset as it counts in a comparison; see `foldCode`. */
export const foldAt = (text: string, at: number): number =>
  text.charCodeAt(at) >= 0xd800 && isSelector(text, at) ? 0 : foldCode(composed(text, at));

/** A stretch of text as it counts in a comparison. */
export interface Folded {
  /** Equal for two passages exactly when they say the same, numbers included. */
  readonly key: string;
  /** Folded code units, with `ANY_NUMBER` once for each number. */
  readonly codes: readonly number[];
}

/** Folds text[start, end). Numbers are fenced in the key, so that “1—2” is not “12”. */
export function fold(text: string, start: number, end: number): Folded {
  const codes: number[] = [];
  let key = '';
  for (let at = start; at < end; at += 1) {
    const code = foldAt(text, at);
    if (code === 0) {
      at = isOpening(text.charCodeAt(at)) ? Math.max(at, noteMarkEnd(text, at) - 1) : at;
      continue;
    }
    if (!isDigit(code)) {
      codes.push(code);
      key += spelled.get(text.charCodeAt(at)) ?? String.fromCharCode(code);
      continue;
    }
    const stop = numberEnd(text, at, end);
    codes.push(ANY_NUMBER);
    key += `<${at > start && isSigned(text, at) ? '-' : ''}${foldNumber(text.slice(at, stop))}>`;
    at = stop - 1;
  }
  return { key, codes };
}
