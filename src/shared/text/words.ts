/** Made on first use: loading the dictionary takes longer than reading a report. */
let segmenter: Intl.Segmenter | undefined;

/** Splits a text into words by the dictionary of the runtime; offsets count from the start of the text. */
export const wordsOf = (text: string): Iterable<Intl.SegmentData> =>
  (segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(text);
