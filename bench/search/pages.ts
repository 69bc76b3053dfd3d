import type { Range } from '../../src/shared/report';
import { excerptOf } from '../../src/shared/search';
import { smallest } from '../../src/shared/search/top';
import { passageWeight } from '../../src/shared/search/weight';
import type { Library } from './engines';

/** Rows of a page. */
export const PAGE = 20;

/** What a reader gets from any engine: the rows of the first page, cut at sentences around the query. */
export const rowsOf = (shadows: readonly string[], found: readonly number[], query: string) =>
  found.slice(0, PAGE).map((number) => {
    const text = shadows[number] ?? '';
    const start = Math.max(0, text.indexOf(query));
    return excerptOf(text, [{ start, end: Math.min(text.length, start + query.length) }]);
  });

const placesIn = (text: string, query: string): readonly Range[] => {
  const places: Range[] = [];
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length))
    places.push({ start: at, end: at + query.length });
  return places;
};

const YEARS = 4096;

/**
 * What this search does for its page, on top of the numbers another engine found: each is checked against the
 * text, all places are counted, the passages ranked as ours are, and the first page has excerpts with every place.
 */
export function rankedPage({ passages, shadows }: Library, found: readonly number[], query: string) {
  let total = 0;
  const kept: number[] = [];
  const keys: number[] = [];
  for (const number of found) {
    const count = placesIn(shadows[number] ?? '', query).length;
    const passage = passages[number];
    if (count === 0 || passage === undefined) continue;
    total += count;
    const worth = passageWeight(passage) + 2 * Math.min(4, count);
    keys.push(((255 - worth) * YEARS - (passage.year ?? 0)) * shadows.length + number);
    kept.push(number);
  }
  const rows = Array.from(smallest(Float64Array.from(keys), PAGE), (at) => {
    const text = shadows[kept[at] ?? 0] ?? '';
    return excerptOf(text, placesIn(text, query));
  });
  return { total, rows };
}
