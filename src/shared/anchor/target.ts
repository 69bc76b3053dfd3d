import {
  rangeContains,
  sliceRange,
  type AnnotationTarget,
  type Range,
  type Report,
  type TextQuote,
} from '../report';
import { contextAround } from './evidence';
import { occurrences } from '../text';
import { sentencesOf, snapToCharacters, trimSelection } from './snap';

/** What anchoring needs of a report. */
export type AnchoredText = Pick<Report, 'id' | 'clean' | 'sentences'>;

/** Characters of context kept beyond the passage's sentence on each side; more where the passage stands again. */
export const CONTEXT_LENGTH = 64;
const LONGEST_CONTEXT = 512;

/** Another place that agrees with this share of the context could be taken for the passage. */
const LOOKALIKE = 0.5;

/**
 * Describes a passage so that it can be found again in another version of the text. The range is cut to whole
 * characters without white space at its edges; `source` is the SHA-256 of the report's raw text, in hex. Throws a
 * RangeError where no character is left: a note on nothing could not be read again.
 */
export function createTarget(report: AnchoredText, range: Range, source: string): AnnotationTarget {
  const { clean } = report;
  const position = trimSelection(clean, range);
  if (position.start >= position.end) throw new RangeError('A passage needs at least one character.');
  const touched = sentencesOf(report, position);
  const sentence = rangeContains(touched, position) ? touched : position;
  return {
    report: report.id,
    source,
    position,
    quote: distinctQuote(clean, position, sentence),
    sentence: { text: sliceRange(clean, sentence), start: sentence.start },
  };
}

/** Tells whether a quote carries the longest context: its sentence, or what is around it, stood more than once. */
export const standsAgain = ({ prefix, suffix }: TextQuote): boolean =>
  prefix.length >= LONGEST_CONTEXT || suffix.length >= LONGEST_CONTEXT;

/** Some sources repeat whole passages; only a context that reaches beyond the repetition tells them apart. */
function distinctQuote(clean: string, position: Range, sentence: Range): TextQuote {
  const others = occurrences(clean, sliceRange(clean, position)).filter((start) => start !== position.start);
  const whole = sliceRange(clean, sentence);
  const twin = others.some((start) => clean.startsWith(whole, start - (position.start - sentence.start)));
  for (let length = twin ? LONGEST_CONTEXT : CONTEXT_LENGTH; ; length *= 2) {
    const quote = quoteWith(clean, position, sentence, length);
    if (length >= LONGEST_CONTEXT || !others.some((start) => looksLike(clean, quote, start))) return quote;
  }
}

/** The context reaches `length` characters beyond the sentence, or beyond the longest context in a long one. */
function quoteWith(clean: string, position: Range, sentence: Range, length: number): TextQuote {
  const { start, end } = snapToCharacters(clean, {
    start: Math.max(sentence.start, position.start - LONGEST_CONTEXT) - length,
    end: Math.min(sentence.end, position.end + LONGEST_CONTEXT) + length,
  });
  return {
    exact: sliceRange(clean, position),
    prefix: clean.slice(start, position.start),
    suffix: clean.slice(position.end, end),
  };
}

const looksLike = (clean: string, quote: TextQuote, start: number): boolean =>
  contextAround(quote, clean, { start, end: start + quote.exact.length }) >= LOOKALIKE;
