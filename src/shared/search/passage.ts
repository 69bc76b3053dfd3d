import type { ParagraphKind, Period, Report, Role, Topic } from '../report';
import { sliceRange } from '../report';

/** What search looks through and lists: one paragraph of a report, with what a result row says about it. */
export interface Passage {
  /** `<report>#<paragraph>`, unique in a library. */
  readonly id: string;
  readonly report: string;
  /** Title of the report. */
  readonly title: string;
  readonly place: string | null;
  readonly year: number | null;
  readonly role: Role;
  readonly period: Period | null;
  readonly topic: Topic;
  /** Heading of the innermost section that has one, without its number; empty before the first. */
  readonly heading: string;
  readonly kind: ParagraphKind;
  /** The paragraph in the clean text. */
  readonly text: string;
  /** Start of `text` in the report's clean text. */
  readonly start: number;
}

/** The paragraphs of a report as passages, in reading order. */
export function passagesOf(report: Report): readonly Passage[] {
  return report.paragraphs.map((paragraph) => {
    const section = report.sections[paragraph.section];
    return {
      id: `${report.id}#${paragraph.index}`,
      report: report.id,
      title: report.meta.title,
      place: report.meta.place,
      year: report.meta.year,
      role: section?.role ?? 'front',
      period: section?.period ?? null,
      topic: section?.topic ?? '其他',
      heading: headingOver(report, paragraph.section),
      kind: paragraph.kind,
      text: sliceRange(report.clean, paragraph.range),
      start: paragraph.range.start,
    };
  });
}

function headingOver(report: Report, section: number): string {
  for (let at: number | null = section; at !== null; at = report.sections[at]?.parent ?? null) {
    const heading = report.sections[at]?.heading;
    if (heading) return heading;
  }
  return '';
}
