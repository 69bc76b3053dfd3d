import type { Glyphs } from './glyphs';
import { concatGlyphs, printWidth } from './glyphs';
import type { Line } from './lines';
import { hasOpenQuote, isClosed, isFinished, isFigure } from './marks';
import { findNarrow } from './narrow';
import { readNumbering } from './numbering';
import { opensParagraph } from './openers';
import { isByline, isOrdinalHeading, isRoleHeading } from './phrases';
import { splitPackedTiles } from './tiles';
import type { Wrapping } from './wrapping';

/** A paragraph put together from the source's lines. */
export interface UnwrappedLines {
  readonly glyphs: Glyphs;
  readonly hashes: number;
  readonly bullet: string | null;
  readonly indent: number;
  readonly gap: number;
  /** Raw offsets of the first character after each line end joined. */
  readonly joins: readonly number[];
  /** Why the next line was not taken as its continuation although the sentence is open, or null. */
  readonly cut: string | null;
}

type Verdict = { readonly join: boolean; readonly cut: string | null };

const JOIN: Verdict = { join: true, cut: null };
const BREAK: Verdict = { join: false, cut: null };
const cutFor = (reason: string): Verdict => ({ join: false, cut: reason });

/** A line this wide without a final mark is prose, not a heading. */
const PROSE_WIDTH = 60;
const MARKED_PROSE_WIDTH = 30;
/** `〔1〕两不愁三保障：…` */
const FOOTNOTE = /^[〔［[]\d{1,3}[〕］\]]/;
/** Columns by which a paragraph's first or last line falls short of the full width. */
const SHORTFALL = 3;

const widthOf = (line: Line): number => printWidth(line.glyphs.text);

const isStrongNumber = (text: string): boolean => {
  const style = readNumbering(text)?.style;
  return style === 'chinese' || style === 'chinese-bracket' || style === 'part';
};

/** Joins the lines that the source breaks inside a paragraph. No character is added or lost. */
export function unwrap(sourceLines: readonly Line[], wrapping: Wrapping): UnwrappedLines[] {
  const lines = continueItems(sourceLines);
  const narrow = wrapping.tight ? [] : findNarrow(lines);
  const blocks: UnwrappedLines[] = [];
  let open: Line[] = [];
  lines.forEach((line, index) => {
    open.push(line);
    const verdict = narrow[index] === true ? JOIN : decide(open, lines, index + 1, wrapping);
    if (verdict.join) return;
    blocks.push(blockOf(open, verdict.cut));
    open = [];
  });
  return blocks;
}

/** A line after a Markdown line break inside a list item is an item too. */
function continueItems(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const goesOn = before?.hardBreak === true && before.bullet === '-' && line.gap === 0 && line.hashes === 0;
    result.push(goesOn && line.bullet === null ? { ...line, bullet: '-', indent: before.indent } : line);
  }
  return result;
}

function blockOf(lines: readonly Line[], cut: string | null): UnwrappedLines {
  const [first] = lines as readonly [Line, ...Line[]];
  const joins = lines.slice(1).map(({ glyphs }) => glyphs.at[0] as number);
  const { hashes, bullet, indent, gap } = first;
  return { glyphs: concatGlyphs(lines.map(({ glyphs }) => glyphs)), hashes, bullet, indent, gap, joins, cut };
}

function decide(
  open: readonly Line[],
  lines: readonly Line[],
  nextIndex: number,
  wrapping: Wrapping,
): Verdict {
  const last = open.at(-1) as Line;
  const next = lines[nextIndex];
  if (next === undefined) return BREAK;
  const text = last.glyphs.text;
  const following = next.glyphs.text;
  if (isYearOnly(last) && next.hashes > 0) return JOIN;
  if (next.hashes || last.hashes || last.hardBreak || next.padded) return BREAK;
  if (next.bullet !== null) return cutIfProse(open, last, wrapping, '下一行另起一条');
  if (wrapping.setIn) return widthOf(last) < wrapping.width / 2 && isClosed(text) ? BREAK : JOIN;
  if (isStrongNumber(following) || FOOTNOTE.test(following)) return BREAK;
  if (continuesMeeting(text, following) || /^[，、；。：）”,;]/.test(following)) return JOIN;
  if (!wrapping.tight && /^[—–―]{2}/.test(following)) return BREAK;
  if (text === '记者' && !isFinished(following)) return JOIN;
  if (open[0]?.glyphs.text === '记者' || isByline(text) || isByline(following) || isRoleHeading(following))
    return BREAK;
  if (isHeadingLine(open, wrapping)) return BREAK;
  if (wrapping.tight) return decideTight(last, next, lines[nextIndex + 1], wrapping);
  return decideLoose(open, last, lines.slice(nextIndex, nextIndex + 4), wrapping);
}

const isYearOnly = ({ hashes, glyphs }: Line): boolean => hashes > 0 && /^\d{4}\s*年$/.test(glyphs.text);

