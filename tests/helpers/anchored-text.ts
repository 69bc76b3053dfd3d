import type { AnchoredText } from '../../src/shared/anchor';
import type { Sentence } from '../../src/shared/report';

/** A text with its sentences, for tests that edit texts in ways no parser would produce. */
export function anchoredText(id: string, clean: string): AnchoredText {
  const sentences: Sentence[] = [];
  for (const { 0: text, index } of clean.matchAll(/[^。！？\n]+[。！？]*/g)) {
    sentences.push({
      index: sentences.length,
      paragraph: 0,
      range: { start: index, end: index + text.length },
    });
  }
  return { id, clean, sentences };
}
