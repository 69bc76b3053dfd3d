import { resolveTarget } from '../anchor';
import { parseReport } from '../parse';
import { sectionPath, type AnnotationTarget, type CatalogEntry, type Report } from '../report';

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
  return {
    name,
    title: report.meta.title,
    place: report.meta.place,
    year: report.meta.year,
    sectionPath: (target) => {
      const place = resolveTarget(report, target);
      return place.state === 'unsure' ? '' : sectionPath(report, place.range.start);
    },
  };
}
