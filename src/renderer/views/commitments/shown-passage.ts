import { sentencesOf } from '../../../shared/anchor';
import { typeset } from '../../../shared/parse';
import { sliceRange, type Observation, type Range, type Report } from '../../../shared/report';
import { stretchAround } from '../parts/stretch';

/** Width of the words shown of a sentence, em: about three lines of a column. */
const SHOWN = 58;

/** Characters of a clause that still leave room beside it in a row. */
const MOST_OF_CLAUSE = 48;

/** The figure with the unit that follows it, in the clean text. */
const figureOf = ({ clean }: Report, { range, unit }: Observation): Range => ({
  start: range.start,
  end: unit !== '' && clean.startsWith(unit, range.end) ? range.end + unit.length : range.end,
});

export interface Passage {
  /** In the clean text: the figure, or the sentence or clause where there is none. */
  readonly range: Range;
  readonly observation: Observation | null;
  /** Whether the range itself is marked where there is no figure. */
  readonly marked?: boolean | undefined;
}

export interface ShownPassage {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/**
 * Gives as much of a sentence as a row shows, around its figure; …… where it is cut. A figure stands with what it is
 * about: “增长21.2%” alone does not say what grew.
 */
export const shownPassage = (report: Report, { range, observation, marked }: Passage): ShownPassage => {
  const sentence = sentencesOf(report, range);
  const text = typeset(sliceRange(report.clean, sentence)).replaceAll('\n', ' ');
  const bare = marked ? range : { start: sentence.start, end: sentence.start };
  const figure = observation ? figureOf(report, observation) : bare;
  const mark = { start: figure.start - sentence.start, end: figure.end - sentence.start };
  const named = Math.max(0, (observation?.quote.start ?? figure.start) - sentence.start);
  const clause = mark.end - named <= MOST_OF_CLAUSE ? { ...mark, start: Math.min(named, mark.start) } : mark;
  const { start, end } = stretchAround(text, [clause], SHOWN).range;
  const cutBefore = text.slice(0, start).trim() !== '';
  const cutAfter = text.slice(end).trim() !== '';
  return {
    before: `${cutBefore ? '……' : ''}${text.slice(start, mark.start)}`,
    figure: text.slice(mark.start, mark.end),
    after: `${text.slice(mark.end, end)}${cutAfter ? '……' : ''}`,
  };
};
