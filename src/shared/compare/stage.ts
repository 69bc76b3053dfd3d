import { rangeLength, type Report, type Role, type Section } from '../report';

/** The parts of a report as its blocks are told apart: reports cut requirements and plans differently. */
export const STAGES: Readonly<Record<Role, Role>> = {
  front: 'front',
  review: 'review',
  'five-year': 'five-year',
  requirements: 'requirements',
  principles: 'requirements',
  targets: 'requirements',
  plan: 'plan',
  livelihood: 'plan',
  closing: 'closing',
  credits: 'credits',
};

/** What a passage speaks of: what was done in a year or in a span of years, what will be, or neither. */
export type Tense = 'past' | 'span' | 'future' | 'other';

const TENSES: Readonly<Record<Role, Tense>> = {
  front: 'other',
  review: 'past',
  'five-year': 'span',
  requirements: 'future',
  principles: 'future',
  targets: 'future',
  plan: 'future',
  livelihood: 'future',
  closing: 'future',
  credits: 'other',
};

/**
 * The tense of a section. Only tense keeps passages apart, for one heading says more than another: ‘目标任务和重点工作’
 * holds requirements and plans, ‘“十三五”时期和2024年工作回顾’ a year and five years. A period that lies before the
 * report's year is past whatever its heading was taken for.
 */
function tenseOf({ meta }: Report, { role, period }: Section): Tense {
  const year = Number(/\d{4}$/.exec(period ?? '')?.[0] ?? Infinity);
  const before = TENSES[role] === 'future' && role !== 'closing' && meta.year !== null && year < meta.year;
  return before ? 'past' : TENSES[role];
}

/** Longer text before the first heading is no greeting: a review without a heading of its own. In characters. */
const GREETING = 1000;

/** The tenses of all sections; in a report without a review of its own what stands before the first heading is that. */
export function tensesOf(report: Report): readonly Tense[] {
  const tenses = report.sections.map((section) => tenseOf(report, section));
  if (tenses.includes('past') || tenses.includes('span')) return tenses;
  return report.sections.map(({ role, range }, at) =>
    role === 'front' && rangeLength(range) >= GREETING ? 'past' : (tenses[at] ?? 'other'),
  );
}

/**
 * The tenses of two reports that are compared. A span of years stands apart where both reports look back on a year as
 * well; where one has only the span, its heading says less and it is the past.
 */
export function sharedTenses(
  left: readonly Tense[],
  right: readonly Tense[],
): readonly [readonly Tense[], readonly Tense[]] {
  if (left.includes('past') && right.includes('past')) return [left, right];
  const one = (tenses: readonly Tense[]): readonly Tense[] =>
    tenses.map((tense) => (tense === 'span' ? 'past' : tense));
  return [one(left), one(right)];
}
