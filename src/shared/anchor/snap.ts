import { rangeContains, rangesOverlap, sliceRange, type Range, type Report } from '../report';
import { wordsOf } from '../text';

type Sentences = Pick<Report, 'sentences'>;

/** A code unit that continues the character before it: a low surrogate, a combining mark, a joiner, a selector. */
const continues = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\uDC00-\uDFFF\p{M}\u200D]|^\u200D/u.test(text.slice(at, at + 2));

/** After a joiner the next character belongs to the same cluster (family emoji). */
const joined = (text: string, at: number): boolean => at > 0 && text[at - 1] === '\u200D';

const splits = (text: string, at: number): boolean => continues(text, at) || joined(text, at);

/** Widens a range to whole characters: no half surrogate pair, no letter without its marks. */
export function snapToCharacters(text: string, range: Range): Range {
  let start = Math.max(0, Math.min(range.start, text.length));
  let end = Math.max(start, Math.min(range.end, text.length));
  while (splits(text, start)) start -= 1;
  while (end > start && splits(text, end)) end += 1;
  return { start, end };
}

/** A selection without the white space at its edges; empty where it held nothing else. */
export function trimSelection(text: string, range: Range): Range {
  const { start, end } = snapToCharacters(text, range);
  const inner = text.slice(start, end);
  const left = inner.length - inner.trimStart().length;
  const kept = inner.trim().length;
  return { start: start + left, end: start + left + kept };
}

/** All the sentences a range touches, as one range; the range itself where it touches none. */
export function sentencesOf({ sentences }: Sentences, range: Range): Range {
  const caret = range.start === range.end;
  const touched = sentences.filter((sentence) =>
    caret ? rangeContains(sentence.range, range) : rangesOverlap(sentence.range, range),
  );
  const first = touched[0]?.range;
  const last = touched.at(-1)?.range;
  return first && last ? { start: first.start, end: last.end } : range;
}

/** Words that join others without belonging to them. */
const PARTICLE = /^[的了和与及在等为是把对将]$/;

const NUMBER = /\d[\d,.]*[%‰]?/g;

const LONGEST_TERM = 8;

/** The lines' stretch around an offset: words never cross a paragraph. */
function lineAt(text: string, offset: number): Range {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/**
 * The word a double click selects. The segmenter knows general words only (乡村|振兴, 营|商|环境), so neighbours
 * are joined where this report itself, or `usage` (other reports too), has them mostly together.
 */
export function wordAt(text: string, offset: number, usage: string = text): Range | null {
  const line = lineAt(text, offset);
  const inLine = sliceRange(text, line);
  const at = offset - line.start;
  const number = [...inLine.matchAll(NUMBER)].find(
    ({ 0: digits, index }) => at >= index && at < index + digits.length,
  );
  if (number) return { start: line.start + number.index, end: line.start + number.index + number[0].length };
  const words = [...wordsOf(inLine)];
  const clicked = words.findIndex(({ index, segment }) => at >= index && at < index + segment.length);
  const word = words[clicked];
  if (!word?.isWordLike) return null;
  const term = longestTerm(usage, words, clicked);
  return { start: line.start + term.start, end: line.start + term.end };
}

function longestTerm(usage: string, words: readonly Intl.SegmentData[], clicked: number): Range {
  const word = words[clicked]!;
  let best: Range = { start: word.index, end: word.index + word.segment.length };
  if (PARTICLE.test(word.segment)) return best;
  let bestCount = word.segment.length > 1 ? countOf(usage, word.segment) : 0;
  for (const { range, term } of joinsAround(words, clicked)) {
    if (term === word.segment) continue;
    const count = countOf(usage, term);
    const cohesive = count >= 2 && count >= bestCount * 0.5;
    if (cohesive && rangeContains(range, best)) {
      best = range;
      bestCount = count;
    }
  }
  return best;
}

/** Runs of neighbouring Han words that hold the clicked one, shortest first. */
function joinsAround(
  words: readonly Intl.SegmentData[],
  clicked: number,
): readonly { range: Range; term: string }[] {
  const joins: { range: Range; term: string }[] = [];
  for (let first = clicked; first >= 0 && isTermPart(words[first]); first -= 1) {
    let term = words
      .slice(first, clicked)
      .map(({ segment }) => segment)
      .join('');
    for (let last = clicked; last < words.length && isTermPart(words[last]); last += 1) {
      term += words[last]!.segment;
      if (term.length > LONGEST_TERM) break;
      const start = words[first]!.index;
      joins.push({ range: { start, end: start + term.length }, term });
    }
  }
  return joins.sort((a, b) => a.term.length - b.term.length);
}

const isTermPart = (word: Intl.SegmentData | undefined): boolean =>
  word !== undefined && /^\p{Script=Han}+$/u.test(word.segment) && !PARTICLE.test(word.segment);
