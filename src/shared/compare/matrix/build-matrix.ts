import {
  filedUnder,
  TOPICS,
  type Commitment,
  type Observation,
  type Report,
  type Series,
  type SeriesPoint,
} from '../../report';
import { buildSeries } from '../../figures';
import { type Indexed } from '../../commitments';
import { valuesOf, type Sources } from './cells';
import { columnId, columnsOf } from './columns';
import { companionIndex, companionKey, companionsOf } from './companions';
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from './matrix';
import { naming } from './naming';
import { withNearNames } from './near-named';
import { strandsOf, unitOf, type Strand } from './strands';
import { withBreaks, withChanges } from './neighbours';

/** Reports with what was read from them, doubts filled in (`withDoubts`), and what became of their targets. */
export interface MatrixLibrary {
  readonly volumes: readonly Indexed[];
  readonly commitments: readonly Commitment[];
}

export interface MatrixChoice {
  /** Places whose columns are shown, in this order; all of `matrixPlaces` where it is left out. */
  readonly places?: readonly string[];
  /** Places with reports of their own, also of reports not given: a figure of one of them does not stand elsewhere. */
  readonly known?: readonly string[];
  /** First and last year shown. Changes are computed against earlier years all the same. */
  readonly years?: readonly [number, number];
}

/** Places that have reports of their own, in the order of the library; a report of no known place stands under its title. */
const matrixPlaces = (reports: readonly Report[]): readonly string[] => [
  ...new Set(reports.map(placeOfReport)),
];

const placeOfReport = ({ id, meta }: Report): string => meta.place ?? (meta.title || id);

/**
 * Every figure the reports state, by indicator and year: each point of every series stands in exactly one row, in a
 * cell of its year. A single growth or rank of a value that has a row stands under that value instead.
 */
export function buildMatrix(library: MatrixLibrary, choice: MatrixChoice = {}): Matrix {
  const reports = library.volumes.map(({ report }) => report);
  const places = choice.places ?? matrixPlaces(reports);
  const placeOf = placing(reports, choice.known ?? []);
  const series = buildSeries(library.volumes.map(({ observations }) => observations));
  const strands = strandsOf(chosen(series, places, placeOf), placeOf);
  const columns = places.flatMap((place) =>
    columnsOf(
      {
        place,
        reports: reports.filter((report) => placeOfReport(report) === place),
        points: strands.flatMap(({ points }) =>
          points.filter((one) => one.place === place).map(({ point }) => point),
        ),
      },
      reports,
    ),
  );
  const sources: Sources = {
    volumes: new Map(library.volumes.map((volume) => [volume.report.id, volume])),
    told: companionIndex(library.volumes.flatMap(({ observations }) => observations)),
    commitments: new Map(library.commitments.map((one) => [one.id, one])),
  };
  const rows = withNearNames(
    withoutCompanions(strands, sources).map((strand) => rowOf(strand, columns, sources)),
  );
  return within({ columns, groups: grouped(rows) }, choice.years);
}

type Placing = (point: SeriesPoint) => { readonly place: string; readonly subPlace: string };

/** A figure of a place of the shelf stands there, whoever states it; of any other, under the report's own place. */
function placing(reports: readonly Report[], known: readonly string[]): Placing {
  const places = new Set([...matrixPlaces(reports), ...known]);
  const homes = new Map(reports.map((report) => [report.id, placeOfReport(report)]));
  return ({ observation: { place, report } }) =>
    places.has(filedUnder(place))
      ? { place: filedUnder(place), subPlace: '' }
      : { place: homes.get(report) ?? place, subPlace: place };
}

const chosen = (series: readonly Series[], places: readonly string[], placeOf: Placing): readonly Series[] =>
  series.flatMap((one) => {
    const points = one.points.filter((point) => places.includes(placeOf(point).place));
    return points.length > 0 ? [{ ...one, points }] : [];
  });

