import { resolveTarget } from '../anchor';
import { parseReport, typeset } from '../parse';
import type { AnnotationTarget, CatalogEntry, Report } from '../report';

/** What an export says of a report besides the quotes. */
export interface ReportFacts {
  /** 周口市 2025: how the interface calls it. */
  readonly name: string;
  readonly title: string;
  readonly place: string | null;
  readonly year: number | null;
  /** Headings over a passage, outermost first, joined by ` › `; empty where its place is not certain. */
  readonly sectionPath: (target: AnnotationTarget) => string;
}

/** Facts by report id, or null for a report that is not at hand: its notes are exported with the id alone. */
export type DescribeReport = (id: string) => ReportFacts | null;

/** What is needed of a report for its facts. */
export type DescribedReport = Pick<Report, 'id' | 'meta' | 'clean' | 'sentences' | 'paragraphs' | 'sections'>;

/** For who has no reports at hand. */
export const UNDESCRIBED: DescribeReport = () => null;

/** A report of the catalogue with its text, for who has nothing but files. */
export const describedReport = (entry: CatalogEntry, raw: string): DescribedReport =>
  parseReport({ id: entry.id, raw }, entry);

/** Index of the innermost section at an offset of the clean text. */
function sectionAt({ paragraphs }: Pick<Report, 'paragraphs'>, at: number): number | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (paragraphs[middle]!.range.start <= at) low = middle;
    else high = middle - 1;
  }
  return paragraphs[low]?.section ?? null;
}

function pathOf({ sections }: Pick<Report, 'sections'>, innermost: number | null): string {
  const path: string[] = [];
  for (let index = innermost; index !== null; index = sections[index]?.parent ?? null) {
    const heading = sections[index]?.heading;
    if (heading) path.unshift(typeset(heading));
  }
  return path.join(' › ');
}

/** Headings over an offset of the clean text, outermost first. */
export const headingsOver = (report: Pick<Report, 'paragraphs' | 'sections'>, at: number): string =>
  pathOf(report, sectionAt(report, at));

/** Facts of reports that are open; `nameOf` says how the interface calls one. */
export function describeReports(
  reports: readonly DescribedReport[],
  nameOf: (report: DescribedReport) => string = defaultName,
): DescribeReport {
  const facts = new Map(reports.map((report) => [report.id, factsOf(report, nameOf(report))]));
  return (id) => facts.get(id) ?? null;
}

const defaultName = ({ id, meta: { place, year, title } }: DescribedReport): string =>
  place !== null && year !== null ? `${place} ${year}` : title || id;

function factsOf(report: DescribedReport, name: string): ReportFacts {
  const paths = new Map<number | null, string>();
  return {
    name,
    title: report.meta.title,
    place: report.meta.place,
    year: report.meta.year,
    sectionPath: (target) => {
      const place = resolveTarget(report, target);
      if (place.state === 'unsure') return '';
      const section = sectionAt(report, place.range.start);
      const path = paths.get(section) ?? pathOf(report, section);
      paths.set(section, path);
      return path;
    },
  };
}
