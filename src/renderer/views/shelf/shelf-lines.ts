import { findDivision } from '../../../shared/places';
import type { Shelved } from '../../state/library/library';

/** One place's reports as a line of the table. */
export interface ShelfLine {
  readonly place: string;
  /** Where it stands in the tree of divisions, the outermost first: a county in its city, a city in itself. */
  readonly path: readonly string[];
  /** Six digits of GB/T 2260; null for a place that is in no table. */
  readonly code: string | null;
  /** Newest first; of one year the full text first. */
  readonly items: readonly Shelved[];
  readonly first: number;
  readonly last: number;
  /** Years without a report between the first and the last. */
  readonly gaps: number;
}

const byYear = (a: Shelved, b: Shelved): number =>
  b.entry.year - a.entry.year || Number(b.entry.genre === '全文') - Number(a.entry.genre === '全文');

/** Where a place is put that is in no table of divisions. */
const ELSEWHERE = '不在行政区划表里';
const LAST = '999999';

/** Lines in the order of the divisions; with `onlyGaps`, those that lack a year. */
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
    .sort((a, b) => (a.code ?? LAST).localeCompare(b.code ?? LAST) || a.place.localeCompare(b.place, 'zh'));
};

const lineOf = (place: string, own: readonly Shelved[]): ShelfLine => {
  const years = new Set(own.map(({ entry }) => entry.year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const gaps = last - first + 1 - years.size;
  return { place, ...standing(place), items: own.toSorted(byYear), first, last, gaps };
};

const standing = (place: string): Pick<ShelfLine, 'path' | 'code'> => {
  const division = findDivision(place);
  if (!division) return { path: [ELSEWHERE], code: null };
  const { code, name, within } = division;
  return { path: code.endsWith('00') ? [...within, name] : within, code };
};

/** A row of the table: the head of a group, or a place. */
export type ShelfRow =
  | { readonly kind: 'head'; readonly path: readonly string[]; readonly key: string }
  | { readonly kind: 'line'; readonly line: ShelfLine; readonly key: string };

/** Lines with a head before each group. */
export const shelfRows = (lines: readonly ShelfLine[]): readonly ShelfRow[] =>
  lines.flatMap((line, at): readonly ShelfRow[] => {
    const row = { kind: 'line', line, key: line.place } as const;
    const key = line.path.join(' › ');
    const same = lines[at - 1]?.path.join(' › ') === key;
    return same ? [row] : [{ kind: 'head', path: line.path, key: `› ${key}` }, row];
  });

/** A place of the outline: a province, or a city in one. */
export interface OutlineNode {
  readonly label: string;
  readonly level: number;
  readonly reports: number;
  /** The row it leads to. */
  readonly row: number;
  /** Key of that row. */
  readonly key: string;
}

/** The outline of the rows: each place with the reports under it. */
export const outlineOf = (rows: readonly ShelfRow[]): readonly OutlineNode[] => {
  const nodes = new Map<string, { -readonly [Key in keyof OutlineNode]: OutlineNode[Key] }>();
  rows.forEach((row, at) => {
    if (row.kind === 'head')
      row.path.forEach((label, level) => {
        const path = row.path.slice(0, level + 1).join(' › ');
        if (!nodes.has(path)) nodes.set(path, { label, level, reports: 0, row: at, key: row.key });
      });
    else
      row.line.path.forEach((_, level) => {
        const node = nodes.get(row.line.path.slice(0, level + 1).join(' › '));
        if (node) node.reports += row.line.items.length;
      });
  });
  return [...nodes.values()];
};

/** Gives what a line has in a year: its reports, `gap` between two years that have some, or nothing. */
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