/** Leaves out growths and ranks that are no series and stand under the values they were stated with. */
function withoutCompanions(strands: readonly Strand[], { told }: Sources): readonly Strand[] {
  const beside = new Set<string>();
  for (const { measure, points } of strands) {
    if (measure === 'rank') continue;
    for (const { point } of points) {
      const stated = told.get(companionKey(point.observation)) ?? [];
      for (const { id } of companionsOf(point.observation, stated)) beside.add(id);
    }
  }
  return strands.filter(
    ({ points }) =>
      new Set(points.map(({ place }) => place)).size < points.length ||
      !points.every(({ point }) => beside.has(point.observation.id)),
  );
}

function rowOf(strand: Strand, columns: readonly MatrixColumn[], sources: Sources): MatrixRow {
  const unit = unitOf(strand);
  const { id, indicator, topic, measure, points, span } = strand;
  const observations = points.map(({ point }) => point.observation);
  const stated = byColumn(strand);
  const cells = columns.map((column): MatrixCell => {
    const values = valuesOf(stated.get(column.id) ?? [], column, { unit, span }, sources);
    const absence = values.length > 0 ? null : column.missing ? '缺报告' : '未提及';
    return { values, absence, break: null };
  });
  const row = {
    id,
    indicator,
    topic,
    measure,
    unit,
    series: [...new Set(points.map(({ series }) => series))],
    ...naming(strand, observations),
  };
  return { ...row, cells: withChanges(withBreaks(cells, columns, unit), columns, { unit, measure, span }) };
}

/** The statements of a row by the id of their column. */
function byColumn({ points }: Strand): ReadonlyMap<string, readonly Observation[]> {
  const found = new Map<string, Observation[]>();
  for (const { place, point } of points) {
    const id = columnId(place, point.year);
    const known = found.get(id);
    if (known) known.push(point.observation);
    else found.set(id, [point.observation]);
  }
  return found;
}

const MEASURES: readonly MatrixRow['measure'][] = ['level', 'share', 'change', 'growth', 'rank'];

/**
 * Groups in the order of the topics; in each the indicators with most years first, equals in the order of the
 * reports. Rows of one indicator stay together, amounts before growths and ranks.
 */
const grouped = (rows: readonly MatrixRow[]): Matrix['groups'] => {
  const most = new Map<string, number>();
  for (const row of rows) most.set(row.indicator, Math.max(most.get(row.indicator) ?? 0, filled(row)));
  const first = new Map([...most.keys()].map((indicator, at) => [indicator, at]));
  const sorted = rows
    .map((row) => ({
      row,
      most: most.get(row.indicator) ?? 0,
      first: first.get(row.indicator) ?? 0,
      measure: MEASURES.indexOf(row.measure),
      own: filled(row),
    }))
    .sort((a, b) => b.most - a.most || a.first - b.first || a.measure - b.measure || b.own - a.own)
    .map(({ row }) => row);
  return TOPICS.map((topic) => ({ topic, rows: sorted.filter((row) => row.topic === topic) })).filter(
    (group) => group.rows.length > 0,
  );
};

/** In how many columns a row has a value. */
const filled = ({ cells }: MatrixRow): number => cells.filter(({ values }) => values.length > 0).length;

/** The columns of some years only, and the rows that say something in them. */
function within({ columns, groups }: Matrix, years: MatrixChoice['years']): Matrix {
  if (!years) return { columns, groups };
  const kept = columns.map(({ year }) => years[0] <= year && year <= years[1]);
  const cut = (row: MatrixRow): MatrixRow => ({ ...row, cells: row.cells.filter((_, at) => kept[at]) });
  return {
    columns: columns.filter((_, at) => kept[at]),
    groups: groups
      .map((group) => ({ ...group, rows: group.rows.map(cut).filter((row) => filled(row) > 0) }))
      .filter(({ rows }) => rows.length > 0),
  };
}
