import type { PanelRow } from './columns';

/** A cell of the wide form is found by these; the first that fits is taken. */
export interface WideChoice {
  /** Canonical names, each a column. */
  readonly indicators: readonly string[];
  readonly kind: PanelRow['kind'];
  readonly measure: PanelRow['measure'];
}

type Cells = Map<string, number>;

/** Wide form, filled row by row: places and years down, indicators across, values in common units. */
export interface WidePanel {
  readonly add: (row: PanelRow) => void;
  /** Columns: place_code, place, year, then `indicator（unit）`. */
  readonly columns: () => readonly string[];
  readonly rows: () => readonly Readonly<Record<string, string | number | null>>[];
}

/** Makes an empty wide form of the chosen indicators. A doubtful value is left out; of two, the later report's stands. */
export function widePanel({ indicators, kind, measure }: WideChoice): WidePanel {
  const units = new Map<string, string>();
  const lines = new Map<string, { readonly head: PanelRow; readonly cells: Cells }>();
  const heading = (indicator: string): string => `${indicator}（${units.get(indicator) ?? '无数'}）`;
  return {
    add: (row) => {
      const { indicator, unit_common: own } = row;
      if (!indicators.includes(indicator) || row.kind !== kind || row.measure !== measure) return;
      if (row.doubt !== null || row.value_high !== null || !/^\d{4}$/.test(row.period)) return;
      const unit = units.get(indicator) ?? own;
      if (unit !== own) return;
      units.set(indicator, unit);
      const key = `${row.place}|${row.year}`;
      const line = lines.get(key) ?? { head: row, cells: new Map<string, number>() };
      lines.set(key, line);
      line.cells.set(indicator, row.value_common);
    },
    columns: () => ['place_code', 'place', 'year', ...indicators.map(heading)],
    rows: () =>
      [...lines.values()].sort(byPlaceAndYear).map(({ head, cells }) => ({
        place_code: head.place_code,
        place: head.place,
        year: head.year,
        ...Object.fromEntries(indicators.map((name) => [heading(name), cells.get(name) ?? null])),
      })),
  };
}

interface Line {
  readonly head: PanelRow;
}

const byPlaceAndYear = (a: Line, b: Line): number =>
  a.head.place.localeCompare(b.head.place, 'zh') || Number(a.head.year) - Number(b.head.year);
