import type { CatalogEntry, Report } from '../../../shared/report';
import { shortName } from '../../state/library/library';

/** A report whose wording is looked at. */
export interface Source {
  readonly entry: CatalogEntry;
  readonly report: Report;
}

/** A column of counts: a report, or a year between two of them that has none on the shelf. */
export interface CountColumn {
  readonly label: string;
  /** Index into the sources; null where the report is missing (缺). */
  readonly source: number | null;
}

/** More years than this are not drawn one by one: the missing ones would crowd out the counts. */
const MOST_COLUMNS = 8;

const byYears = (sources: readonly Source[]): boolean => {
  const years = sources.map(({ entry }) => entry.year);
  return new Set(sources.map(({ entry }) => entry.place)).size === 1 && new Set(years).size === years.length;
};

/** Gives what tells the sources apart: the year, or place and year where places differ. */
export const sourceTags = (sources: readonly Source[]): readonly string[] =>
  sources.map(({ entry }) => (byYears(sources) ? String(entry.year) : shortName(entry)));

/** Sources in order, with the missing years between those of one place. */
export function countColumns(sources: readonly Source[]): readonly CountColumn[] {
  const tags = sourceTags(sources);
  const plain = tags.map((label, source) => ({ label, source }));
  const first = sources[0]?.entry.year ?? 0;
  const last = sources.at(-1)?.entry.year ?? 0;
  if (!byYears(sources) || last - first >= MOST_COLUMNS) return plain;
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const source = sources.findIndex(({ entry }) => entry.year === first + step);
    return { label: String(first + step), source: source < 0 ? null : source };
  });
}

/** 2022、2023: sources before the last, for the words under the heads. */
const earlier = (sources: readonly Source[]): readonly string[] => sourceTags(sources).slice(0, -1);

const suffix = (sources: readonly Source[]): string => (byYears(sources) ? ' 年' : ' ');

/** 2025 年有，2022、2023 年没有. */
export const freshWords = (sources: readonly Source[]): string => {
  const year = suffix(sources);
  return `${sourceTags(sources).at(-1) ?? ''}${year}有，${earlier(sources).join('、')}${year}没有`;
};

/** 2022 或 2023 年有，2025 年没有. */
export const droppedWords = (sources: readonly Source[]): string => {
  const year = suffix(sources);
  return `${earlier(sources).join(' 或 ')}${year}有，${sourceTags(sources).at(-1) ?? ''}${year}没有`;
};

/** 周口市 2022、2023、2025 年报告　缺 2024 年. */
export function sourcesWords(sources: readonly Source[]): string {
  if (!byYears(sources)) return sources.map(({ entry }) => shortName(entry)).join('、');
  const missing = countColumns(sources).flatMap(({ label, source }) => (source === null ? [label] : []));
  const lack = missing.length > 0 ? `　缺 ${missing.join('、')} 年` : '';
  return `${sources[0]?.entry.place ?? ''} ${sourceTags(sources).join('、')} 年报告${lack}`;
}
