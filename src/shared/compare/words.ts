import { diffArrays } from 'diff';
import { rangeLength, type Range } from '../report';
import type { ChangedWords } from './comparison';
import { fieldTokens } from './field-words';
import type { Token } from './token';

export const NO_WORDS: ChangedWords = { left: [], right: [] };

/** A stretch of tokens on both sides, equal or replaced. Indices are half-open. */
interface Stretch {
  readonly equal: boolean;
  readonly left: Range;
  readonly right: Range;
}

/** The words that differ between two passages already known to belong together. */
export function diffWords(leftText: string, left: Range, rightText: string, right: Range): ChangedWords {
  const leftTokens = fieldTokens(leftText, left);
  const rightTokens = fieldTokens(rightText, right);
  const stretches = dropIslands(compareTokens(leftTokens, rightTokens), leftTokens);
  return {
    left: changedRanges(stretches, 'left', leftTokens).map((range) => closeMarks(leftText, range)),
    right: changedRanges(stretches, 'right', rightTokens).map((range) => closeMarks(rightText, range)),
  };
}

/** Marks that belong together, opening and closing. */
const MARK_PAIRS = ['“”', '（）', '()', '《》', '‘’'] as const;

/** A change that holds one mark of a pair takes in the other, if that stands right beside it. */
function closeMarks(text: string, { start, end }: Range): Range {
  const held = text.slice(start, end);
  const count = (mark: string): number => held.split(mark).length - 1;
  for (const [open = '', close = ''] of MARK_PAIRS) {
    const surplus = count(open) - count(close);
    if (surplus > 0 && text[end] === close) return { start, end: end + 1 };
    if (surplus < 0 && text[start - 1] === open) return { start: start - 1, end };
  }
  return { start, end };
}

function compareTokens(left: readonly Token[], right: readonly Token[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let l = 0;
  let r = 0;
  for (const { added, removed, count } of diffArrays(
    left.map(({ text }) => text),
    right.map(({ text }) => text),
  )) {
    const equal = !added && !removed;
    const [nextL, nextR] = [added ? l : l + count, removed ? r : r + count];
    const last = stretches.at(-1);
    // A removal and the addition after it are one replacement.
    const from = !equal && last && !last.equal ? stretches.pop() : undefined;
    stretches.push({
      equal,
      left: { start: from?.left.start ?? l, end: nextL },
      right: { start: from?.right.start ?? r, end: nextR },
    });
    [l, r] = [nextL, nextR];
  }
  return stretches;
}

const replaces = (stretch: Stretch | undefined): boolean =>
  stretch !== undefined && !stretch.equal && rangeLength(stretch.left) > 0 && rangeLength(stretch.right) > 0;

/** One common character between two replacements (的, 和, 新) is chance, and would litter the page with marks. */
function dropIslands(stretches: readonly Stretch[], tokens: readonly Token[]): readonly Stretch[] {
  return stretches.map((stretch, index) => {
    const token = tokens[stretch.left.start];
    const chance = rangeLength(stretch.left) === 1 && token?.text.length === 1 && !token.number;
    const between = replaces(stretches[index - 1]) && replaces(stretches[index + 1]);
    return stretch.equal && chance && between ? { ...stretch, equal: false } : stretch;
  });
}

/** Neighbouring changes become one range, the punctuation between them included. */
function changedRanges(
  stretches: readonly Stretch[],
  side: 'left' | 'right',
  tokens: readonly Token[],
): readonly Range[] {
  const ranges: Range[] = [];
  let open = false;
  for (const stretch of stretches) {
    const { start, end } = stretch[side];
    const [first, last] = [tokens[start], tokens[end - 1]];
    if (stretch.equal) open = false;
    else if (start < end && first && last) {
      const from = open ? ranges.pop()?.start : undefined;
      ranges.push({ start: from ?? first.range.start, end: last.range.end });
      open = true;
    }
  }
  return ranges;
}
