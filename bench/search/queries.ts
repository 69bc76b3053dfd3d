import type { Random } from './random';
import { pick, whole } from './random';

const LENGTHS = [2, 2, 3, 4, 4, 4, 6, 8];
const KINDS = ['wrong', 'missing', 'extra', 'swapped'] as const;
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿]/;

/** Phrases that stand in the library, of the lengths people type. */
export function phrases(shadows: readonly string[], count: number, random: Random): readonly string[] {
  const found = new Set<string>();
  while (found.size < count) {
    const shadow = pick(random, shadows);
    const length = LENGTHS[found.size % LENGTHS.length] ?? 4;
    const at = whole(random, shadow.length);
    const phrase = shadow.slice(at, at + length);
    if (phrase.length === length && /^\p{Script=Han}+$/u.test(phrase)) found.add(phrase);
  }
  return [...found];
}

/** The phrases of four characters or more, each with one slip; without numerals, so that the truth is plain. */
export function slips(source: readonly string[], random: Random): readonly string[] {
  const characters = [...new Set(source.join(''))].filter((char) => !NUMERALS.test(char));
  return source
    .filter((phrase) => phrase.length >= 4 && !NUMERALS.test(phrase))
    .map((phrase, index) =>
      slip(
        phrase,
        KINDS[index % KINDS.length] ?? 'wrong',
        whole(random, phrase.length),
        pick(random, characters),
      ),
    )
    .filter((phrase) => phrase.length >= 4);
}

function slip(phrase: string, kind: (typeof KINDS)[number], at: number, other: string): string {
  const [head, tail] = [phrase.slice(0, at), phrase.slice(at + 1)];
  switch (kind) {
    case 'wrong':
      return head + other + tail;
    case 'missing':
      return head + tail;
    case 'extra':
      return phrase.slice(0, at) + other + phrase.slice(at);
    case 'swapped':
      return at === 0
        ? phrase.charAt(1) + phrase.charAt(0) + phrase.slice(2)
        : phrase.slice(0, at - 1) + phrase.charAt(at) + phrase.charAt(at - 1) + tail;
  }
}
