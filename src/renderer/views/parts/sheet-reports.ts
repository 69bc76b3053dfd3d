import type { CatalogEntry } from '../../../shared/report';

/** So many reports stand side by side on a sheet. */
const MOST = 4;

/**
 * The reports of a sheet that shows passages of these, in their order. A sheet sets at least two side by side: beside a
 * single one stands the latest of another year, of its own place where there is one.
 */
export const sheetReports = (ids: readonly string[], entries: readonly CatalogEntry[]): readonly string[] => {
  const known = [...new Set(ids)].flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const [only, another] = known;
  if (!only || another) return known.slice(0, MOST).map(({ id }) => id);
  const others = entries
    .filter(({ year }) => year !== only.year)
    .toSorted((a, b) => Number(b.place === only.place) - Number(a.place === only.place) || b.year - a.year);
  return [only, ...others.slice(0, 1)].map(({ id }) => id);
};
