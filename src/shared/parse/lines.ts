import type { Removal, RemovalReason } from '../report';
import { findChrome } from './chrome';
import type { Glyphs } from './glyphs';
import { sliceGlyphs } from './glyphs';
import { BULLETS, isWhite } from './marks';
import { runsOf } from './offset-map';

/** One line of the source, cleaned of markup; runs of white space inside it are one character each. */
export interface Line {
  readonly glyphs: Glyphs;
  /** Number of `#` before it. */
  readonly hashes: number;
  readonly bullet: string | null;
  /** Columns of white space before the bullet or the text. */
  readonly indent: number;
  /** Set in by two ideographic spaces, as a paragraph's first line is. */
  readonly padded: boolean;
  /** Blank lines before it. */
  readonly gap: number;
  /** Ends with the two spaces by which Markdown keeps a line break. */
  readonly hardBreak: boolean;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly removals: readonly Removal[];
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly padded: boolean;
}

/** Line ends, also those that a scraper left as the letters `\r\n`. */
const BREAK = /\r\n|[\n\r\v\f\u2028\u2029]|(?:\\r)?\\n/g;
/** From this many characters on, a line is a whole page whose paragraphs only a double ideographic space divides. */
const PAGE_LENGTH = 300;
const PAGE_MARK_LENGTH = 40;
const PAGE_MARK =
  /^\s*(?:[—–―－\-·]+\s*\d{1,4}\s*[—–―－\-·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/;
/** Matter that is no text: Markdown bold, entities, the question marks of a lost encoding, controls. Then white space, then text. */
const TOKEN =
  /(\*\*|&(?:nbsp|ensp|emsp|#160);|\?{2,}|[\0-\x08\x0e-\x1b\x7f-\x9f\xad\u200c-\u200f\u202a-\u202e\u2060-\u2064\ufff9-\ufffc]+)|([\s\u200b]+)|[^*&?\s\u200b\0-\x08\x0e-\x1b\x7f-\x9f\xad\u200c-\u200f\u202a-\u202e\u2060-\u2064\ufff9-\ufffc]+|[*&?]/g;
/** The call to the delegates, run on to the speaker's name, and a main heading run on to the paragraph before it. */
const GLUED =
  /(?<=[\u4e00-\u9fff\s])各位代表[：！!]|(?<=[。！])(?:[一二三四五六七八九十]{1,2}、[^。；，\s]{2,30}|[（(][一二三四五六七八九十]{1,2}[）)][^。；\s]{4,40})(?=$|\u3000\u3000)/g;
const SHORT_LINE = 80;
const PACKABLE = new RegExp(`[${BULLETS}]|各位代表`);
const PACKED_BULLET = new RegExp(`\\s(?=[${BULLETS}])`, 'g');

function splitSpans(raw: string, removals: Removal[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of raw.matchAll(BREAK)) {
    spans.push({ start, end: match.index, padded: false });
    if (match[0].startsWith('\\'))
      removals.push(removal(raw, match.index, match.index + match[0].length, 'markup'));
    start = match.index + match[0].length;
  }
  return [...spans, { start, end: raw.length, padded: false }].flatMap((span) => splitInside(raw, span));
}

/** Divides a page-long line at double ideographic spaces, and any line before a bullet or an address that stands inside it. */
function splitInside(raw: string, { start, end }: Span): Span[] {
  const text = raw.slice(start, end);
  if (text.length < SHORT_LINE && !PACKABLE.test(text))
    return [{ start, end, padded: text.startsWith('\u3000\u3000') }];
  const cuts = text.length > PAGE_LENGTH ? [...text.matchAll(/\u3000{2,}/g)].map((match) => match.index) : [];
  for (const match of text.matchAll(PACKED_BULLET)) cuts.push(match.index + 1);
  for (const match of text.matchAll(GLUED)) cuts.push(match.index);
  const inner = cuts.filter(
    (cut) => text.slice(0, cut).trim() !== '' && !/^\s*#*\s*$/.test(text.slice(0, cut)),
  );
  const bounds = [0, ...inner.sort((a, b) => a - b), text.length];
  return bounds.slice(1).map((bound, index) => {
    const from = bounds[index] ?? 0;
    return { start: start + from, end: start + bound, padded: text.startsWith('\u3000\u3000', from) };
  });
}

const removal = (raw: string, start: number, end: number, reason: RemovalReason): Removal => ({
  range: { start, end },
  text: raw.slice(start, end),
  reason,
});

/** Collects the characters of a span, one for each run of white space, and lists what is left out. */
function collect(text: string, start: number, removals: Removal[]): Glyphs {
  const parts: string[] = [];
  const at: number[] = [];
  let spaced = false;
  for (const { 0: token, 1: noise, 2: white, index } of text.matchAll(TOKEN)) {
    const offset = start + index;
    if (noise !== undefined) {
      const reason = /^[*&]/.test(noise) ? 'markup' : 'control';
      removals.push({ range: { start: offset, end: offset + noise.length }, text: noise, reason });
    } else if (white === undefined) {
      parts.push(token);
      for (let unit = 0; unit < token.length; unit += 1) at.push(offset + unit);
      spaced = false;
    } else if (!spaced) {
      const plain = Math.max(0, white.indexOf(' '));
      parts.push(white[plain] as string);
      at.push(offset + plain);
      spaced = true;
    }
  }
  return trim({ text: parts.join(''), at });
}

function trim(glyphs: Glyphs): Glyphs {
  let start = 0;
  let end = glyphs.text.length;
  while (start < end && isWhite(glyphs.text.charCodeAt(start))) start += 1;
  while (end > start && isWhite(glyphs.text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === glyphs.text.length ? glyphs : sliceGlyphs(glyphs, start, end);
}

const MARKED = new RegExp(`^[-*+#${BULLETS}]`);
const HASHES = /^(#{1,6})\s+(?=\S)/;
const DASH = /^([-*+])\s+(?=\S)/;
const SIGN = new RegExp(`^([${BULLETS}])\\s*(?=\\S)`);

/** Takes `#` and one bullet off the start of a line; both become removals. `### ◎` is an item, not a heading. */
function takeMarks(raw: string, whole: Glyphs, removals: Removal[]) {
  if (!MARKED.test(whole.text)) return { glyphs: whole, hashes: 0, bullet: null };
  let glyphs = whole;
  const take = (pattern: RegExp, reason: RemovalReason): string | null => {
    const match = pattern.exec(glyphs.text);
    const mark = match?.[1];
    if (match === null || mark === undefined) return null;
    const first = glyphs.at[0] as number;
    removals.push(removal(raw, first, first + mark.length, reason));
    glyphs = sliceGlyphs(glyphs, match[0].length);
    return mark;
  };
  const hashes = take(HASHES, 'markup')?.length ?? 0;
  const sign = take(SIGN, 'bullet');
  const bullet = sign ?? take(DASH, 'bullet');
  return { glyphs, hashes: sign === null ? hashes : 0, bullet };
}

/** Columns of white space at the start, a tab counting four. */
function indentOf(text: string): number {
  let columns = 0;
  for (let index = 0; index < text.length && isWhite(text.charCodeAt(index)); index += 1)
    columns += text[index] === '\t' ? 4 : 1;
  return columns;
}

/** Divides a raw text into cleaned lines; what is neither kept nor white space is listed. */
export function readLines(raw: string): Lines {
  const removals: Removal[] = [];
  const lines: Line[] = [];
  let gap = 0;
  for (const span of splitSpans(raw, removals)) {
    const text = raw.slice(span.start, span.end);
    if (text.length < PAGE_MARK_LENGTH && PAGE_MARK.test(text)) {
      const start = span.start + text.search(/\S/);
      removals.push(removal(raw, start, start + text.trim().length, 'page-mark'));
      continue;
    }
    const marks = takeMarks(raw, collect(text, span.start, removals), removals);
    if (marks.glyphs.text === '') {
      gap += 1;
      continue;
    }
    const padded = span.padded || /^\s*\u3000\u3000/.test(text);
    lines.push({ ...marks, indent: indentOf(text), padded, gap, hardBreak: text.endsWith('  ') });
    gap = 0;
  }
  const kept = dropChrome(raw, lines, removals);
  return { lines: kept, removals: removals.sort((a, b) => a.range.start - b.range.start) };
}

/** Takes out the lines of the web page around the report. */
function dropChrome(raw: string, lines: readonly Line[], removals: Removal[]): Line[] {
  const chrome = findChrome(lines.map(({ glyphs }) => glyphs.text));
  return lines.filter(({ glyphs, hashes, bullet }, index) => {
    if (chrome[index] !== true || hashes > 0 || bullet !== null) return true;
    for (const { rawStart, length } of runsOf(glyphs))
      removals.push(removal(raw, rawStart, rawStart + length, 'page-chrome'));
    return false;
  });
}
