import { findDoubts } from '../../figures';
import { homeOf, type Bound, type Measure, type Observation, type ObservationKind } from '../../report';

/** One statement, as short as it is kept: a place of twenty years has thousands. */
export type StatedRow = readonly [
  report: string,
  name: string,
  value: number,
  /** Null unless the value is a range. */
  high: number | null,
  unit: string,
  measure: Measure,
  bound: Bound,
  kind: ObservationKind,
  year: number,
  start: number,
  end: number,
  quoteStart: number,
  quoteEnd: number,
  doubt: string | null,
  among: string | null,
];

/** What the reports of one place state of the place itself, year by year, by indicator. */
export interface PlaceStated {
  readonly place: string;
  readonly indicators: Readonly<Record<string, readonly StatedRow[]>>;
}

/** Tells whether a statement can stand in a year's column beside those of other places. */
const isOfYear = ({ duplicateOf, indicator, measure, base, period }: Observation): boolean =>
  duplicateOf === null &&
  indicator !== '' &&
  measure !== 'change' &&
  base === undefined &&
  /^\d{4}$/.test(period);

const rowOf = (observation: Observation, doubt: string | null): StatedRow => {
  const { report, name, value, unit, measure, bound, kind, period, range, quote, among } = observation;
  const [low, high] = typeof value === 'number' ? [value, null] : value;
  return [
    ...([report, name, low, high, unit, measure, bound, kind, Number(period)] as const),
    ...([range.start, range.end, quote.start, quote.end, doubt, among ?? null] as const),
  ];
};

/** Gathers what reports of one place state of it; what is doubtful beside another year is marked. */
export function statedOf(place: string, reports: readonly (readonly Observation[])[]): PlaceStated {
  const doubts = new Map(findDoubts(reports).map(({ observation, reason }) => [observation, reason]));
  const indicators = new Map<string, StatedRow[]>();
  for (const observation of reports.flat()) {
    if (observation.place !== homeOf(place) || !isOfYear(observation)) continue;
    const rows = indicators.get(observation.indicator) ?? [];
    rows.push(rowOf(observation, observation.doubt ?? doubts.get(observation.id) ?? null));
    indicators.set(observation.indicator, rows);
  }
  return { place, indicators: Object.fromEntries(indicators) };
}

/** The statement as an observation again; its topic is not kept. */
export function observationOf(row: StatedRow, indicator: string, place: string): Observation {
  const [report, name, low, high, unit, measure, bound, kind, year] = row;
  const [start, end, quoteStart, quoteEnd, doubt, among] = row.slice(9) as [
    number,
    number,
    number,
    number,
    string | null,
    string | null,
  ];
  return {
    ...{ id: `${report}:${start}`, report, name, indicator, unit, measure, bound, kind, place, doubt },
    topic: '其他',
    value: high === null ? low : [low, high],
    period: String(year),
    range: { start, end },
    quote: { start: quoteStart, end: quoteEnd },
    duplicateOf: null,
    ...(among === null ? {} : { among }),
  };
}
