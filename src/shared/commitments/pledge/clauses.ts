import type { Range } from '../../report';

/** A piece of a clean text with its range. */
export interface TextPiece {
  readonly text: string;
  readonly range: Range;
}

/** Cuts a range of a clean text at marks, which belong to no piece; digits keep their comma. */
export function piecesOf(clean: string, { start, end }: Range, marks: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const isMark =
      at < end && marks.includes(clean.charAt(at)) && !/\d[,.]\d/.test(clean.slice(at - 1, at + 2));
    if (at < end && !isMark) continue;
    if (at > from) pieces.push({ text: clean.slice(from, at), range: { start: from, end: at } });
    from = at + 1;
  }
  return pieces;
}

/** What stands between two stops. */
export const STOPS = '，。；！？：,;!?\n';
