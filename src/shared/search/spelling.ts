import type { Range } from '../report';
import { readingsOf } from './pinyin';

/** Two-letter initials, which people type as one sound: zh, ch, sh. */
const DOUBLE = /^[zcs]h/;

/** Tells whether a query may be pinyin at all. One letter says too little. */
export const isSpelling = (query: string): boolean => /^[a-z]{2,}$/.test(query);

/** Where a text is spelled by pinyin, by initials, or by a mixture of both (`zhouks`), and by which. */
export interface Spelled {
  /** In the text, which must be a shadow. */
  readonly range: Range;
  readonly by: 'pinyin' | 'initials';
}

/** The first place of a shadow that the letters spell; the last syllable may be unfinished. */
export function findSpelling(shadow: string, letters: string): Spelled | null {
  for (let start = 0; start < shadow.length; start++) {
    const found = spell(shadow, start, letters, true);
    if (found !== null) return { range: { start, end: found.end }, by: found.whole ? 'pinyin' : 'initials' };
  }
  return null;
}

interface Reached {
  readonly end: number;
  /** Whether every syllable but the last was written out. */
  readonly whole: boolean;
}

/** Whole syllables before initials, so that `xian` is 西安 or 县 before it is 习安宁. */
function spell(shadow: string, at: number, letters: string, whole: boolean): Reached | null {
  if (letters === '') return { end: at, whole };
  if (at >= shadow.length) return null;
  for (const { piece, full } of piecesOf(shadow.charAt(at))) {
    if (letters.startsWith(piece)) {
      const found = spell(shadow, at + 1, letters.slice(piece.length), whole && (full || piece === letters));
      if (found !== null) return found;
    } else if (full && letters.length > 1 && piece.startsWith(letters)) return { end: at + 1, whole };
  }
  return null;
}

function piecesOf(char: string): readonly { piece: string; full: boolean }[] {
  const readings = readingsOf(char);
  if (readings.length === 0) return /[a-z0-9]/.test(char) ? [{ piece: char, full: true }] : [];
  const initials = readings.flatMap((reading) => [DOUBLE.exec(reading)?.[0] ?? '', reading.charAt(0)]);
  return [
    ...readings.map((piece) => ({ piece, full: true })),
    ...[...new Set(initials)].filter((piece) => piece !== '').map((piece) => ({ piece, full: false })),
  ];
}
