import { SIMPLIFIED, TRADITIONAL } from './data/simplified';

/** What a UTF-16 unit does in the shadow, where it is not replaced by exactly one unit. */
export const DROPPED = 0;
export const SPACE = 0x20;
/** Looked at together with its neighbours: a surrogate, a mark that combines, or one that expands (㎡). */
export const CLUSTER = 0xffff;

const UNITS = 0x10000;

/** Marks that differ by keyboard, font or printer and never by meaning. */
const EQUALS: readonly (readonly [string, string])[] = [
  ['"', "“”„‟‘’‚‛'`´「」『』〝〞〟"],
  ['-', '‐‑‒–—―−'],
  ['~', '〜∼∽'],
  ['·', '•・∙⋅‧'],
];

/** Han and Hangul fill half the plane and NFKC leaves them alone; asking for each would slow every start. */
const isUntouched = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);

/** NFKC makes three full stops of it; a search for a decimal point must not find it. */
const ELLIPSIS = 0x2026;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const CONTROL = /[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]/u;
const MARK = /\p{M}/u;

/** NFKC and case of a piece of text as the shadow has them, equal marks made one. */
export function foldPiece(piece: string): string {
  const folded = replaceEach(piece, MARK_OF).normalize('NFKC').toLowerCase().normalize('NFKC');
  return replaceEach(replaceEach(folded, MARK_OF), SIMPLE_OF);
}

function replaceEach(text: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (const char of text) out += table.get(char) ?? char;
  return out;
}

const MARK_OF: ReadonlyMap<string, string> = new Map(
  EQUALS.flatMap(([to, variants]) => [...variants].map((from) => [from, to] as const)),
);

const SIMPLE_OF: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (from, index) => [from, SIMPLIFIED.charAt(index)] as const),
);

function foldUnit(code: number): number {
  if (isSurrogate(code)) return CLUSTER;
  if (code === ELLIPSIS) return code;
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return SPACE;
  if (CONTROL.test(char)) return DROPPED;
  if (MARK.test(char)) return CLUSTER;
  const folded = foldPiece(char);
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

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** ASCII letters and digits and the alphabets after them: what a space between them really separates. */
export const isWordUnit = (code: number): boolean =>
  isDigit(code) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xdf && code < 0x2000 && code !== 0xf7 && code !== 0xd7);

const FIRST_HAN = 0x3400;

/** What words are made of, as far as one unit can tell: no punctuation, no space, no separator. */
export const isLetter = (code: number): boolean =>
  isWordUnit(code) || (code >= FIRST_HAN && code < 0xff00) || code === 0x3007;
