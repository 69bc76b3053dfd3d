import { characterCount, sliceRange, type Paragraph, type Report, type Role } from '../../report';

/** The part of a report that is looked at. */
export interface Extent {
  readonly report: Report;
  readonly paragraphs: readonly Paragraph[];
  /** 字数 of these paragraphs, the base of the rates. */
  readonly characters: number;
}

/** The paragraphs of these roles; all of them where none is named. */
export function takeExtent(report: Report, roles: readonly Role[] | undefined): Extent {
  const inRoles = ({ section }: Paragraph): boolean => {
    const role = report.sections[section]?.role;
    return roles === undefined || (role !== undefined && roles.includes(role));
  };
  const paragraphs = report.paragraphs.filter(inRoles);
  const characters = paragraphs.reduce(
    (sum, { range }) => sum + characterCount(sliceRange(report.clean, range)),
    0,
  );
  return { report, paragraphs, characters };
}
