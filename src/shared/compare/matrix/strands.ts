import type { Measure, Series, SeriesPoint, Topic } from '../../report';
import { indicatorNamed } from '../../structure/indicator/lookup';
import { sameDimension, unitValue } from '../../structure/unit/convert';
import { inUnit, isPrintable } from './figures';

/** A point with the place in whose columns it stands. */
export interface Placed {
  readonly point: SeriesPoint;
  readonly place: string;
}

/** Points that make up one row before it is written out. */
export interface Strand {
  readonly id: string;
  readonly indicator: string;
  readonly topic: Topic;
  readonly measure: Measure;
  /** A part of the place (中心城区), a company or a site; empty where the figure is of the place itself. */
  readonly subPlace: string;
  /** `5年` where the figures are sums of five years, else empty. */
  readonly span: string;
  readonly series: readonly string[];
  readonly points: readonly Placed[];
}

/** Kinds of quantity that are never the same thing told in another unit. */
const APART = new Set(['money', 'share', 'point', 'times', 'duration']);

const dimensionOf = ({ points }: Strand): string =>
  unitValue(points[0]?.point.observation.unit ?? '').dimension;

const columnsOf = ({ points }: Strand): readonly string[] =>
  points.map(({ place, point }) => `${place}|${String(point.year)}`);

/** Whether one strand goes on in another unit where the other stops: 改造老旧小区 in 个, then in 户. */
function continues(main: Strand, other: Strand): boolean {
  if ([main, other].some((strand) => APART.has(dimensionOf(strand)))) return false;
  const taken = new Set(columnsOf(main));
  return columnsOf(other).every((column) => !taken.has(column));
}

const join = (main: Strand, other: Strand): Strand => ({
  ...main,
  series: [...main.series, ...other.series],
  points: [...main.points, ...other.points],
});

/** Rows of one indicator: a place's series beside another's, and one unit after the other where they do not overlap. */
export function strandsOf(
  series: readonly Series[],
  placeOf: (point: SeriesPoint) => { readonly place: string; readonly subPlace: string },
): readonly Strand[] {
  const byDimension = new Map<string, Strand>();
  for (const one of series) {
    for (const strand of cut(one, placeOf)) {
      const known = byDimension.get(strand.id);
      byDimension.set(strand.id, known ? join(known, strand) : strand);
    }
  }
  const rows = new Map<string, Strand[]>();
  const fullestFirst = [...byDimension.values()].sort((a, b) => b.points.length - a.points.length);
  for (const strand of fullestFirst) {
    const key = [strand.indicator, strand.measure, strand.span, strand.subPlace].join('|');
    const list = rows.get(key) ?? [];
    const at = list.findIndex((main) => continues(main, strand));
    const main = list[at];
    if (main) list[at] = join(main, strand);
    else list.push(strand);
    rows.set(key, list);
  }
  return [...rows.values()].flat();
}

/** A series by the places of its points; all but always one. */
function cut(
  { id, indicator, topic, measure, points }: Series,
  placeOf: (point: SeriesPoint) => { readonly place: string; readonly subPlace: string },
): readonly Strand[] {
  const [dimension = '', span = ''] = id.split('|').slice(-2);
  const bySub = new Map<string, Placed[]>();
  for (const point of points) {
    const { place, subPlace } = placeOf(point);
    bySub.set(subPlace, [...(bySub.get(subPlace) ?? []), { point, place }]);
  }
  return [...bySub].map(([subPlace, placed]) => ({
    id: [indicator, measure, span, subPlace, dimension].join('|'),
    indicator,
    topic,
    measure,
    subPlace,
    span,
    series: [id],
    points: placed,
  }));
}

/**
 * The unit of a row: the one all its statements use; else the dictionary's where it fits; else the one most use. A
 * unit in which a figure would have to be rounded is passed over.
 */
export function unitOf({ indicator, points }: Strand): string {
  const observations = points.map(({ point }) => point.observation);
  const counts = new Map<string, number>();
  for (const { unit } of observations) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [common = ''] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const preferred = indicatorNamed(indicator)?.unit;
  if (counts.size === 1 || preferred === undefined || !sameDimension(preferred, common)) return common;
  const fits = observations.every(({ value, unit }) => {
    const shown = inUnit(value, unit, preferred);
    return shown === null || isPrintable(shown);
  });
  return fits ? preferred : common;
}
