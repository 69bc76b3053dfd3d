import { paragraphAt, type Observation, type Paragraph, type Report } from '../report';

const REVIEW = new Set(['review', 'five-year', 'front']);

/** Tells whether a paragraph stands where a report looks back, and not in its plan (补助标准由35元提高到40元). */
export const isReview = ({ sections }: Report, paragraph: Paragraph): boolean =>
  REVIEW.has(sections[paragraph.section]?.role ?? '');

const BACK = /(?:刚刚)?过去的?一年|刚刚过去的|(?<!今后|未来)一年来|(?:^|[。；])去年|上一年，/g;
const AHEAD = /今年|明年|预期目标|[要将]|力争|确保|计划|到\d{4}年/;

/** Tells whether a plan looks back for a while (过去一年，…生产总值增长10.3%…) where a number stands: it tells a result. */
export const isToldBack = (report: Report, { range }: Observation): boolean =>
  isToldBackAt(report, range.start);

/** The same of an offset in the clean text. */
export function isToldBackAt(report: Report, at: number): boolean {
  const start = paragraphAt(report, at)?.range.start ?? at;
  const before = report.clean.slice(start, at);
  const last = [...before.matchAll(BACK)].at(-1);
  return last !== undefined && !AHEAD.test(before.slice(last.index + last[0].length));
}
