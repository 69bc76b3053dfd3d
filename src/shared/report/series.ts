import type { Measure, Observation } from './observation';
import type { Topic } from './vocabulary';

/**
 * Observations of one indicator and place over periods (SDMX: series). Points share indicator, place, measure and
 * dimension, and are either all of single years or all of spans of years; they are sorted by period, results before targets.
 */
export interface Series {
  /** Unique and stable: indicator, place, measure and dimension in one text. */
  readonly id: string;
  readonly indicator: string;
  readonly topic: Topic;
  readonly place: string;
  readonly measure: Measure;
  /** The unit to show values in: the dictionary's where it fits, else that of the latest point. */
  readonly unit: string;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly observation: Observation;
  /** The year the point stands at: the period's own, or a span's last one. */
  readonly year: number;
  /** The value in the series' unit; a range is [low, high]. */
  readonly value: number | readonly [number, number];
}
