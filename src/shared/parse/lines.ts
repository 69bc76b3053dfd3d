import type { Removal, RemovalReason } from '../report';
import { findChrome } from './chrome';
import { findContents } from './contents';
import type { Glyphs } from './glyphs';
import { sliceGlyphs } from './glyphs';
import { closeUp } from './letter-spacing';
import { BULLETS, isWhite } from './marks';
import { runsOf } from './offset-map';
import { findPageMatter } from './page-matter';
import { readWrapping } from './wrapping';

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
    return {
      start: start + from,
      end: start + bound,
      padded: text.startsWith('\u3000\u3000', from),
    };
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
      removals.push({
        range: { start: offset, end: offset + noise.length },
        text: noise,
        reason,
      });
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
  const spans = splitSpans(raw, removals).map((span) => ({
    span,
    text: raw.slice(span.start, span.end),
  }));
  const shorts = spans.map(({ text }) => ({
    text: text.length <= LONGEST_MATTER ? text.trim() : text,
  }));
  const filled = shorts.flatMap(({ text }, index) => (isBlank(text) ? [] : [index]));
  const matter = findPageMatter(filled.map((index) => shorts[index] as { text: string }));
  const matterAt = new Map(filled.map((index, at) => [index, matter[at] ?? null]));
  const lines: Line[] = [];
  let gap = 0;
  spans.forEach(({ span, text }, index) => {
    const reason = matterAt.get(index) ?? null;
    if (reason !== null) {
      const start = span.start + text.search(/\S/);
      removals.push(removal(raw, start, start + text.trim().length, reason));
      return;
    }
    const marks = takeMarks(raw, collect(text, span.start, removals), removals);
    if (marks.glyphs.text === '') {
      gap += 1;
      return;
    }
    const glyphs = closeUp(marks.glyphs);
    const padded = span.padded || /^\s*\u3000\u3000/.test(text);
    lines.push({
      ...marks,
      glyphs,
      indent: indentOf(text),
      padded,
      gap,
      hardBreak: text.endsWith('  '),
    });
    gap = 0;
  });
  const kept = dropForeign(raw, lines, removals);
  return {
    lines: kept,
    removals: removals.sort((a, b) => a.range.start - b.range.start),
  };
}

const LONGEST_MATTER = 120;
const isBlank = (text: string): boolean => text.length <= LONGEST_MATTER && text === '';

/** Where every paragraph's first line is set in, what a line of the web page opens goes on up to the next such line. */
function withContinuations(chrome: readonly boolean[], lines: readonly Line[]): readonly boolean[] {
  const first = lines.findIndex(({ padded }, index) => padded && chrome[index] === true);
  if (first < 0) return chrome;
  if (!readWrapping(lines).setIn) return chrome;
  let open = 0;
  return lines.map(({ padded }, index) => {
    open = padded ? (chrome[index] === true ? MOST_CONTINUED : 0) : open - 1;
    return chrome[index] === true || (!padded && open > 0);
  });
}

/** Lines that one line of a web page, its source and date, takes at most. */
const MOST_CONTINUED = 4;

/** Takes out the lines of the web page around the report, and its table of contents. */
function dropForeign(raw: string, lines: readonly Line[], removals: Removal[]): Line[] {
  const texts = lines.map(({ glyphs }) => glyphs.text);
  const chrome = withContinuations(findChrome(texts), lines);
  const contents = findContents(texts);
  return lines.filter(({ glyphs, hashes, bullet }, index) => {
    const isChrome = chrome[index] === true && hashes === 0 && bullet === null;
    if (!isChrome && contents[index] !== true) return true;
    for (const { rawStart, length } of runsOf(glyphs))
      removals.push(removal(raw, rawStart, rawStart + length, isChrome ? 'page-chrome' : 'contents'));
    return false;
  });
}
