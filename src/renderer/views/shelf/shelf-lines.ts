import { answerFields, fieldOf } from '../../../shared/search';
import type { Shelved } from '../../state/library/library';

/** One place's reports as a line of the table. */
export interface ShelfLine {
  readonly place: string;
  /** Newest first; of one year the full text first. */
  readonly items: readonly Shelved[];
  readonly first: number;
  readonly last: number;
  /** Years without a report between the first and the last. */
  readonly gaps: number;
}

const byYear = (a: Shelved, b: Shelved): number =>
  b.entry.year - a.entry.year || Number(b.entry.genre === '全文') - Number(a.entry.genre === '全文');

/** Reports whose place, year or kind answer every word asked for (`周口 2024`, `zk 全文`); all where nothing is asked. */
export const answeringItems = (shelf: readonly Shelved[], asked: string): readonly Shelved[] => {
  if (asked.trim() === '') return shelf;
  const fields = shelf.map((item) =>
    fieldOf(item, `${item.entry.place} ${item.entry.year} ${item.entry.genre} ${item.entry.title}`),
  );
  return answerFields(fields, asked).map(({ item }) => item);
};

/** Lines by the names of their places; with `onlyGaps`, those that lack a year. */
export const shelfLines = (items: readonly Shelved[], onlyGaps = false): readonly ShelfLine[] => {
  const places = new Map<string, Shelved[]>();
  for (const item of items) {
    const own = places.get(item.entry.place);
    if (own) own.push(item);
    else places.set(item.entry.place, [item]);
  }
  return [...places]
    .map(([place, own]) => lineOf(place, own))
    .filter(({ gaps }) => !onlyGaps || gaps > 0)
    .sort((a, b) => a.place.localeCompare(b.place, 'zh'));
};

const lineOf = (place: string, own: readonly Shelved[]): ShelfLine => {
  const years = new Set(own.map(({ entry }) => entry.year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return { place, items: own.toSorted(byYear), first, last, gaps: last - first + 1 - years.size };
};

/** What a line has in a year: its reports, `gap` between two years that have some, or nothing. */
export const lineAt = (line: ShelfLine, year: number): readonly Shelved[] | 'gap' => {
  const items = line.items.filter(({ entry }) => entry.year === year);
  return items.length === 0 && year > line.first && year < line.last ? 'gap' : items;
};

/** The years shown at once, oldest first, ending `back` years before the newest of all lines. */
export const yearWindow = (lines: readonly ShelfLine[], width: number, back: number): readonly number[] => {
  if (lines.length === 0) return [];
  const last = Math.max(...lines.map((line) => line.last)) - back;
  const first = Math.max(Math.min(...lines.map((line) => line.first)), last - width + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};
