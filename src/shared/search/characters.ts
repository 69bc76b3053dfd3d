import { SIMPLE_OF, dropInvisible, foldCharacter, isDigit } from '../text';

/** What a UTF-16 unit does in the shadow, where it is not replaced by exactly one unit. */
export const DROPPED = 0;
export const SPACE = 0x20;
/** Looked at together with its neighbours: a surrogate, a mark that combines, or one that expands (㎡). */
export const CLUSTER = 0xffff;

const UNITS = 0x10000;

/** Han and Hangul fill half the plane and NFKC leaves them alone; asking for each would slow every start. */
const isUntouched = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const MARK = /\p{M}/u;

function foldUnit(code: number): number {
  if (isSurrogate(code)) return CLUSTER;
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return SPACE;
  if (dropInvisible(char) === '') return DROPPED;
  if (MARK.test(char)) return CLUSTER;
  const folded = foldCharacter('search', char);
  return folded.length === 1 && folded !== ' ' ? folded.charCodeAt(0) : CLUSTER;
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(UNITS);
  for (let code = 0; code < UNITS; code++) table[code] = isUntouched(code) ? code : foldUnit(code);
  for (const [from, to] of SIMPLE_OF) table[from.charCodeAt(0)] = to.charCodeAt(0);
  return table;
}

let table: Uint16Array | undefined;

/** One shadow unit for every UTF-16 unit: itself, its folded form, DROPPED, SPACE or CLUSTER. Built once, on first use. */
export const foldingTable = (): Uint16Array => (table ??= buildTable());

/** ASCII letters and digits and the alphabets after them: what a space between them really separates. */
export const isWordUnit = (code: number): boolean =>
  isDigit(code) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xdf && code < 0x2000 && code !== 0xf7 && code !== 0xd7);

const FIRST_HAN = 0x3400;

/** Gives what words are made of, as far as one unit can tell: no punctuation, no space, no separator. */
export const isLetter = (code: number): boolean =>
  isWordUnit(code) || (code >= FIRST_HAN && code < 0xff00) || code === 0x3007;
