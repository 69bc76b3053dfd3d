import type { Range } from './range';
import type { Period, Topic } from './vocabulary';

/** What kind of quantity a value is. `level` covers amounts, stocks and flows. SDMX: UNIT_MEASURE family. */
export type Measure = 'level' | 'growth' | 'change' | 'share' | 'rank';

export type Bound = '=' | '>=' | '>' | '<=' | '~';

/** The sign that stands before a figure on screen and on paper. */
export const BOUND_SIGNS: Readonly<Record<Bound, string>> = {
  '=': '',
  '>': '＞',
  '>=': '≥',
  '<=': '≤',
  '~': '约',
};

/** 结果 or 目标. */
export type ObservationKind = 'result' | 'target';

/** One number a report states of one indicator, place and period (SDMX: observation). */
export interface Observation {
  /** `<report>:<start in the clean text>`, unique in a library. */
  readonly id: string;
  readonly report: string;
  /** The indicator as the text names it. */
  readonly name: string;
  /** Canonical indicator that joins series across reports; equals `name` where the dictionary has none. */
  readonly indicator: string;
  /** The indicator the program read, where the reader put the statement under another. */
  readonly readAs?: string | undefined;
  readonly topic: Topic;
  /** As printed, with `unit`; a range is [low, high]. SDMX: OBS_VALUE. */
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly measure: Measure;
  readonly bound: Bound;
  readonly kind: ObservationKind;
  /** SDMX: TIME_PERIOD. A target has the year it aims at. */
  readonly period: Period;
  /** What a growth is over where it is not the year before: `2019`, or the last year of a plan. SDMX: BASE_PER. */
  readonly base?: Period | undefined;
  /** Among whom a rank is: 全省. Left out where the clause does not say. */
  readonly among?: string | undefined;
  /** SDMX: REF_AREA, or the company or site the number is about. */
  readonly place: string;
  /** The number's own characters, in the clean text. */
  readonly range: Range;
  /** The shortest clause holding the number and what it is about, in the clean text. */
  readonly quote: Range;
  /** Id of the statement this one repeats (a tile, an OCR repetition), or null. */
  readonly duplicateOf: string | null;
  /** Why the value is doubtful, as a Chinese sentence with its evidence, or null. SDMX: OBS_STATUS. */
  readonly doubt: string | null;
  /** Only on a reading put right by hand: why, and what the program had read. */
  readonly correction?: HandCorrection | undefined;
}

/** 手工更正: the reader sees the reason and what was read before. */
export interface HandCorrection {
  /** A Chinese sentence. */
  readonly reason: string;
  readonly was: Pick<Observation, 'name' | 'value' | 'unit' | 'period'>;
}
