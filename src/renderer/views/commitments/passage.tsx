import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { sentencesOf } from '../../../shared/anchor';
import { sectionPath, sliceRange, type Observation, type Range, type Report } from '../../../shared/report';
import { stretchAround } from '../parts/stretch';

/** Width of the words shown of a sentence, em: about three lines of a column. */
const SHOWN = 58;

/** The figure with the unit that follows it, in the clean text. */
const figureOf = ({ clean }: Report, { range, unit }: Observation): Range => ({
  start: range.start,
  end: unit !== '' && clean.startsWith(unit, range.end) ? range.end + unit.length : range.end,
});

interface Shown {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/** As much of the sentence as a row shows, around its figure; …… where it is cut. */
const shownOf = (
  report: Report,
  { range, observation, marked }: Pick<PassageProps, 'range' | 'observation' | 'marked'>,
): Shown => {
  const sentence = sentencesOf(report, range);
  const text = typeset(sliceRange(report.clean, sentence)).replaceAll('\n', ' ');
  const bare = marked ? range : { start: sentence.start, end: sentence.start };
  const figure = observation ? figureOf(report, observation) : bare;
  const mark = { start: figure.start - sentence.start, end: figure.end - sentence.start };
  const { start, end } = stretchAround(text, [mark], SHOWN).range;
  const cutBefore = text.slice(0, start).trim() !== '';
  const cutAfter = text.slice(end).trim() !== '';
  return {
    before: `${cutBefore ? '……' : ''}${text.slice(start, mark.start)}`,
    figure: text.slice(mark.start, mark.end),
    after: `${text.slice(mark.end, end)}${cutAfter ? '……' : ''}`,
  };
};

interface PassageProps {
  readonly report: Report;
  /** In the clean text: the figure, or the sentence or clause where there is none. */
  readonly range: Range;
  readonly observation: Observation | null;
  /** Whether the range itself is marked where there is no figure. */
  readonly marked?: boolean;
  readonly kind: Observation['kind'];
  /** 周口市 2022. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** A sentence of a report with its figure marked and where it stands; it opens there. */
export function CommitmentPassage({
  report,
  range,
  observation,
  marked = false,
  kind,
  name,
  onOpen,
}: PassageProps): ReactNode {
  const { before, figure, after } = shownOf(report, { range, observation, marked });
  const section = sectionPath(report, range.start).split(' › ').at(-1);
  return (
    <button className="commitment-passage" data-cell={kind} onClick={onOpen}>
      <span className={`mark ${observation?.doubt ? 'doubt' : kind}`} aria-hidden="true" />
      <span>
        <span className="commitment-words">
          {before}
          <strong className="commitment-figure">{figure}</strong>
          {after}
        </span>
        <span className="caption">
          {observation?.doubt && '存疑 · '}
          {name}
          {section && ` · ${section}`}
        </span>
      </span>
    </button>
  );
}
