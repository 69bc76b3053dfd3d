import { sectionsOver, type Report } from '../report';

/** A report as printed: 周口市 2023; its title, then its id, where place or year are unknown. */
export function nameReport({ id, meta }: Report): string {
  if (meta.place !== null && meta.year !== null) return `${meta.place} ${meta.year}`;
  return meta.title || id;
}

/** The nearest heading above a passage with its printed number: 3.大力发展临港物流. */
export function nameSection(report: Report, index: number): string {
  const section = sectionsOver(report, report.sections[index]).findLast(({ heading }) => heading !== '');
  if (section === undefined) return '';
  const number = section.number ?? '';
  return /[\d一二三四五六七八九十]$/.test(number) ? `${number} ${section.heading}` : number + section.heading;
}

/** A passage's place for a pointer: 民生保障 · 1.全力稳定扩大就业. */
export function namePlace(report: Report, index: number): string {
  const section = report.sections[index];
  return [section?.topic ?? '', nameSection(report, index)].filter((part) => part !== '').join(' · ');
}

/** 2026-11-20 -> 2026年11月20日. An ISO date or date-time; anything else is printed as it is. */
export function nameDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日` : iso;
}
