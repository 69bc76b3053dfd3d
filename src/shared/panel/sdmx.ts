import type { PanelRow } from './columns';

/** Names of SDMX's cross-domain concepts for the columns that have one. */
const CONCEPTS = {
  REF_AREA: 'place_code',
  REF_AREA_NAME: 'place',
  INDICATOR: 'indicator',
  MEASURE: 'measure',
  KIND: 'kind',
  BASE_PER: 'base',
  TIME_PERIOD: 'period',
  OBS_VALUE: 'value_common',
  OBS_VALUE_HIGH: 'value_common_high',
  UNIT_MEASURE: 'unit_common',
  BOUND: 'bound',
  COMMENT_OBS: 'sentence',
  SOURCE: 'report',
  SOURCE_SHA256: 'sha256',
} as const satisfies Readonly<Record<string, keyof PanelRow>>;

const STRUCTURE = { STRUCTURE: 'dataflow', STRUCTURE_ID: 'DUIDU:GWR_PANEL(1.0)', ACTION: 'I' };

/** Columns of SDMX-CSV 2.0, in order. */
export const SDMX_COLUMNS: readonly string[] = [
  ...Object.keys(STRUCTURE),
  ...Object.keys(CONCEPTS),
  'OBS_STATUS',
];

/**
 * A row as SDMX-CSV 2.0 has it. The time period takes SDMX's form (`2018-2022` is a start with a duration); the status is
 * `A` for a sound value and `U` for one of low reliability.
 */
export const sdmxRow = (row: PanelRow): Readonly<Record<string, string | number | null>> => ({
  ...STRUCTURE,
  ...Object.fromEntries(Object.entries(CONCEPTS).map(([concept, column]) => [concept, row[column]])),
  TIME_PERIOD: timePeriod(row.period),
  OBS_STATUS: row.doubt === null ? 'A' : 'U',
});

/** SDMX: 2024, 2024-06, 2024-Q1, 2024-S1 for a half year, 2018-01-01/P5Y, 2024-01-01/P11M. */
function timePeriod(period: string): string {
  const years = /^(\d{4})-(\d{4})$/.exec(period);
  if (years) return `${years[1]}-01-01/P${Number(years[2]) - Number(years[1]) + 1}Y`;
  const months = /^(\d{4})-(\d{2})\/(\d{2})$/.exec(period);
  if (months) return `${months[1]}-${months[2]}-01/P${Number(months[3]) - Number(months[2]) + 1}M`;
  return period.replace('-H', '-S');
}
