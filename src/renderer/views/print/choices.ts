import { localDay } from '../../../shared/exchange';
import { TOPICS, type Report, type Role, type Topic } from '../../../shared/report';
import { STAGES, type Stage } from '../../state/compare/compare';

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

/** Today in the reader's own time, ISO 8601. */
export const today = (): string => localDay(new Date());
