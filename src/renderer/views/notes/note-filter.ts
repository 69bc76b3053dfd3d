import { COLOURS, type Colour, type Topic } from '../../../shared/report';
import { shadowOf } from '../../../shared/search';
import type { IndexedNote } from '../../state/notes/notes-index';

/** Which part of the notebook is shown. */
export type NoteKind = 'all' | 'unsure' | 'conflict' | 'trash';

/** When a note was last changed. */
export const SPANS = ['今天', '七天内', '三十天内', '更早'] as const;
export type Span = (typeof SPANS)[number];

/** What notes are narrowed by, besides their kind; one value each, all at once. */
export interface Facets {
  readonly colour: Colour;
  readonly report: string;
  readonly year: number;
  readonly topic: Topic;
  readonly tag: string;
  readonly span: Span;
}

export type Facet = keyof Facets;
const FACETS: readonly Facet[] = ['colour', 'report', 'year', 'topic', 'tag', 'span'];

export interface NoteFilter {
  readonly kind: NoteKind;
  readonly facets: Partial<Facets>;
}

export const EVERYTHING: NoteFilter = { kind: 'all', facets: {} };

export const SORTS = {
  modified: '按改动',
  created: '按写下',
  report: '按报告与位置',
  colour: '按颜色',
} as const;
export type NoteSort = keyof typeof SORTS;

export type FacetCounts = { readonly [F in Facet]: ReadonlyMap<Facets[F], number> };

/** The notes to be listed, and how many there would be under every other choice. */
export interface Filtered {
  readonly shown: readonly IndexedNote[];
  readonly kinds: Readonly<Record<NoteKind, number>>;
  readonly counts: FacetCounts;
}

/** The first instant of each span, as notes write their times. */
const spanStarts = (now: Date): readonly string[] =>
  [0, 6, 29].map((days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString());

const spanOf = (iso: string, [today = '', week = '', month = '']: readonly string[]): Span =>
  iso >= today ? '今天' : iso >= week ? '七天内' : iso >= month ? '三十天内' : '更早';

const isOfKind = ({ note, unsure }: IndexedNote, kind: NoteKind): boolean => {
  if (kind === 'trash') return note.deleted !== null;
  if (note.deleted !== null) return false;
  return kind === 'all' || (kind === 'unsure' ? unsure : note.conflicts.length > 0);
};

type Values = { readonly [F in Facet]: readonly Facets[F][] };

const COLOUR_LISTS = new Map(COLOURS.map((colour) => [colour, [colour]]));

const valuesOf = ({ note, reports, years, topics }: IndexedNote, starts: readonly string[]): Values => {
  const { body, modified } = note.annotation;
  return {
    colour: COLOUR_LISTS.get(body.colour) ?? [],
    report: reports,
    year: years,
    topic: topics,
    tag: body.tags.length > 1 ? [...new Set(body.tags)] : body.tags,
    span: [spanOf(modified, starts)],
  };
};

/** The facets of a choice that a note fails; more than two are as bad as two. */
function failed(values: Values, wanted: readonly (readonly [Facet, unknown])[]): readonly Facet[] {
  const fails: Facet[] = [];
  for (const [facet, value] of wanted) {
    if ((values[facet] as readonly unknown[]).includes(value)) continue;
    fails.push(facet);
    if (fails.length === 2) break;
  }
  return fails;
}

/**
 * Narrows notes by kind, facets and words, and keeps their order. A value's count is how many notes choosing it would
 * show, so a facet is counted without its own choice.
 */
export function filterNotes(
  rows: readonly IndexedNote[],
  { kind, facets }: NoteFilter,
  words: string,
  now: Date,
): Filtered {
  const text = shadowOf(words);
  const starts = spanStarts(now);
  const wanted = FACETS.flatMap((facet) => {
    const value = facets[facet];
    return value === undefined ? [] : [[facet, value] as const];
  });
  const kinds = { all: 0, unsure: 0, conflict: 0, trash: 0 };
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<unknown, number>()])) as Record<
    Facet,
    Map<unknown, number>
  >;
  const shown: IndexedNote[] = [];
  for (const row of rows) {
    for (const each of KINDS) if (isOfKind(row, each)) kinds[each] += 1;
    if (!isOfKind(row, kind) || !row.shadow.includes(text)) continue;
    const values = valuesOf(row, starts);
    const fails = failed(values, wanted);
    if (fails.length > 1) continue;
    if (fails.length === 0) shown.push(row);
    for (const facet of fails.length === 0 ? FACETS : fails)
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  }
  return { shown: waitingFirst(shown, kind), kinds, counts: counts as unknown as FacetCounts };
}

const KINDS: readonly NoteKind[] = ['all', 'unsure', 'conflict', 'trash'];

const waits = ({ unsure, note }: IndexedNote): boolean => unsure || note.conflicts.length > 0;

/** Orders rows: what waits for the reader stands first. */
const waitingFirst = (rows: readonly IndexedNote[], kind: NoteKind): readonly IndexedNote[] =>
  kind === 'all' && rows.some(waits) ? [...rows.filter(waits), ...rows.filter((row) => !waits(row))] : rows;

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Compare = (a: IndexedNote, b: IndexedNote) => number;

const first = ({ note }: IndexedNote) => note.annotation.targets[0];

const ORDERS: Readonly<Record<NoteSort, Compare>> = {
  modified: (a, b) => before(b.note.annotation.modified, a.note.annotation.modified),
  created: (a, b) => before(b.note.annotation.created, a.note.annotation.created),
  report: (a, b) =>
    before(first(a)?.report ?? '', first(b)?.report ?? '') ||
    (first(a)?.position.start ?? 0) - (first(b)?.position.start ?? 0),
  colour: (a, b) => before(a.note.annotation.body.colour, b.note.annotation.body.colour),
};

/** Notes in an order; those alike in it go by their id, the latest first. */
export const sortNotes = (rows: readonly IndexedNote[], sort: NoteSort): readonly IndexedNote[] => {
  const order = ORDERS[sort];
  return rows.toSorted((a, b) => order(a, b) || before(b.note.id, a.note.id));
};

/** Chooses a value of a facet; the one chosen already is given up. */
export const withFacet = <F extends Facet>(filter: NoteFilter, facet: F, value: Facets[F]): NoteFilter => {
  const { [facet]: chosen, ...others } = filter.facets;
  return { ...filter, facets: chosen === value ? others : { ...filter.facets, [facet]: value } };
};
