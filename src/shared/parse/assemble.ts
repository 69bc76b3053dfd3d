import type { Join, OffsetRun, Range } from '../report';
import { runsOf, toClean } from './offset-map';
import type { ParagraphPiece } from './pieces';

export interface Assembled {
  readonly clean: string;
  readonly map: readonly OffsetRun[];
  /** Range of each piece in the clean text, without the newline after it. */
  readonly ranges: readonly Range[];
  readonly joins: readonly Join[];
}

/** Sets the pieces one below the other and notes where each of their characters comes from. */
export function assemble(pieces: readonly ParagraphPiece[]): Assembled {
  const ranges: Range[] = [];
  const map: OffsetRun[] = [];
  let offset = 0;
  for (const { glyphs } of pieces) {
    for (const run of runsOf(glyphs, offset)) map.push(run);
    ranges.push({ start: offset, end: offset + glyphs.text.length });
    offset += glyphs.text.length + 1;
  }
  const clean = pieces.map(({ glyphs }) => glyphs.text).join('\n');
  const joins = pieces.flatMap((piece, index) => joinsOf(piece, ranges[index] as Range, map));
  return { clean, map, ranges, joins };
}

function joinsOf(piece: ParagraphPiece, range: Range, map: readonly OffsetRun[]): Join[] {
  return piece.joins
    .map((raw) => ({ at: toClean({ map }, raw) }))
    .filter(({ at }) => at > range.start && at < range.end);
}
