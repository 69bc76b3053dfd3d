import { diffArrays, diffChars } from 'diff';
import { parseReport } from '../parse';

/** One place where two texts of a report differ, with the words around it that both have. */
export interface TextDifference {
  readonly before: string;
  readonly one: string;
  readonly other: string;
  readonly after: string;
}

/** Characters of the words around a place. */
const AROUND = 16;
/** A stretch of which more than so many characters differ is shown whole: it was written anew. */
const MOST_EDITS = 400;

/** Takes white space out of a text: wrapping is no difference. */
const compact = (text: string): string => text.replace(/[\s\u200b\ufeff]/g, '');

/** Gives a source text's paragraphs without white space, page marks and running heads left out. */
export const comparedParagraphs = (raw: string): readonly string[] => {
  const { clean, paragraphs } = parseReport({ id: '', raw });
  return paragraphs.map(({ range }) => compact(clean.slice(range.start, range.end)));
};

type Change = Readonly<Record<'one' | 'other', string>>;

/** Parts what differs from what is the same; of two neighbours one side may be empty. */
const changesOf = (one: string, other: string): readonly (Change | string)[] => {
  const edits = diffChars(one, other, { maxEditLength: MOST_EDITS });
  if (!edits) return [{ one, other }];
  const parts: (Change | string)[] = [];
  for (const { added, removed, value } of edits) {
    const last = parts.at(-1);
    const isOpen = typeof last === 'object';
    if (!added && !removed) parts.push(value);
    else if (isOpen)
      parts[parts.length - 1] = added
        ? { ...last, other: last.other + value }
        : { ...last, one: last.one + value };
    else parts.push(added ? { one: '', other: value } : { one: value, other: '' });
  }
  return parts;
};

const placesIn = (
  one: string,
  other: string,
  [lead, tail]: readonly [string, string],
): readonly TextDifference[] => {
  const parts = changesOf(one, other);
  const around = (at: number, otherwise: string): string => {
    const part = parts[at];
    return typeof part === 'string' ? part : otherwise;
  };
  return parts.flatMap((part, at) =>
    typeof part === 'string'
      ? []
      : [
          {
            before: around(at - 1, lead).slice(-AROUND),
            ...part,
            after: around(at + 1, tail).slice(0, AROUND),
          },
        ],
  );
};

/** Gives every place where two lists of paragraphs differ, in reading order; where they are only parted otherwise there is none. */
export const differencesBetween = (
  first: readonly string[],
  second: readonly string[],
): readonly TextDifference[] => {
  const places: TextDifference[] = [];
  let gap = { one: '', other: '' };
  let lead = '';
  const close = (tail: string): void => {
    if (gap.one !== gap.other) places.push(...placesIn(gap.one, gap.other, [lead, tail]));
    gap = { one: '', other: '' };
  };
  for (const { added, removed, value } of diffArrays([...first], [...second])) {
    const text = value.join('');
    if (removed) gap = { ...gap, one: gap.one + text };
    else if (added) gap = { ...gap, other: gap.other + text };
    else {
      close(value[0] ?? '');
      lead = value.at(-1) ?? '';
    }
  }
  close('');
  return places;
};

/** Gives every place where two source texts differ. */
export const differencesOf = (one: string, other: string): readonly TextDifference[] =>
  differencesBetween(comparedParagraphs(one), comparedParagraphs(other));
