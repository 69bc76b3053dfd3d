import type { Measure, Series, SeriesPoint, Topic } from '../../report';
import { indicatorNamed } from '../../figures/indicator/lookup';
import { sameDimension, unitValue } from '../../figures/unit/convert';
import { columnId } from './columns';
import { inUnit, isBare, isPrintable } from './figures';

/** A point with the place in whose columns it stands. */
export interface SeriesPlace {
  readonly point: SeriesPoint;
  readonly place: string;
  /** Id of the series it is a point of. */
  readonly series: string;
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
  /** What else keeps its figures from others of the name, as in the id of a series: the year they are held against, or which figure it is. */
  readonly apart: readonly string[];
  readonly points: readonly SeriesPlace[];
}

/** Kinds of quantity that are never the same thing told in another unit. */
const APART = new Set(['money', 'share', 'point', 'times', 'duration']);

const dimensionOf = ({ points }: Strand): string =>
  unitValue(points[0]?.point.observation.unit ?? '').dimension;

const columnOf = ({ place, point }: SeriesPlace): string => columnId(place, point.year);

/** Points of a strand that go on in another unit where the main one stops: 改造老旧小区 in 个, then in 户. */
function continuing(main: Strand, other: Strand): readonly SeriesPlace[] {
  if ([main, other].some((strand) => APART.has(dimensionOf(strand)))) return [];
  const taken = new Set(main.points.map(columnOf));
  const overlapping = new Set(
    other.points.filter((placed) => taken.has(columnOf(placed))).map(({ place }) => place),
  );
  return other.points.filter(({ place }) => !overlapping.has(place));
}

const join = (main: Strand, other: Strand): Strand => ({
  ...main,
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
  const rows = new Map<string, readonly Strand[]>();
  const fullestFirst = [...byDimension.values()].sort((a, b) => b.points.length - a.points.length);
  for (const strand of fullestFirst) {
    const { indicator, measure, span, subPlace, apart } = strand;
    const key = [indicator, measure, span, subPlace, ...apart].join('|');
    rows.set(key, withStrand(rows.get(key) ?? [], strand));
  }
  return [...rows.values()].flat();
}

/** Adds to the first row what continues it, and makes a row of the rest. */
function withStrand([main, ...others]: readonly Strand[], strand: Strand): readonly Strand[] {
  if (!main) return [strand];
  const more = continuing(main, strand);
  const rest = strand.points.filter((placed) => !more.includes(placed));
  const joined = more.length > 0 ? join(main, { ...strand, points: more }) : main;
  return [joined, ...others, ...(rest.length > 0 ? [{ ...strand, points: rest }] : [])];
}

/** A series by the places of its points; all but always one. */
function cut(
  { id, indicator, topic, measure, points }: Series,
  placeOf: (point: SeriesPoint) => { readonly place: string; readonly subPlace: string },
): readonly Strand[] {
  // Indicator, place and measure come first (`seriesKey`); what stands after the span is not in every id.
  const [, , , dimension = '', span = '', ...apart] = id.split('|');
  const bySub = new Map<string, SeriesPlace[]>();
  for (const point of points) {
    const { place, subPlace } = placeOf(point);
    bySub.set(subPlace, [...(bySub.get(subPlace) ?? []), { point, place, series: id }]);
  }
  return [...bySub].map(([subPlace, placed]) => ({
    id: [indicator, measure, span, subPlace, dimension, ...apart].join('|'),
    indicator,
    topic,
    measure,
    subPlace,
    span,
    apart,
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
  const named = observations.some(({ unit }) => !isBare(unit));
  for (const { unit } of observations)
    if (!named || !isBare(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [common = ''] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const preferred = indicatorNamed(indicator)?.unit;
  if (counts.size === 1 || preferred === undefined || !sameDimension(preferred, common)) return common;
  const fits = observations.every(({ value, unit }) => {
    const shown = inUnit(value, unit, preferred);
    return shown === null || isPrintable(shown);
  });
  return fits ? preferred : common;
}
