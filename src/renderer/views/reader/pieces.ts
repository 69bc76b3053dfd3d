import type { Observation, Range } from '../../../shared/report';

/** A run of a paragraph's text: plain words, or a number the index knows. */
export interface Piece {
  /** In the clean text. */
  readonly range: Range;
  readonly observation: Observation | null;
  /** True where the run must stay on the line of the piece before it: 第 | 1 | 位, 5205 | 万吨. */
  readonly glued: boolean;
}

/** A per cent sign belongs to the figure: 30% is underlined whole. */
const figureEnd = (clean: string, { range, unit }: Observation): number =>
  unit === '%' && /[%％]/.test(clean[range.end] ?? '') ? range.end + 1 : range.end;

const unitEnd = (clean: string, { range, unit }: Observation, limit: number): number => {
  const after = clean.slice(range.end, limit);
  if (unit && after.startsWith(unit)) return range.end + unit.length;
  return /^[位名]/.test(after) ? range.end + 1 : range.end;
};

const plain = (start: number, end: number): readonly Piece[] =>
  end > start ? [{ range: { start, end }, observation: null, glued: false }] : [];

/**
 * Cuts a paragraph at the numbers it states. The pieces follow each other without a gap, so their text
 * joined is the paragraph's text: the reading pane keeps one character per clean character.
 */
export const cutPieces = (
  clean: string,
  paragraph: Range,
  observations: readonly Observation[],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = paragraph.start;
  for (const observation of observations) {
    const { start } = observation.range;
    const end = figureEnd(clean, observation);
    if (start < at || end > paragraph.end) continue;
    const lead = clean[start - 1] === '第' && start - 1 >= at ? start - 1 : start;
    pieces.push(...plain(at, lead));
    if (lead < start) pieces.push({ range: { start: lead, end: start }, observation: null, glued: false });
    pieces.push({ range: { start, end }, observation, glued: lead < start });
    const unit = Math.max(end, unitEnd(clean, observation, paragraph.end));
    if (unit > end) pieces.push({ range: { start: end, end: unit }, observation: null, glued: true });
    at = unit;
  }
  return [...pieces, ...plain(at, paragraph.end)];
};

/** Neighbouring pieces that may not be parted by a line end, as groups. */
export const gluedGroups = (pieces: readonly Piece[]): readonly (readonly Piece[])[] =>
  pieces.reduce<Piece[][]>((groups, piece) => {
    const last = groups.at(-1);
    if (piece.glued && last) last.push(piece);
    else groups.push([piece]);
    return groups;
  }, []);
