import { commonUnit } from '../../figures';
import { convert } from '../../figures/unit/convert';
import type { Measure, Observation } from '../../report';
import { valueText } from '../matrix';
import { observationOf, type StatedRow } from './stated';

/** What one place states of the indicator, and the years of its reports. */
export interface PlaceRows {
  readonly place: string;
  readonly rows: readonly StatedRow[];
  readonly reportYears: readonly number[];
}

/** A value in the unit of all places. */
export interface AcrossFigure {
  readonly observation: Observation;
  /** A range stands at its lower end. */
  readonly value: number;
  /** As it is shown: ＞6,000. */
  readonly text: string;
  readonly doubt: string | null;
}

/** Place among the places with a sound result of the year; equals share one. */
export interface ComputedRank {
  readonly rank: number;
  readonly of: number;
}

export interface AcrossCell {
  readonly result: AcrossFigure | null;
  readonly target: AcrossFigure | null;
  /** The rank a report states, as it states it. */
  readonly stated: Observation | null;
  readonly computed: ComputedRank | null;
  /** Why there is no result. */
  readonly absence: '缺报告' | '未提及' | null;
}

export interface AcrossRow {
  readonly place: string;
  /** One for each year of the table. */
  readonly cells: readonly AcrossCell[];
}

/** One indicator, places down and years across. */
export interface Across {
  readonly indicator: string;
  readonly measure: Measure;
  readonly unit: string;
  /** Oldest first. */
  readonly years: readonly number[];
  readonly rows: readonly AcrossRow[];
  /** Of each year: how many places have a sound result, and the middle one of these. */
  readonly counts: readonly number[];
  readonly middles: readonly (number | null)[];
}

/** Ranks are told beside the others, never as a table of their own. */
export const ACROSS_MEASURES = ['level', 'growth', 'share'] as const satisfies readonly Measure[];

export type AcrossMeasure = (typeof ACROSS_MEASURES)[number];

/** The measures any place states, the most stated first. */
export const measuresIn = (places: readonly PlaceRows[]): readonly AcrossMeasure[] => {
  const count = (measure: Measure): number =>
    places.reduce((sum, { rows }) => sum + rows.filter((row) => row[5] === measure).length, 0);
  const counts = new Map(ACROSS_MEASURES.map((measure) => [measure, count(measure)]));
  return ACROSS_MEASURES.filter((measure) => counts.get(measure)).toSorted(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  );
};

type Of = (kind: Observation['kind'], year: number, measure: Measure) => Observation | null;

/** The last report that states it stands; a sound value before a doubtful one. */
const finder =
  (observations: readonly Observation[]): Of =>
  (kind, year, measure) => {
    const all = observations.filter(
      (one) => one.kind === kind && one.measure === measure && Number(one.period) === year,
    );
    return all.findLast(({ doubt }) => doubt === null) ?? all.at(-1) ?? null;
  };

const lowOf = ({ value }: Observation): number => (typeof value === 'number' ? value : value[0]);

/** The unit most places can be told in: that of the most statements. */
const unitOf = (observations: readonly Observation[], measure: Measure): string => {
  const counts = new Map<string, number>();
  for (const { indicator, unit, measure: own } of observations)
    if (own === measure) {
      const common = commonUnit(indicator, unit);
      counts.set(common, (counts.get(common) ?? 0) + 1);
    }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};

const figureOf = (observation: Observation | null, unit: string): AcrossFigure | null => {
  if (!observation) return null;
  const value = convert(lowOf(observation), observation.unit, unit);
  if (value === null) return null;
  const high =
    typeof observation.value === 'number' ? null : convert(observation.value[1], observation.unit, unit);
  const text = valueText(high === null ? value : [value, high], observation.bound);
  return { observation, value, text, doubt: observation.doubt };
};

/** The years of results without a gap, and those further on that targets are set for. */
const yearsOf = (observations: readonly Observation[], measure: Measure): readonly number[] => {
  const of = (kind: Observation['kind']): readonly number[] =>
    observations.flatMap((one) => (one.kind === kind && one.measure === measure ? [Number(one.period)] : []));
  const results = of('result');
  const [first, last] = [Math.min(...results), Math.max(...results)];
  const between = results.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...new Set([...between, ...of('target')])].toSorted((a, b) => a - b);
};

/** Results of a year mostly stand in the report of the next. */
const absenceIn = (reportYears: readonly number[], year: number): AcrossCell['absence'] =>
  reportYears.includes(year + 1) ? '未提及' : '缺报告';

const isSound = (figure: AcrossFigure | null): figure is AcrossFigure =>
  figure !== null && figure.doubt === null;

const middleOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? null)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/** Sets one indicator of many places side by side. Doubtful values and targets are shown, but not ranked. */
export function acrossPlaces(
  places: readonly PlaceRows[],
  { indicator, measure }: { readonly indicator: string; readonly measure: AcrossMeasure },
): Across {
  const known = places.map(({ place, rows, reportYears }) => ({
    ...{ place, reportYears },
    observations: rows.map((row) => observationOf(row, indicator, place)),
  }));
  const all = known.flatMap(({ observations }) => observations);
  const unit = unitOf(all, measure);
  const years = yearsOf(all, measure);
  const rows = known.map(({ place, reportYears, observations }) => {
    const find = finder(observations);
    const cells = years.map((year): AcrossCell => {
      const result = figureOf(find('result', year, measure), unit);
      const target = figureOf(find('target', year, measure), unit);
      const absence = result ? null : absenceIn(reportYears, year);
      return { result, target, stated: find('result', year, 'rank'), computed: null, absence };
    });
    return { place, cells };
  });
  const sound = years.map((_, at) =>
    rows.flatMap(({ cells }) => (isSound(cells[at]?.result ?? null) ? [cells[at]?.result?.value ?? 0] : [])),
  );
  const ranked = (cell: AcrossCell, at: number): AcrossCell => {
    const { result } = cell;
    const values = sound[at] ?? [];
    if (!isSound(result) || values.length < 2) return cell;
    const rank = 1 + values.filter((value) => value > result.value).length;
    return { ...cell, computed: { rank, of: values.length } };
  };
  return {
    ...{ indicator, measure, unit, years },
    rows: rows.map(({ place, cells }) => ({ place, cells: cells.map(ranked) })),
    counts: sound.map(({ length }) => length),
    middles: sound.map(middleOf),
  };
}

/** Sorts the rows by the results of a year, the highest first unless `rising`; places without one stand last. */
export const sortedBy = ({ rows }: Across, at: number, rising: boolean): readonly AcrossRow[] => {
  const valueOf = ({ cells }: AcrossRow): number | null => cells[at]?.result?.value ?? null;
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return rising ? one - other : other - one;
  });
};

/** Tells whether the stated rank is another than the computed one, so that the reader is told why that can be. */
export const differs = ({ stated, computed }: AcrossCell): boolean =>
  stated !== null && computed !== null && lowOf(stated) !== computed.rank;
