import type { Caveat } from '../../report';
import { wordsOf } from '../../text';
import type { Finder } from './context';

const PATTERNS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\ufffd+/g, () => '这里有读不出的字，原文件的编码坏了。'],
  [/[\ue000-\uf8ff]+/g, () => '这里用了私有编码的字，别的机器上认不出。'],
  [/锟斤拷|(?:[ÃÂâäåæçèé][\u0080-\u00bf€™œ]{1,2}){2,}/g, () => '这里是乱码，原文件的编码转错过。'],
  [/(?<=[）)])(?:[①-⑳]\d{1,3})+$/gm, (text) => `“${text}”是报纸的排版代码，不是正文。`],
  [/&(?:[a-z]{2,8}|#\d{2,5});/g, (text) => `“${text}”是网页代码，没有转成文字。`],
];

/** Two to four Han written twice running, 一步一步 and 博士博士后 aside; the segmenter tells 基金基金监管 from 连战连战 in 之战连战连胜. */
const DOUBLED_WORD = /([\u4e00-\u9fff]{2,4})\1/g;
/** A Han written twice at the end of a word. */
const DOUBLED_HAN = /([\u4e00-\u9fff]{2})([\u4e00-\u9fff])(?<![一二三四五六七八九])\2(?![\u4e00-\u9fff○〇])/g;
/** Characters on either side that the segmenter sees of a doubtful place. */
const WINDOW = 6;

/** Characters that cannot be meant: lost encodings, private characters, words set twice. */
export const findGarbled: Finder = ({ clean }) => [
  ...PATTERNS.flatMap(([pattern, reason]) =>
    [...clean.matchAll(pattern)].map((match) => caveat(match.index, match[0].length, reason(match[0]))),
  ),
  ...[...clean.matchAll(DOUBLED_WORD)].flatMap(({ index, 0: text, 1: word = '' }) =>
    !/^(.)\1|^[一很]|^博士$/.test(word) && areWords(clean, index, [word, word])
      ? [caveat(index, text.length, `“${word}”连写了两次。`)]
      : [],
  ),
  ...[...clean.matchAll(DOUBLED_HAN)].flatMap(({ index, 1: stem = '', 2: last = '' }) => {
    const word = stem + last;
    const known =
      new RegExp(`${word}(?!${last})`).test(clean) && areWords(clean, index + word.length, [last]);
    return known
      ? [caveat(index, word.length + 1, `“${word}${last}”多了一个“${last}”，别处写作“${word}”。`)]
      : [];
  }),
];

/** Tells whether the text at `index` falls into these words, by the dictionary of the runtime. */
function areWords(clean: string, index: number, words: readonly string[]): boolean {
  const from = Math.max(0, index - WINDOW);
  const segments = [...wordsOf(clean.slice(from, index + words.join('').length + WINDOW))];
  const first = segments.findIndex((segment) => segment.index === index - from);
  return first >= 0 && words.every((word, at) => segments[first + at]?.segment === word);
}

const caveat = (start: number, length: number, reason: string): Caveat => ({
  type: 'garbled',
  range: { start, end: start + length },
  reason,
});
