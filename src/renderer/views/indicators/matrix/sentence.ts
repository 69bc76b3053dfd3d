import { typeset } from '../../../../shared/parse';
import { rangeContains, type Observation, type Range, type Report } from '../../../../shared/report';

/** A sentence as shown under the table, with the figure's place in it. */
export interface ShownSentence {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/** Characters before the figure's clause; a long sentence begins there. */
const LEAD = 24;
const CUT = '……';

/** The sentence that states an observation, from near the figure on where it is long. */
export function sentenceOf(report: Report, { range, quote, unit }: Observation): ShownSentence {
  const whole: Range =
    report.sentences.find((sentence) => rangeContains(sentence.range, range))?.range ?? quote;
  const from = Math.max(whole.start, Math.min(quote.start, range.start) - LEAD);
  const end = figureEnd(report, range, unit);
  // Set as a whole, so that marks at the seams are set by their surroundings; setting moves no character.
  const text = typeset(report.clean.slice(whole.start, whole.end));
  const part = (start: number, stop: number): string => text.slice(start - whole.start, stop - whole.start);
  return {
    before: `${from > whole.start ? CUT : ''}${part(from, range.start)}`,
    figure: part(range.start, end),
    after: part(end, whole.end),
  };
}

/** The figure with its unit, where the unit follows it. */
const figureEnd = ({ clean }: Report, { end }: Range, unit: string): number => {
  const spaces = /^\s*/.exec(clean.slice(end, end + 4))?.[0].length ?? 0;
  return clean.startsWith(unit, end + spaces) ? end + spaces + unit.length : end;
};
