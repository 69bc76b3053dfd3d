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
const EXCERPT_LENGTH = 80;

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
  const first = matches[0] ?? NOWHERE;
  const start = sentenceBefore(passage, first.start);
  let end = sentenceAfter(passage, Math.max(first.end, start + 1));
  for (const match of matches) {
    if (match.start < end) continue;
    const next = sentenceAfter(passage, match.end);
    if (next - start > limit || sentenceBefore(passage, match.start) > end) break;
    end = next;
  }
  const sentence = { start, end };
  const cut = end - start > limit ? cutAtClauses(passage, sentence, first, limit) : sentence;
  return describe(passage, trimmed(passage, cut), matches);
}

const NOWHERE: Range = { start: 0, end: 0 };

/** The last end of a sentence not after `at`, or the start of the text. */
function sentenceBefore(text: string, at: number): number {
  for (let place = at; place > 0; place--) {
    if (EFFECTS[text.charCodeAt(place - 1)] !== 0 && endsSentence(text, place)) return place;
  }
  return 0;
}

/** The first end of a sentence not before `at`, or the end of the text. */
function sentenceAfter(text: string, at: number): number {
  for (let place = at; place < text.length; place++) {
    if (EFFECTS[text.charCodeAt(place - 1)] !== 0 && endsSentence(text, place)) return place;
  }
  return text.length;
}

/** Tells whether a sentence ends right before `at`; quotes and brackets that close it belong to it. */
function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  if (effectAt(text, last) === 0) return false;
  if (effectAt(text, at) === CLOSER || effectAt(text, at) === END) return false;
  while (effectAt(text, last) === CLOSER) last--;
  return effectAt(text, last) === END;
}

/** Tells whether a clause ends right before `at`; a comma inside a number ends none. */
const endsClause = (text: string, at: number): boolean =>
  endsSentence(text, at) || (effectAt(text, at - 1) === PAUSE && !/\d/.test(text.charAt(at)));

/** The last end of a clause not after `at`, at least `lowest`. */
function clauseBefore(text: string, at: number, lowest: number): number {
  let place = at;
  while (place > lowest && (EFFECTS[text.charCodeAt(place - 1)] === 0 || !endsClause(text, place))) place--;
  return Math.max(place, lowest);
}

/** The first end of a clause not before `at`, at most `highest`. */
function clauseAfter(text: string, at: number, highest: number): number {
  let place = at;
  while (place < highest && (EFFECTS[text.charCodeAt(place - 1)] === 0 || !endsClause(text, place))) place++;
  return Math.min(place, highest);
}

/** Grows from the clause of the match, forward first, while a further clause fits. */
function cutAtClauses(passage: string, sentence: Range, match: Range, limit: number): Range {
  let start = clauseBefore(passage, match.start, sentence.start);
  let end = clauseAfter(passage, match.end, sentence.end);
  if (end - start > limit) return aroundMatch(passage, { start, end }, match, limit);
  for (let next = end; next - start <= limit;) {
    end = next;
    if (end >= sentence.end) break;
    next = clauseAfter(passage, end + 1, sentence.end);
  }
  for (let next = start; end - next <= limit;) {
    start = next;
    if (start <= sentence.start) break;
    next = clauseBefore(passage, start - 1, sentence.start);
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
  let [from, to] = [start, end];
  while (from < to && isBlank(passage, from)) from++;
  while (to > from && isBlank(passage, to - 1)) to--;
  return { start: from, end: to };
}

/** Han is told by its number alone, and most of a report is Han. */
const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return !(code > 0x3000 && code < 0xfe00) && /\s/.test(text.charAt(at));
};

const hasInk = (text: string, { start, end }: Range): boolean => {
  for (let at = start; at < end; at++) if (!isBlank(text, at)) return true;
  return false;
};

function describe(passage: string, range: Range, matches: readonly Range[]): Excerpt {
  const marks: Range[] = [];
  for (const match of joined(matches)) {
    if (!rangesOverlap(match, range)) continue;
    marks.push({
      start: Math.max(0, match.start - range.start),
      end: Math.min(match.end, range.end) - range.start,
    });
  }
  return {
    text: passage.slice(range.start, range.end),
    range,
    marks,
    cutBefore: hasInk(passage, { start: 0, end: range.start }),
    cutAfter: hasInk(passage, { start: range.end, end: passage.length }),
  };
}

/** Overlapping ranges made one; ascending. */
function joined(ranges: readonly Range[]): readonly Range[] {
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
