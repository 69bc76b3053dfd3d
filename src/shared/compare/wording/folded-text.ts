import type { Range } from '../../report';
import { foldCode } from '../fold';

/** Marks that may stand inside a term without parting it: spaces, quotes, the dot of 人人持证·技能河南. */
const INSIDE = /[\s“”‘’"'·・]/;

/** A clean text without the marks a term may hold, each other mark being a wall; with the way back. */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text` its offset in the clean text. */
  readonly offsets: readonly number[];
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
  return { text, offsets };
}

/** Every place where a folded term stands, as ranges of the clean text. */
export function findTerm({ text, offsets }: FoldedText, term: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
    found.push({ start: offsets[at] ?? 0, end: (offsets[at + term.length - 1] ?? 0) + 1 });
  }
  return found;
}
