import type { Range } from '../../../shared/report';

/** Cuts a passage at the ranges marked in it; the pieces joined are the passage. */
export const cutAt = (
  { start, end }: Range,
  marked: readonly Range[],
): readonly { readonly range: Range; readonly marked: boolean }[] => {
  const pieces: { range: Range; marked: boolean }[] = [];
  let at = start;
  for (const range of marked) {
    const from = Math.max(at, range.start);
    const to = Math.min(end, range.end);
    if (to <= from) continue;
    if (from > at) pieces.push({ range: { start: at, end: from }, marked: false });
    pieces.push({ range: { start: from, end: to }, marked: true });
    at = to;
  }
  return at < end ? [...pieces, { range: { start: at, end }, marked: false }] : pieces;
};
