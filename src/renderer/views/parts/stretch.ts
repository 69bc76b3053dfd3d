import { excerptOf } from '../../../shared/search';
import type { Range } from '../../../shared/report';

/** A stretch of a text as one row shows it. */
export interface Stretch {
  /** Where it stands in the text. */
  readonly range: Range;
  /** Whether its sentence begins before it, or goes on after it: the row shows ……. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const SENTENCE_END = /[。！？!?…][”’」』）)]*|\n/gu;
/** A pause, seen with the character after it: the comma of 5,205 is none. */
const PAUSE = /^[，,、；;：:。！？!?](?!\d)/u;

/** Width of a character in em, as near as a row needs: figures and Latin letters are about half as wide as Han. */
const widthOf = (char: string): number => (char <= '\u024f' ? 0.6 : 1);

const widthOfText = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** Two characters that a cut may not part: figures of one number, letters of one word, halves of a rare character. */
const belongTogether = (text: string, at: number): boolean =>
  /^[\p{N}\p{Script=Latin}.%％][\p{N}\p{Script=Latin}.%％]$/u.test(text.slice(at - 1, at + 1)) ||
  /[\ud800-\udbff]/.test(text.charAt(at - 1));

/** How far a cut may lie from a place: within `limit`, at most `room` em off. */
interface Reach {
  readonly from: number;
  readonly limit: number;
  readonly room: number;
}

/** Finds the farthest place in reach where the text may be cut. */
const reach = (text: string, { from, limit, room }: Reach, mayCut: (at: number) => boolean): number => {
  const by = limit < from ? -1 : 1;
  let best = from;
  for (let at = from, left = room; at !== limit; at += by) {
    left -= widthOf(text.charAt(by > 0 ? at : at - 1));
    if (left < 0) return best;
    if (at + by === limit || mayCut(at + by)) best = at + by;
  }
  return best;
};

const sentenceEnds = (text: string): readonly number[] =>
  [...text.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length);

/**
 * The stretch of a text around the first of its places that fills a row about `width` em wide. It stays within
 * the sentence, begins where a clause does, and cuts neither a place nor a number.
 */
export const stretchAround = (text: string, places: readonly Range[], width: number): Stretch => {
  const { start, end } = excerptOf(text, places, Math.floor(width)).range;
  const ends = sentenceEnds(text);
  const first = ends.findLast((at) => at <= start) ?? 0;
  const last = ends.find((at) => at >= end) ?? text.length;
  const inPlace = (at: number): boolean => places.some((place) => place.start < at && at < place.end);
  const clauseStarts = (at: number): boolean => PAUSE.test(text.slice(at - 1, at + 1)) && !inPlace(at);
  const anywhere = (at: number): boolean => !belongTogether(text, at) && !inPlace(at);

  const room = (from: number, to: number): number => Math.max(0, width - widthOfText(text.slice(from, to)));
  const some = reach(text, { from: start, limit: first, room: room(start, end) / 2 }, clauseStarts);
  const to = reach(text, { from: end, limit: last, room: room(some, end) }, anywhere);
  const from = reach(text, { from: some, limit: first, room: room(some, to) }, clauseStarts);
  return {
    range: { start: from, end: to },
    cutBefore: text.slice(first, from).trim() !== '',
    cutAfter: text.slice(to, last).trim() !== '',
  };
};
