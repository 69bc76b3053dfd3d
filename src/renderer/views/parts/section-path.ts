import { typeset } from '../../../shared/parse';
import type { Report } from '../../../shared/report';

/** Gives the headings over a clean offset, outermost first; empty where none stands over it. */
export const sectionPath = (report: Report, at: number): string => {
  const paragraph = report.paragraphs.find(({ range }) => range.start <= at && at < range.end);
  const path: string[] = [];
  for (
    let section = paragraph && report.sections[paragraph.section];
    section;
    section = section.parent === null ? undefined : report.sections[section.parent]
  )
    if (section.heading) path.unshift(typeset(section.heading));
  return path.join(' › ');
};
