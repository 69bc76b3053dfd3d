import { isSurvey, type Report, type SeriesPoint } from '../../report';
import { endYear } from '../../figures/series/series';
import type { MatrixColumn } from './matrix';

/** Years a report looks back on, single ones only: a sum of five years is no look back on each. */
const reviewed = ({ meta }: Report): readonly number[] => {
  const years = meta.reviews.filter((period) => /^\d{4}$/.test(period)).map(endYear);
  return years.length === 0 && meta.year !== null ? [meta.year - 1] : years;
};

/** A survey or a list of highlights looks back on a year without being the report on it. */
const reportsOn = (reports: readonly Report[]): readonly Report[] =>
  reports.filter(({ meta }) => !isSurvey(meta));

export const columnId = (place: string, year: number): string => `${place}|${String(year)}`;

/** A place of the shelf with the points that belong in its columns. */
export interface PlaceOfMatrix {
  readonly place: string;
  readonly reports: readonly Report[];
  readonly points: readonly SeriesPoint[];
}

/** Which years a place's reports look back on, and which between them no report on the shelf does. */
function coverage(reports: readonly Report[]) {
  const back = new Set(reportsOn(reports).flatMap(reviewed));
  const planned = reports.flatMap(({ meta }) => meta.plans.map(endYear));
  const covered = [...back, ...planned].filter((year) => year > 0);
  const [first, last, latest] = [Math.min(...covered), Math.max(...covered), Math.max(...back)];
  const between = covered.length > 0 ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
  return {
    between,
    isMissing: (year: number): boolean => year >= first && year < latest && !back.has(year),
  };
}

/** Years of a place whose report is not on the shelf, though a later one is. */
export function missingYears(place: string, all: readonly Report[]): readonly number[] {
  const { between, isMissing } = coverage(all.filter(({ meta }) => meta.place === place));
  return between.filter(isMissing);
}

/** Years from the first to the last that reports look back on or plan, and any other year a figure is given for. */
export function columnsOf(source: PlaceOfMatrix, all: readonly Report[]): readonly MatrixColumn[] {
  const { between, isMissing } = coverage(source.reports);
  const years = new Set([...between, ...source.points.map(({ year }) => year)]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const missing = isMissing(year);
      const reports = reportsAt(source.points, year, all);
      return {
        id: columnId(source.place, year),
        place: source.place,
        year,
        reports: reports.map(({ id }) => id),
        caption: missing ? `${String(year + 1)} 年报告未入架` : caption(reports, source.place),
        missing,
      };
    });
}

function reportsAt(points: readonly SeriesPoint[], year: number, all: readonly Report[]): readonly Report[] {
  const ids = new Set(points.filter((point) => point.year === year).map((point) => point.observation.report));
  return all
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => (a.meta.year ?? 0) - (b.meta.year ?? 0) || a.id.localeCompare(b.id));
}

/** Reports of the place by their years; those of another place, or without a year, by their names. */
function caption(reports: readonly Report[], place: string): string {
  const own = reports.filter(({ meta }) => meta.place === place && meta.year !== null);
  const years = [...new Set(own.map(({ meta }) => String(meta.year)))];
  const others = reports.filter((report) => !own.includes(report)).map(nameOf);
  const words = [years.length > 0 ? `${years.join('、')} 年报告` : '', ...others].filter(Boolean);
  return words.length > 0 ? `据 ${words.join('、')}` : '';
}

const nameOf = ({ id, meta }: Report): string =>
  meta.place !== null && meta.year !== null ? `${meta.place} ${String(meta.year)} 年报告` : meta.title || id;
