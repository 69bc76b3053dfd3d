import { sliceRange, VERDICTS, type Range, type Report, type Topic, type Verdict } from '../report';
import type { Run, TableColumn } from './table';

/** The reports whose promises are listed, and all that may hold a result. */
export interface LedgerReports {
  readonly own: readonly Report[];
  readonly all: readonly Report[];
}

/** A column with a title of the software's own. */
export const labelColumn = (title: string, width: number): TableColumn => ({
  title,
  caption: '',
  width,
  align: 'start',
  face: 'label',
});

/** 完成 4 项，未提及 12 项；报告缺失 17 项（回顾的报告未入架），未列 */
export function countVerdicts(
  verdicts: readonly Verdict[],
  labels: Readonly<Record<Verdict, string>>,
): string {
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  const counted = VERDICTS.filter((verdict) => verdict !== 'report-missing' && count(verdict) > 0).map(
    (verdict) => `${labels[verdict]} ${count(verdict)} 项`,
  );
  const missing = count('report-missing');
  const left = missing > 0 ? [`报告缺失 ${missing} 项（回顾的报告未入架），未列`] : [];
  return [counted.join('，'), ...left].filter((words) => words !== '').join('；');
}

/** Words of a report, the number that is meant in bold: a clause may hold several. */
export function quotedRuns(
  report: Report | undefined,
  words: Range,
  figure: Range | null,
  footnote: number | null,
): readonly Run[] {
  const footnotes = footnote === null ? [] : [footnote];
  const text = sliceRange(report?.clean ?? '', words).trimEnd();
  const at = figure === null ? -1 : figure.start - words.start;
  const end = figure === null ? -1 : figure.end - words.start;
  if (figure === null || at < 0 || end > text.length) return [{ text: text.trim(), footnotes }];
  return [
    { text: text.slice(0, at).trimStart() },
    { text: text.slice(at, end), bold: true },
    { text: text.slice(end), footnotes },
  ];
}

/** The topic of the section a passage stands in, or null. */
export const topicOfPassage = ({ paragraphs, sections }: Report, { start }: Range): Topic | null => {
  const paragraph = paragraphs.find(({ range }) => range.start <= start && start < range.end);
  return (paragraph && sections[paragraph.section]?.topic) ?? null;
};
