import type { Report } from '../report';
import { endYear } from '../figures/series/series';

/** Tells whether a report of the same place looks back on a year aimed at. */
export function lookingBackOn({ meta }: Report, source: Report, year: number): boolean {
  if (meta.place !== source.meta.place || meta.place === null) return false;
  return (
    meta.reviews.some((period) => endYear(period) === year) ||
    (meta.reviews.length === 0 && meta.year === year + 1)
  );
}
