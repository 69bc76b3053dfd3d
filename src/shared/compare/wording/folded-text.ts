import type { Range } from '../../report';
import { foldCode } from '../fold';

/** Marks that may stand inside a term without parting it: spaces, quotes, the dot of 人人持证·技能河南. */
const INSIDE = /[\s“”‘’"'·・]/;

/** A clean text without the marks a term may hold, each other mark being a wall; with the way back. */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text` its offset in the clean text. */
  readonly offsets: readonly number[];
  /** Where each two neighbouring characters of `text` stand, rising; by `pairAt`. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** Stands for punctuation: no term reaches across it. */
export const WALL = '|';

/** Folds the given parts of a clean text, a wall between each two. */
export function foldText(clean: string, parts: readonly Range[]): FoldedText {
  const offsets: number[] = [];
  let text = '';
  for (const { start, end } of parts) {
    if (text !== '' && !text.endsWith(WALL)) {
      text += WALL;
      offsets.push(start);
    }
    for (let at = start; at < end; at += 1) {
      const char = clean.charAt(at);
      const code = foldCode(char.charCodeAt(0));
      if (code === 0 && (INSIDE.test(char) || text.endsWith(WALL))) continue;
      text += code === 0 ? WALL : String.fromCharCode(code);
      offsets.push(at);
    }
  }
  return { text, offsets, places: placesOf(text) };
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

function placesOf(text: string): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = pairAt(text, at);
    const known = places.get(pair);
    if (known) known.push(at);
    else places.set(pair, [at]);
  }
  return places;
}

/** Every index of a term, overlapping ones included; a single character is no term. */
export const indicesOf = ({ text, places }: FoldedText, term: string): readonly number[] =>
  (places.get(pairAt(term, 0)) ?? []).filter((at) => text.startsWith(term, at));

/** Tells whether a term stands anywhere. */
export const hasTerm = ({ text, places }: FoldedText, term: string): boolean =>
  places.get(pairAt(term, 0))?.some((at) => text.startsWith(term, at)) ?? false;

/** Every place where a folded term stands, as ranges of the clean text; of overlapping ones the first. */
export function findTerm(folded: FoldedText, term: string): readonly Range[] {
  const found: Range[] = [];
  let free = 0;
  for (const at of indicesOf(folded, term)) {
    if (at < free) continue;
    free = at + term.length;
    found.push({ start: folded.offsets[at] ?? 0, end: (folded.offsets[free - 1] ?? 0) + 1 });
  }
  return found;
}
