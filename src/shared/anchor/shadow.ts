import type { Range } from '../report';
import { dropInvisible, foldCharacter } from '../text';

/**
 * A text as anchoring compares it (`LEVELS.anchor`), without white space and invisible characters, so that
 * full or half width, composed or decomposed letters and other line breaks make no difference.
 */
export interface QuoteShadow {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its character starts and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** One character with its combining marks; a mark without a base stands alone. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gsu;

const SPACES = /\p{White_Space}/gu;

/** Plain Han and ASCII, most of a report, are their own form; skipping them halves the time. */
const isPlain = (unit: string): boolean => unit.length === 1 && /[一-鿿!-~]/.test(unit);

const normalise = (unit: string): string =>
  isPlain(unit) ? unit : dropInvisible(foldCharacter('anchor', unit)).replace(SPACES, '');

export function shadowOf(original: string): QuoteShadow {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: unit, index } of original.matchAll(CHARACTER)) {
    const normal = normalise(unit);
    text += normal;
    for (let i = 0; i < normal.length; i += 1) {
      starts.push(index);
      ends.push(index + unit.length);
    }
  }
  return { text, starts, ends };
}

export const shadowText = (original: string): string => shadowOf(original).text;

/** The original characters behind a stretch of the shadow; an empty stretch is a caret. */
export function originalRange({ starts, ends }: QuoteShadow, { start, end }: Range): Range {
  if (start >= end) {
    const caret = starts[start] ?? ends.at(-1) ?? 0;
    return { start: caret, end: caret };
  }
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}
