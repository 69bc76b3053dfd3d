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
  /** Lines are cut at one width and every paragraph's first line is set in, so that any other line goes on. */
  readonly setIn: boolean;
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
const LEAST_SET_IN = 6;
/** Ideographs by which a paragraph's first line is set in. */
const SET_IN = 2;
/** Characters by which lines of one count differ where a sign may not begin a line. */
const COUNT_SPREAD = 1;

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
    setIn: tight && isSetIn(lines, widths, width),
    damaged: !tight && cuts.length >= DAMAGED_CUTS,
    marked:
      lines.filter((line) => line.hashes || (line.bullet !== null && line.bullet !== '-')).length >=
      MARKED_HEADINGS,
  };
}

/**
 * Tells whether short lines, which end paragraphs, are mostly followed by lines set in, and full ones by lines that are not.
 * Programs cut by width or by count of characters: a line full of digits is narrow, and whole all the same.
 */
function isSetIn(lines: readonly Line[], widths: readonly number[], width: number): boolean {
  const counts = lines.map(({ glyphs }) => glyphs.text.length);
  const count = median(counts.filter((_, index) => Math.abs((widths[index] as number) - width) <= 1));
  // Where a line is cut by what it takes up with its indent, a paragraph's first line is two characters short, and whole.
  const indent = (index: number): number => (lines[index]?.padded === true ? SET_IN : 0);
  const after = lines.slice(1).map((line, index) => ({
    line,
    short:
      (widths[index] as number) + 2 * indent(index) < width - TIGHT_SPREAD &&
      (counts[index] as number) + indent(index) < count - COUNT_SPREAD,
  }));
  const ends = after.filter(({ short }) => short);
  const padded = after.filter(({ line }) => line.padded).length;
  return (
    padded >= LEAST_SET_IN &&
    padded < lines.length * 0.7 &&
    ends.filter(({ line }) => line.padded || line.hashes > 0).length >= ends.length * 0.8
  );
}

const hasStop = ({ glyphs }: Line): boolean => /[，。；,;]/.test(glyphs.text);

/** Tells whether the next line is one that continues nothing. */
const stopsBefore = (next: Line | undefined): boolean =>
  next === undefined || next.hashes > 0 || next.bullet !== null || opensParagraph(next.glyphs.text);
