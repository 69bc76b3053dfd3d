import { rangesOverlap, type Range } from '../report';
import { bestFit } from './distance';
import { occurrences } from '../text';
import type { SoughtPassage } from './passage';

/** A place in the new text, in offsets of its shadow. */
export interface Place extends Range {
  /** Characters of the quote that differ here; Infinity where the passage was rewritten or a figure changed. */
  readonly errors: number;
}

/** Share of a quote's characters that may differ. */
const TOLERANCE = 0.1;

/** Bounds the work for quotes of several pages; stricter than the tolerance, never looser. */
const MOST_ERRORS = 50;

/** How near its stored neighbours must stand for a rewritten passage to be shown as a place. */
const KEY_LENGTH = 10;

export const errorLimit = (length: number): number => Math.min(MOST_ERRORS, Math.floor(length * TOLERANCE));

/** All the places worth judging: the quote itself, the quote with few changes, and its surroundings without it. */
export function findPlaces(passage: SoughtPassage, text: string): readonly Place[] {
  const exact = occurrences(text, passage.quote).map((start) =>
    place(start, start + passage.quote.length, 0),
  );
  const altered = alteredPlaces(passage.quote, text, exact);
  return [...exact, ...altered, ...rewrittenPlaces(passage, text, [...exact, ...altered])];
}

const place = (start: number, end: number, errors: number): Place => ({ start, end, errors });

/**
 * Of k + 1 pieces of the quote one stands unchanged wherever at most k characters differ, so its places are
 * the only ones to look at closely.
 */
function alteredPlaces(quote: string, text: string, known: readonly Place[]): readonly Place[] {
  const limit = errorLimit(quote.length);
  const found: Place[] = [];
  if (limit === 0) return found;
  for (const { at, piece } of piecesOf(quote, limit + 1)) {
    for (const hit of occurrences(text, piece)) {
      const from = Math.max(0, hit - at - limit);
      const isNear = ({ start }: Place): boolean => Math.abs(start - (hit - at)) <= limit;
      if (known.some(isNear) || found.some(isNear)) continue;
      const fit = bestFit(quote, text.slice(from, hit - at + quote.length + limit), limit);
      if (fit) found.push(place(from + fit.start, from + fit.end, fit.errors));
    }
  }
  return found;
}

function piecesOf(quote: string, count: number): readonly { at: number; piece: string }[] {
  const edge = (i: number): number => Math.round((i * quote.length) / count);
  return Array.from({ length: count }, (_, i) => ({ at: edge(i), piece: quote.slice(edge(i), edge(i + 1)) }));
}

/** Where both neighbours of the quote stand and something else is between them, or nothing. */
function rewrittenPlaces(
  { quote, prefix, suffix }: SoughtPassage,
  text: string,
  known: readonly Place[],
): readonly Place[] {
  if (prefix.length < KEY_LENGTH || suffix.length < KEY_LENGTH) return [];
  const room = quote.length * 2 + 2 * KEY_LENGTH;
  const after = suffix.slice(0, KEY_LENGTH);
  return occurrences(text, prefix.slice(-KEY_LENGTH)).flatMap((at) => {
    const start = at + KEY_LENGTH;
    const end = text.indexOf(after, start);
    const between = { start, end };
    const isPlace = end >= 0 && end - start <= room && !known.some((other) => rangesOverlap(other, between));
    return isPlace ? [place(start, end, Infinity)] : [];
  });
}