/** “…在川汇区第十六届人民代表大会 / 第四次会议上”, “…十六届人大 / 四次会议文件”. */
const continuesMeeting = (text: string, next: string): boolean =>
  /(人大|代表大会)$/.test(text) && /^第?[一二三四五六七八九十]{1,3}次(会议|全体)/.test(next);

/** A numbered line without a final mark is a heading, unless it fills the whole width and so goes on. */
function isHeadingLine(open: readonly Line[], { tight, width }: Wrapping): boolean {
  const first = (open[0] as Line).glyphs.text;
  const text = (open.at(-1) as Line).glyphs.text;
  if (open.length > 1 || isFinished(text)) return false;
  if (readNumbering(first) === null) return !tight && isOrdinalHeading(first);
  return tight
    ? printWidth(text) < width - SHORTFALL * 2
    : !/[。；;]/.test(text) && printWidth(text) <= PROSE_WIDTH * 1.4;
}

/**
 * Lines cut to one width: an open sentence goes on; a closed one ends the paragraph when its line is short,
 * or when the next line is set in by two characters, which shows as a line four columns short of the full width.
 */
function decideTight(last: Line, next: Line, afterNext: Line | undefined, { width }: Wrapping): Verdict {
  const text = last.glyphs.text;
  const full = widthOf(last) > width - SHORTFALL - 1;
  if (!isFinished(text))
    return widthOf(last) >= width - SHORTFALL * 3 || /[，、；。,;]/.test(text) ? JOIN : BREAK;
  if (!full) return BREAK;
  if (readNumbering(next.glyphs.text) !== null || opensParagraph(next.glyphs.text))
    return isClosed(text) ? BREAK : JOIN;
  const setIn =
    widthOf(next) <= width - SHORTFALL && afterNext !== undefined && !isFinished(next.glyphs.text);
  return isClosed(text) && setIn ? BREAK : JOIN;
}

/** Lines of any length: a final mark ends the paragraph, prose without one goes on unless something speaks against it. */
function decideLoose(open: readonly Line[], last: Line, ahead: readonly Line[], wrapping: Wrapping): Verdict {
  const [next, afterNext] = ahead;
  if (!next) return BREAK;
  const text = last.glyphs.text;
  const following = next.glyphs.text;
  if (joinsTile(open, next, afterNext)) return JOIN;
  if (isFinished(text) || !isProse(open, wrapping)) return BREAK;
  if (/[，,、]$/.test(text) || (/[A-Za-z]$/.test(text) && /^\d/.test(following))) return JOIN;
  if (isFigure(following) || isPackedLine(last) || isPackedLine(next)) return BREAK;
  if (opensParagraph(following)) return cutIfProse(open, last, wrapping, '下一行另起一段');
  if (hasOpenQuote(text) && !closesQuote(ahead)) return cutFor('引号没有合上，下一行说的是别的事');
  if (wrapping.damaged && /[\u4e00-\u9fff]$/.test(text) && /^\d/.test(following))
    return cutFor(`下一行以数量“${following.slice(0, 6)}”开头，接不上，中间可能有缺`);
  return JOIN;
}

/** Label, figure and second label of an infographic tile, on lines of their own without a blank line between. */
function joinsTile(open: readonly Line[], next: Line, afterNext: Line | undefined): boolean {
  const isLabel = ({ glyphs }: Line): boolean =>
    !/[\d。，；,;：:]/.test(glyphs.text) && glyphs.text.length <= 16;
  const isValue = (line: Line | undefined): boolean =>
    line !== undefined && line.gap === 0 && isFigure(line.glyphs.text);
  const [first, second] = open;
  if (next.gap > 0 || first === undefined || !isLabel(first)) return false;
  if (second === undefined) return isValue(next);
  return open.length === 2 && isValue(second) && isLabel(next) && !isValue(afterNext);
}

function closesQuote(ahead: readonly Line[]): boolean {
  for (const { glyphs } of ahead) {
    const close = glyphs.text.indexOf('”');
    const open = glyphs.text.indexOf('“');
    if (close >= 0 && (open < 0 || close < open)) return true;
    if (open >= 0 || isFinished(glyphs.text)) return false;
  }
  return false;
}

/** Wide enough, or with stops inside, or the continuation of a line already joined. */
function isProse(open: readonly Line[], { marked }: Wrapping): boolean {
  const last = open.at(-1) as Line;
  const stops = open.some(({ glyphs }) => /[，。；,;]/.test(glyphs.text));
  const width = open.reduce((sum, line) => sum + widthOf(line), 0);
  if (last.bullet === '-' || last.bullet === '*') return false;
  return (
    width >= PROSE_WIDTH ||
    (stops && width >= MARKED_PROSE_WIDTH) ||
    (marked && width >= MARKED_PROSE_WIDTH && last.bullet === null)
  );
}

const isPackedLine = ({ glyphs }: Line): boolean =>
  splitPackedTiles(glyphs)?.every(({ tile }) => tile) ?? false;

const cutIfProse = (open: readonly Line[], last: Line, wrapping: Wrapping, reason: string): Verdict =>
  !isFinished(last.glyphs.text) && isProse(open, wrapping) ? cutFor(reason) : BREAK;
