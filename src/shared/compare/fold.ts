/** Characters that carry meaning although Unicode counts them as punctuation. */
const MEANINGFUL = new Set([...'%‰&#@'].map((char) => char.charCodeAt(0)));

const LETTER = /[\p{L}\p{N}\p{S}]/u;

const cache = new Map<number, number>();

/**
 * A UTF-16 code unit as it counts when texts are compared: width and case folded, 0 where it does not count
 * (spaces, line breaks, punctuation), so that neither typesetting nor hard wraps look like changes.
 */
export function foldCode(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (code >= 0x30 && code <= 0x39) return code;
  const known = cache.get(code);
  if (known !== undefined) return known;
  const folded = foldRare(code);
  cache.set(code, folded);
  return folded;
}

function foldRare(code: number): number {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (half >= 0x41 && half <= 0x5a) return half + 0x20;
  if (MEANINGFUL.has(half) || (half >= 0xd800 && half <= 0xdfff)) return half;
  return LETTER.test(String.fromCharCode(half)) ? half : 0;
}

export const isDigit = (folded: number): boolean => folded >= 0x30 && folded <= 0x39;

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
  text
    .replace(/[,，]/g, '')
    .replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

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
    const code = foldCode(text.charCodeAt(at));
    if (code === 0) continue;
    if (!isDigit(code)) {
      codes.push(code);
      key += String.fromCharCode(code);
      continue;
    }
    const stop = numberEnd(text, at, end);
    codes.push(ANY_NUMBER);
    key += `<${foldNumber(text.slice(at, stop))}>`;
    at = stop - 1;
  }
  return { key, codes };
}
