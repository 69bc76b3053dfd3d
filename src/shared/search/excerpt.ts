import type { Range } from '../report';
import { rangesOverlap } from '../report';

/** A piece of a passage to show in a result row. */
export interface Excerpt {
  readonly text: string;
  /** Where `text` stands in the passage. */
  readonly range: Range;
  /** The matches inside, as offsets into `text`; ascending, not overlapping. */
  readonly marks: readonly Range[];
  /** Whether the passage goes on before and after: the row shows ……. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** About two lines of a result row. */
export const EXCERPT_LENGTH = 80;

const END = 1;
const CLOSER = 2;
const PAUSE = 3;

/** What each UTF-16 unit does to a sentence; looked up for every character of every row. */
const EFFECTS = new Uint8Array(0x10000);
for (const [effect, marks] of [
  [END, '。！？!?…\n'],
  [CLOSER, '”’」』）)'],
  [PAUSE, '，,、；;：: \t\u3000'],
] as const) {
  for (const mark of marks) EFFECTS[mark.charCodeAt(0)] = effect;
}

/** Of the unit at a place; 0 for a letter and outside the text. */
const effectAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? (EFFECTS[text.charCodeAt(at)] ?? 0) : 0;

/**
 * The sentence that holds the first match, with the following ones as long as they hold matches and fit. A
 * sentence longer than `limit` is cut at the clauses around the match; a match itself is never cut.
 */
export function excerptOf(passage: string, matches: readonly Range[], limit = EXCERPT_LENGTH): Excerpt {
  const first = matches[0] ?? { start: 0, end: 0 };
  const start = before(passage, first.start, 0, endsSentence);
  let end = after(passage, Math.max(first.end, start + 1), passage.length, endsSentence);
  for (const match of matches) {
    if (match.start < end) continue;
    const next = after(passage, match.end, passage.length, endsSentence);
    if (next - start > limit || before(passage, match.start, 0, endsSentence) > end) break;
    end = next;
  }
  const sentence = { start, end };
  return describe(
    passage,
    trimmed(passage, end - start > limit ? cutAtClauses(passage, sentence, first, limit) : sentence),
    matches,
  );
}

type Boundary = (text: string, at: number) => boolean;

/** The last boundary not after `at`. */
function before(text: string, at: number, lowest: number, isBoundary: Boundary): number {
  let place = at;
  while (place > lowest && !isBoundary(text, place)) place--;
  return Math.max(place, lowest);
}

/** The first boundary not before `at`. */
function after(text: string, at: number, highest: number, isBoundary: Boundary): number {
  let place = at;
  while (place < highest && !isBoundary(text, place)) place++;
  return Math.min(place, highest);
}

/** Whether a sentence ends right before `at`; quotes and brackets that close it belong to it. */
function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  if (effectAt(text, last) === 0) return false;
  if (effectAt(text, at) === CLOSER || effectAt(text, at) === END) return false;
  while (effectAt(text, last) === CLOSER) last--;
  return effectAt(text, last) === END;
}

/** Whether a clause ends right before `at`; a comma inside a number ends none. */
const endsClause = (text: string, at: number): boolean =>
  endsSentence(text, at) || (effectAt(text, at - 1) === PAUSE && !/\d/.test(text.charAt(at)));

/** Grows from the clause of the match, forward first, while a further clause fits. */
function cutAtClauses(passage: string, sentence: Range, match: Range, limit: number): Range {
  let start = before(passage, match.start, sentence.start, endsClause);
  let end = after(passage, match.end, sentence.end, endsClause);
  if (end - start > limit) return aroundMatch(passage, { start, end }, match, limit);
  for (let next = end; next - start <= limit;) {
    end = next;
    if (end >= sentence.end) break;
    next = after(passage, end + 1, sentence.end, endsClause);
  }
  for (let next = start; end - next <= limit;) {
    start = next;
    if (start <= sentence.start) break;
    next = before(passage, start - 1, sentence.start, endsClause);
  }
  return { start, end };
}

/** For a clause without a pause that is longer than the row. */
function aroundMatch(passage: string, clause: Range, match: Range, limit: number): Range {
  const spare = Math.max(0, limit - (match.end - match.start));
  const start = Math.max(clause.start, match.start - Math.floor(spare / 3));
  const end = Math.max(match.end, Math.min(clause.end, start + limit));
  return { start: wholeCharacter(passage, start), end: wholeCharacter(passage, end) };
}

/** Steps off the middle of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at;

function trimmed(passage: string, { start, end }: Range): Range {
  const text = passage.slice(start, end);
  return {
    start: start + text.length - text.trimStart().length,
    end: end - (text.length - text.trimEnd().length),
  };
}

function describe(passage: string, range: Range, matches: readonly Range[]): Excerpt {
  const inside = matches.filter((match) => rangesOverlap(match, range));
  return {
    text: passage.slice(range.start, range.end),
    range,
    marks: joined(inside).map(({ start, end }) => ({
      start: Math.max(0, start - range.start),
      end: Math.min(end, range.end) - range.start,
    })),
    cutBefore: range.start > 0 && passage.slice(0, range.start).trim() !== '',
    cutAfter: range.end < passage.length && passage.slice(range.end).trim() !== '',
  };
}

/** Overlapping ranges made one; ascending. */
export function joined(ranges: readonly Range[]): readonly Range[] {
  if (ranges.length < 2) return ranges;
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && range.start < last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else out.push(range);
  }
  return out;
}
