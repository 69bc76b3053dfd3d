import type { Paragraph, Report } from '../report';

const REVIEW = new Set(['review', 'five-year', 'front']);

/** Whether a paragraph stands where a report looks back, and not in its plan (补助标准由35元提高到40元). */
export const isReview = ({ sections }: Report, paragraph: Paragraph): boolean =>
  REVIEW.has(sections[paragraph.section]?.role ?? '');

/** The paragraph an offset in the clean text stands in. */
export function paragraphAt({ paragraphs }: Report, at: number): Paragraph | undefined {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.range.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low];
}
