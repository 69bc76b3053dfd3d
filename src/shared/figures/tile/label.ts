import type { Paragraph, Report } from '../../report';
import { sliceRange } from '../../report';

const NUMBER = /[\d０-９]/;
const LABEL_LENGTH = 24;

/**
 * Gives what the neighbourhood of a paragraph calls a number that stands alone in it: the line before, as in an
 * infographic tile, else the line after. Only short lines without a number of their own are labels.
 */
export function labelFor(report: Report, paragraph: Paragraph): string {
  return labelIn(report, paragraph.index - 1) || labelIn(report, paragraph.index + 1);
}

function labelIn(report: Report, index: number): string {
  const neighbour = report.paragraphs[index];
  if (!neighbour || neighbour.kind === 'heading' || neighbour.kind === 'title') return '';
  const text = sliceRange(report.clean, neighbour.range).trim();
  return text.length <= LABEL_LENGTH && !NUMBER.test(text) && !/[。；;]/.test(text) ? text : '';
}
