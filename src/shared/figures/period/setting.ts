import type { ObservationKind, Paragraph, Period, Report, ReportMeta, Role, Section } from '../../report';
import { planYears } from './plan-years';

/** What a section says of every number in it, before the sentence's own words. */
export interface Setting {
  readonly kind: ObservationKind;
  readonly period: Period;
  readonly role: Role;
  /** Last year looked back on; targets begin the year after. */
  readonly reviewYear: number;
}

const TARGET_ROLES: ReadonlySet<Role> = new Set<Role>([
  'targets',
  'plan',
  'livelihood',
  'requirements',
  'principles',
]);

const single = (year: number): Period => (year > 0 ? String(year) : '');
const firstYear = (period: Period): number => Number(period.slice(0, 4));
const lastYear = (period: Period): number =>
  Number(period.length === 9 ? period.slice(5) : period.slice(0, 4));

/** The last year the report looks back on: as it says, within reason, or the year before it was delivered. */
export function reviewYearOf({ year, reviews, plans }: ReportMeta): number {
  const known = Math.max(...reviews.map(lastYear).filter(Number.isFinite), 0);
  if (year !== null && (known < year - 2 || known > year)) return year - 1;
  if (known > 0) return known;
  const planned = Math.min(...plans.map(firstYear).filter(Number.isFinite), Infinity);
  return Number.isFinite(planned) ? planned - 1 : 0;
}

const PLAN_HEADING = /“?([一二三]?十[一二三四五]五)”?(?:时期|期间|以来|五年)/;

/** A heading that names a five-year plan says the years of all under it (“十一五”期间经济社会发展取得重大成就). */
function headingPeriod(sections: readonly Section[], section: Section | undefined): Period | null {
  for (let one = section; one !== undefined; one = one.parent === null ? undefined : sections[one.parent]) {
    const name = PLAN_HEADING.exec(one.heading)?.[1];
    const years = name === undefined ? null : planYears(name);
    if (years) return `${String(years[0])}-${String(years[1])}`;
    if (/\d{4}年/.test(one.heading)) return null;
  }
  return null;
}

/** Nothing is planned for a year gone by: a section taken for the plan of one looks back on it. */
const isPlan = (role: Role, period: Period | null, reviewYear: number): boolean =>
  TARGET_ROLES.has(role) && (period === null || reviewYear === 0 || lastYear(period) > reviewYear);

function resultPeriod(role: Role, meta: ReportMeta, reviewYear: number): Period {
  const span = meta.reviews.find(
    (period) => /^\d{4}-\d{4}$/.test(period) && lastYear(period) >= reviewYear - 1,
  );
  if (role === 'five-year') return span ?? `${String(reviewYear - 4)}-${String(reviewYear)}`;
  return meta.reviews.find((period) => period === String(reviewYear)) ?? single(reviewYear);
}

const OUTGOING = /过去(?:的)?五年(?:的)?(?:政府)?(?:工作|回顾)|本届政府[^。]{0,20}任期/;
const OPENING_LENGTH = 1200;

/** A report without headings before its plan looks back in its front matter; an outgoing government does so over five years. */
function roleOf({ clean, meta }: Report, section: Section | undefined): Role {
  const role = section?.role ?? 'front';
  if (role !== 'front' || !section || meta.reviews.length > 0) return role;
  const { start, end } = section.range;
  return OUTGOING.test(clean.slice(start, Math.min(end, start + OPENING_LENGTH))) ? 'five-year' : role;
}

function bulletinSetting({ meta }: Report, role: Role, reviewYear: number): Setting {
  const told = Number(/(\d{4})年/.exec(meta.title.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? reviewYear);
  return { kind: 'result', period: single(told), role, reviewYear: told };
}

/** A statistical bulletin tells results only, whatever its headings. */
const STATISTICS = /统计公报/;

/** The setting of one section; an unknown year gives an empty period, never a guess. */
export function settingOf(report: Report, section: Section | undefined, reviewYear: number): Setting {
  const role = section?.role ?? 'front';
  if (STATISTICS.test(report.meta.title)) return bulletinSetting(report, role, reviewYear);
  const stated = headingPeriod(report.sections, section) ?? section?.period ?? null;
  if (isPlan(role, stated, reviewYear)) {
    const planned = report.meta.plans.find((period) => firstYear(period) > reviewYear);
    return {
      kind: 'target',
      period: stated ?? planned ?? single(reviewYear > 0 ? reviewYear + 1 : 0),
      role,
      reviewYear,
    };
  }
  return {
    kind: 'result',
    period: stated ?? resultPeriod(roleOf(report, section), report.meta, reviewYear),
    role,
    reviewYear,
  };
}

/** 刚刚过去的2017年, 2016年: how a paragraph of a five-year review says that it speaks of one year. */
const ONE_YEAR = /^\s*(?:——)?(?:在?刚刚|刚)?(?:过去的)?(?:一年)?[（(]?(\d{4})\s*年[，,]/;
const HEAD_LENGTH = 24;

/** The setting of a paragraph: its section's, narrowed to the one year its first words name. */
export function settingIn(report: Report, { range }: Paragraph, setting: Setting): Setting {
  if (setting.kind !== 'result' || !/^\d{4}-\d{4}$/.test(setting.period)) return setting;
  const year = ONE_YEAR.exec(report.clean.slice(range.start, range.start + HEAD_LENGTH))?.[1];
  const [first = '', last = ''] = setting.period.split('-');
  return year !== undefined && first <= year && year <= last ? { ...setting, period: year } : setting;
}
