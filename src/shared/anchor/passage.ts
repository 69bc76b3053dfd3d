import type { AnnotationTarget } from '../report';
import { shadowText } from './shadow';

/** A target as it is compared: everything in shadow characters. */
export interface SoughtPassage {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The sentence's words before and after the quote, or null where the target does not tell its sentence. */
  readonly sentence: { readonly head: string; readonly tail: string } | null;
}

export function passageOf({ quote, position, sentence }: AnnotationTarget): SoughtPassage {
  const at = position.start - sentence.start;
  const holdsQuote = at >= 0 && sentence.text.startsWith(quote.exact, at);
  return {
    quote: shadowText(quote.exact),
    prefix: shadowText(quote.prefix),
    suffix: shadowText(quote.suffix),
    sentence: holdsQuote
      ? {
          head: shadowText(sentence.text.slice(0, at)),
          tail: shadowText(sentence.text.slice(at + quote.exact.length)),
        }
      : null,
  };
}
