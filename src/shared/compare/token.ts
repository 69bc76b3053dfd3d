import type { Range } from '../report';
import { isDigit, wordsOf } from '../text';
import { foldAt, foldCode, foldNumber, isSigned, noteMarkEnd, numberEnd } from './fold';

/** A word, or a whole number with its decimals, that counts in a comparison. */
export interface Token {
  /** Folded: what is compared. */
  readonly text: string;
  readonly range: Range;
  readonly number: boolean;
}

/** The tokens of a range of a text, in order; punctuation and spaces make none. */
export function tokenise(text: string, { start, end }: Range): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = start; at < end;) {
    if (isDigit(foldCode(text.charCodeAt(at)))) {
      const stop = numberEnd(text, at, end);
      if (!isNoteNumber(text, at))
        tokens.push(numberToken(text, at > start && isSigned(text, at), { start: at, end: stop }));
      at = stop;
      continue;
    }
    const stop = wordsEnd(text, at, end);
    pushWords(tokens, text, at, stop);
    at = stop;
  }
  return tokens;
}

function numberToken(text: string, signed: boolean, { start, end }: Range): Token {
  const value = foldNumber(text.slice(start, end));
  return {
    text: signed ? `-${value}` : value,
    range: { start: signed ? start - 1 : start, end },
    number: true,
  };
}

const isNoteNumber = (text: string, at: number): boolean => at > 0 && noteMarkEnd(text, at - 1) > at;

function wordsEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isDigit(foldCode(text.charCodeAt(at)))) at += 1;
  return at;
}

function pushWords(tokens: Token[], text: string, start: number, end: number): void {
  for (const { segment, index } of wordsOf(text.slice(start, end))) {
    const folded = foldWord(segment);
    if (folded === '') continue;
    const at = start + index;
    tokens.push({ text: folded, range: { start: at, end: at + segment.length }, number: false });
  }
}

function foldWord(word: string): string {
  let folded = '';
  for (let at = 0; at < word.length; at += 1) {
    const code = foldAt(word, at);
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded;
}
