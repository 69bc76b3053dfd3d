import { findDivision } from '../../../shared/places';
import type { FacetCount } from '../../../shared/search';

type Place = string | null;

/** Levels of the official divisions, the widest first; what is in no table of them comes last. */
const LEVELS = ['全国', '省', '市', '县', '其他'] as const;

export type PlaceLevel = (typeof LEVELS)[number];

/** The places of one level that have hits, most first, with their sums. */
export interface LevelCounts {
  readonly level: PlaceLevel;
  readonly counts: readonly FacetCount<Place>[];
  readonly exact: number;
  readonly near: number;
}

/** Tells the level of a place by its code: 410000 a province, 411600 a city, 411602 a county. */
export const levelOf = (place: Place): PlaceLevel => {
  const code = place === null ? undefined : findDivision(place)?.code;
  if (code === undefined) return '其他';
  if (code === '100000') return '全国';
  if (code.endsWith('0000')) return '省';
  return code.endsWith('00') ? '市' : '县';
};

const summed = (counts: readonly FacetCount<Place>[], key: 'exact' | 'near'): number =>
  counts.reduce((sum, count) => sum + count[key], 0);

/** Sorts places into their levels; levels without one are left out. */
export const byLevel = (counts: readonly FacetCount<Place>[]): readonly LevelCounts[] =>
  LEVELS.flatMap((level) => {
    const own = counts.filter(({ value }) => levelOf(value) === level);
    return own.length === 0
      ? []
      : [{ level, counts: own, exact: summed(own, 'exact'), near: summed(own, 'near') }];
  });
