import { TOPICS, type Report, type Role, type Topic } from '../../../shared/report';
import { STAGES, type Stage } from '../../state/compare/compare';

/** What goes on the sheet of these reports; how the sheet is set is a preference and outlives it. */
export interface PrintChoices {
  readonly stages: readonly Stage['id'][];
  /** Null for all that there are. */
  readonly topics: readonly Topic[] | null;
  /** Ids of charts; null for the richest. */
  readonly charts: readonly string[] | null;
  /** Ids of notes; null for all on these reports. */
  readonly notes: readonly string[] | null;
}

/** With the value where it was missing, without it where it was there. */
export const toggled = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((item) => item !== value) : [...list, value];

export const rolesOf = (stages: readonly Stage['id'][]): readonly Role[] =>
  STAGES.filter(({ id }) => stages.includes(id)).flatMap(({ roles }) => roles);

/** Topics any of the reports has, in the fixed order. */
export const topicsOf = (reports: readonly Report[]): readonly Topic[] =>
  TOPICS.filter((topic) =>
    reports.some(({ sections }) => sections.some((section) => section.topic === topic)),
  );
