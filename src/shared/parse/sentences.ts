import type { Range } from '../report';

const END = /[。！？!?]+(?:……|…)?[”’」』）)】》"]*|……[”’」』）)】》"]*$/g;

/** Sentences of one paragraph that starts at `offset` of the clean text; together they cover it wholly. */
export function splitSentences(text: string, offset: number): Range[] {
  const ends = [...text.matchAll(END)].map((match) => match.index + match[0].length);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends.map((end, index) => ({
    start: offset + (index ? (ends[index - 1] as number) : 0),
    end: offset + end,
  }));
}
