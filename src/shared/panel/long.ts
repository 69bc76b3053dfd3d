import { commonUnit, endYear } from '../figures';
import { convert } from '../figures/unit/convert';
import { INDEX_VERSION } from '../figures/version';
import { rangeToRaw } from '../parse';
import { homeOf, type Observation, type Report } from '../report';
import { BOUND_CODES, type PanelRow } from './columns';

/** What a panel needs of a report beside its text. */
export interface PanelSource {
  readonly report: Report;
  readonly observations: readonly Observation[];
  /** SHA-256 of the raw text as UTF-8, in hex. */
  readonly sha256: string;
  /** Six digits, or null where the place is in no table. */
  readonly placeCode: string | null;
}

/** Long form: one row for each observation that is not said twice, in the order of the text. */
export const panelRows = (source: PanelSource): readonly PanelRow[] =>
  source.observations
    .filter(({ duplicateOf }) => duplicateOf === null)
    .map((observation) => rowOf(source, observation));

function rowOf({ report, sha256, placeCode }: PanelSource, observation: Observation): PanelRow {
  const { place, period, indicator, name, unit, measure, bound, kind, base, topic, doubt } = observation;
  const [low, high] = endsOf(observation.value);
  const shared = commonUnit(indicator, unit);
  const inShared = (value: number): number => convert(value, unit, shared) ?? value;
  return {
    place_code: place === homeOf(report.meta.place) ? placeCode : null,
    place,
    report_place: report.meta.place,
    year: endYear(period) || null,
    period,
    indicator,
    name,
    value: low,
    value_high: high,
    unit,
    value_common: inShared(low),
    value_common_high: high === null ? null : inShared(high),
    unit_common: shared,
    measure,
    bound: BOUND_CODES[bound],
    kind,
    base: base ?? null,
    topic,
    doubt,
    sentence: sentenceOf(report, observation),
    report: report.id,
    genre: report.meta.genre,
    sha256,
    ...rangeToRaw(report, observation.range),
    rules: INDEX_VERSION,
  };
}

const endsOf = (value: Observation['value']): readonly [number, number | null] =>
  typeof value === 'number' ? [value, null] : value;

const sentenceOf = ({ clean }: Report, { quote }: Observation): string =>
  clean.slice(quote.start, quote.end).replace(/\s+/g, '');
