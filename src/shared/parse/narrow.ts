import { printWidth } from './glyphs';
import type { Line } from './lines';
import { isFinished } from './marks';
import { readNumbering } from './numbering';
import { opensParagraph } from './openers';

/** Characters of the narrowest and of the widest line taken for one of a narrow column. */
const NARROWEST = 9;
const WIDEST = 30;
/** Full lines that a column has at least. */
const LEAST_LINES = 4;
/** Marks that no line begins with unless it goes on, and what stands between the halves of a number or of a clause. */
const GOES_ON = /^[，、；。：）”,;%％.]/;
const STOP = /[，。；、,;]/;

/**
 * Finds lines that go on in the next one because a narrow column cuts them: several of one width on end, mostly in the
 * middle of a clause. True for each line that goes on.
 */
export function findNarrow(lines: readonly Line[]): readonly boolean[] {
  const goesOn = lines.map(() => false);
  const measures = [charactersOf, columnsOf];
  for (let start = 0; start < lines.length;) {
    const ends = measures.map((measure) => columnEnd(lines, start, measure));
    const end = Math.max(...ends);
    const isColumn = end - start >= LEAST_LINES && isCut(lines.slice(start, end), lines[end]);
    if (isColumn) for (let at = start; at < end; at += 1) goesOn[at] = continues(lines, at);
    start = isColumn ? end : start + 1;
  }
  return goesOn;
}

const charactersOf = ({ glyphs, indent }: Line): number => indent + glyphs.text.length;
const columnsOf = ({ glyphs, indent, padded }: Line): number =>
  (indent * (padded ? 2 : 1) + printWidth(glyphs.text)) / 2;

/** The first line after `start` that is not as wide as those before it, to one character. */
function columnEnd(lines: readonly Line[], start: number, measure: (line: Line) => number): number {
  let low = Infinity;
  let high = 0;
  let end = start;
  for (let line = lines[start]; line && isPlain(line, end > start); line = lines[end]) {
    const width = measure(line);
    low = Math.min(low, width);
    high = Math.max(high, width);
    if (low < NARROWEST || high > WIDEST || high - low > 1) break;
    end += 1;
  }
  return end;
}

const isPlain = ({ glyphs, hashes, bullet, gap, hardBreak }: Line, inside: boolean): boolean =>
  hashes === 0 &&
  bullet === null &&
  !hardBreak &&
  (!inside || gap === 0) &&
  readNumbering(glyphs.text) === null;

/** Whether most lines stop in the middle of a clause, though they hold clauses, and one at a place where no author would. */
function isCut(column: readonly Line[], after: Line | undefined): boolean {
  const texts = column.map(({ glyphs }) => glyphs.text);
  const open = texts.filter((text) => !/[，。；、：！？,;:]$/.test(text));
  const held = texts.filter((text) => STOP.test(text));
  const next = [...texts.slice(1), after?.glyphs.text ?? ''];
  const torn = next.some(
    (text, at) => GOES_ON.test(text) || (/[\d.]$/.test(texts[at] ?? '') && /^[\d%万亿]/.test(text)),
  );
  const inside = open.length * 2 >= texts.length && held.length * 2 >= texts.length;
  return inside && (torn || (open.length * 4 >= texts.length * 3 && held.length * 4 >= texts.length * 3));
}

/** An open line goes on; a full one that ends with a full stop does unless the next is set in or opens a paragraph. */
function continues(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || !isPlain(next, true)) return false;
  if (!isFinished(lines[at]?.glyphs.text ?? '')) return true;
  return !next.padded && next.indent === 0 && !opensParagraph(next.glyphs.text);
}
