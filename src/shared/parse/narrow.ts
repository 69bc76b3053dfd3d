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
  const [characters, columns] = [charactersOf, columnsOf].map((widthOf) =>
    runEnds(lines, lines.map(widthOf)),
  );
  const isCut = cutsOf(lines);
  for (let start = 0; start < lines.length;) {
    const end = Math.max(characters?.[start] ?? start, columns?.[start] ?? start);
    const isColumn = end - start >= LEAST_LINES && isCut(start, end);
    if (isColumn) for (let at = start; at < end; at += 1) goesOn[at] = continues(lines, at);
    start = isColumn ? end : start + 1;
  }
  return goesOn;
}

const charactersOf = ({ glyphs, indent }: Line): number => indent + glyphs.text.length;
const columnsOf = ({ glyphs, indent, padded }: Line): number =>
  (indent * (padded ? 2 : 1) + printWidth(glyphs.text)) / 2;

/**
 * For each line the first one after it that is not as wide as those between, to one character. A run never ends before
 * that of the line above it, so each line is looked at twice in all, however many are alike.
 */
function runEnds(lines: readonly Line[], widths: readonly number[]): readonly number[] {
  const inside = lines.map((line) => isPlain(line, true));
  const [least, most] = [extreme(widths, -1), extreme(widths, 1)];
  const joins = (start: number, at: number): boolean => {
    const width = widths[at] ?? Infinity;
    if (width < NARROWEST || width > WIDEST) return false;
    if (at === start) return isPlain(lines[at]!, false);
    return (
      inside[at] === true && Math.abs(width - least.of(start)) <= 1 && Math.abs(width - most.of(start)) <= 1
    );
  };
  let end = 0;
  return lines.map((_, start) => {
    end = Math.max(end, start);
    for (; end < lines.length && joins(start, end); end += 1) {
      least.add(end);
      most.add(end);
    }
    return end;
  });
}

/** The least (`sign` -1) or the greatest (1) of the numbers added last, back to a given place that only grows. */
function extreme(values: readonly number[], sign: 1 | -1) {
  const rank = (at: number): number => sign * (values[at] ?? 0);
  // Places in order, each with a value that none added later has outdone.
  const places: number[] = [];
  let first = 0;
  return {
    add: (at: number): void => {
      while (places.length > first && rank(places.at(-1) ?? 0) <= rank(at)) places.pop();
      places.push(at);
    },
    of: (start: number): number => {
      while ((places[first] ?? Infinity) < start) first += 1;
      return values[places[first] ?? start] ?? 0;
    },
  };
}

const isPlain = ({ glyphs, hashes, bullet, gap, hardBreak }: Line, inside: boolean): boolean =>
  hashes === 0 &&
  bullet === null &&
  !hardBreak &&
  (!inside || gap === 0) &&
  readNumbering(glyphs.text) === null;

/**
 * Tells of a run of lines whether most stop in the middle of a clause, though they hold clauses, and one at a place where
 * no author would. What is true of a line is counted once for all runs.
 */
function cutsOf(lines: readonly Line[]): (start: number, end: number) => boolean {
  const texts = lines.map(({ glyphs }) => glyphs.text);
  const open = counter(texts.map((text) => !/[，。；、：！？,;:]$/.test(text)));
  const held = counter(texts.map((text) => STOP.test(text)));
  const torn = counter(
    texts.map((text, at) => {
      const next = texts[at + 1] ?? '';
      return GOES_ON.test(next) || (/[\d.]$/.test(text) && /^[\d%万亿]/.test(next));
    }),
  );
  return (start, end) => {
    const count = end - start;
    const [opens, holds] = [open(start, end), held(start, end)];
    const inside = opens * 2 >= count && holds * 2 >= count;
    return inside && (torn(start, end) > 0 || (opens * 4 >= count * 3 && holds * 4 >= count * 3));
  };
}

/** Counts how many of [start, end) are true. */
function counter(flags: readonly boolean[]): (start: number, end: number) => number {
  const before = [0];
  for (const flag of flags) before.push((before.at(-1) ?? 0) + Number(flag));
  return (start, end) => (before[end] ?? 0) - (before[start] ?? 0);
}

/** An open line goes on; a full one that ends with a full stop does unless the next is set in or opens a paragraph. */
function continues(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || !isPlain(next, true)) return false;
  if (!isFinished(lines[at]?.glyphs.text ?? '')) return true;
  return !next.padded && next.indent === 0 && !opensParagraph(next.glyphs.text);
}
