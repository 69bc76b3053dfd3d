import { printWidth } from './glyphs';
import type { Line } from './lines';
import { isFinished } from './marks';
import { opensParagraph } from './openers';

/** How a document breaks its lines, read from the document itself. */
export interface Wrapping {
  /** Lines are cut at one width, so a full stop at a full line's end need not end a paragraph. */
  readonly tight: boolean;
  /** Print width lines are cut to; 0 where lines are not cut. */
  readonly width: number;
  /** Several lines stop in mid-sentence before something that cannot continue them. */
  readonly damaged: boolean;
  /** Headings carry `#` or a sign, so a bare line without a final mark is a piece of prose. */
  readonly marked: boolean;
}

const BODY_WIDTH = 30;
const TIGHT_LINES = 20;
const TIGHT_SPREAD = 5;
const DAMAGED_CUTS = 3;
const MARKED_HEADINGS = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Measures line lengths and line ends of a document. */
export function readWrapping(lines: readonly Line[]): Wrapping {
  const widths = lines.map(({ glyphs }) => printWidth(glyphs.text));
  const body = lines.flatMap((line, index) =>
    line.hashes || (widths[index] as number) < BODY_WIDTH
      ? []
      : [{ line, width: widths[index] as number, index }],
  );
  const open = body.filter(({ line }) => !isFinished(line.glyphs.text));
  const width = median(open.map((entry) => entry.width));
  const near = open.filter((entry) => Math.abs(entry.width - width) <= TIGHT_SPREAD);
  const tight =
    body.length >= TIGHT_LINES && open.length >= body.length / 2 && near.length >= open.length * 0.7;
  const cuts = open.filter(
    ({ line, index }) => line.bullet !== '-' && stopsBefore(lines[index + 1]) && hasStop(line),
  );
  return {
    tight,
    width: tight ? width : 0,
    damaged: !tight && cuts.length >= DAMAGED_CUTS,
    marked:
      lines.filter((line) => line.hashes || (line.bullet !== null && line.bullet !== '-')).length >=
      MARKED_HEADINGS,
  };
}

const hasStop = ({ glyphs }: Line): boolean => /[，。；,;]/.test(glyphs.text);

/** Whether the next line is one that continues nothing. */
const stopsBefore = (next: Line | undefined): boolean =>
  next === undefined || next.hashes > 0 || next.bullet !== null || opensParagraph(next.glyphs.text);
