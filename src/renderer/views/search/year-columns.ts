import type { FacetCount } from '../../../shared/search';

export type YearCount = FacetCount<number | null>;

/** A year on the axis; a year between two others that has no report is drawn as a gap, not as a zero. */
export interface Column {
  readonly year: number;
  readonly count: YearCount | null;
}

/** Every year from the first to the last of the library. */
export const yearColumns = (counts: readonly YearCount[]): readonly Column[] => {
  const known = new Map(counts.map((count) => [count.value, count]));
  const years = counts.flatMap(({ value }) => (value === null ? [] : [value]));
  const first = Math.min(...years);
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => ({
        year: first + at,
        count: known.get(first + at) ?? null,
      }));
};

/** Neighbouring years drawn as one bar. */
export interface Span {
  readonly first: number;
  readonly last: number;
  /** Of all its years together; null where none of them has a report. */
  readonly count: Pick<YearCount, 'exact' | 'near'> | null;
  /** The years of it that have reports. */
  readonly years: readonly number[];
}

const spanOf = (columns: readonly Column[]): Span => {
  const counts = columns.flatMap(({ count }) => count ?? []);
  const sum = (key: 'exact' | 'near'): number => counts.reduce((total, count) => total + count[key], 0);
  return {
    first: columns[0]?.year ?? NaN,
    last: columns.at(-1)?.year ?? NaN,
    count: counts.length === 0 ? null : { exact: sum('exact'), near: sum('near') },
    years: counts.flatMap(({ value }) => value ?? []),
  };
};

/** Years as at most so many spans of one length, but for the first, which may be shorter: the last ends with the newest year. */
export const spansOf = (columns: readonly Column[], most: number): readonly Span[] => {
  const length = Math.max(1, Math.ceil(columns.length / Math.max(1, most)));
  const spans: Span[] = [];
  for (let end = columns.length; end > 0; end -= length)
    spans.unshift(spanOf(columns.slice(Math.max(0, end - length), end)));
  return spans;
};
