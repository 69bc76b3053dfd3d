import type { Colour, Topic } from '../../../shared/report';
import { shadowOf } from '../../../shared/search';
import type { IndexedNote } from '../../state/notes-index';

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
export const FACETS: readonly Facet[] = ['colour', 'report', 'year', 'topic', 'tag', 'span'];

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

const DAY = 86_400_000;

const spanOf = (iso: string, now: Date): Span => {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const age = midnight + DAY - new Date(iso).getTime();
  return age <= DAY ? '今天' : age <= 7 * DAY ? '七天内' : age <= 30 * DAY ? '三十天内' : '更早';
};

const isOfKind = ({ note, unsure }: IndexedNote, kind: NoteKind): boolean => {
  if (kind === 'trash') return note.deleted !== null;
  if (note.deleted !== null) return false;
  return kind === 'all' || (kind === 'unsure' ? unsure : note.conflicts.length > 0);
};

type Values = { readonly [F in Facet]: readonly Facets[F][] };

const valuesOf = ({ note, reports, years, topics }: IndexedNote, now: Date): Values => {
  const { body, modified } = note.annotation;
  return {
    colour: [body.colour],
    report: reports,
    year: years,
    topic: topics,
    tag: [...new Set(body.tags)],
    span: [spanOf(modified, now)],
  };
};

/** Facets of a choice that a note fails. */
const failed = (values: Values, facets: Partial<Facets>): readonly Facet[] =>
  FACETS.filter((facet) => {
    const wanted = facets[facet];
    return wanted !== undefined && !(values[facet] as readonly unknown[]).includes(wanted);
  });

/**
 * Narrows notes by kind, facets and words. A value's count is how many notes choosing it would show, so a facet is
 * counted without its own choice.
 */
export function filterNotes(
  rows: readonly IndexedNote[],
  { kind, facets }: NoteFilter,
  words: string,
  sort: NoteSort,
  now: Date,
): Filtered {
  const wanted = shadowOf(words);
  const kinds = { all: 0, unsure: 0, conflict: 0, trash: 0 };
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<unknown, number>()])) as Record<
    Facet,
    Map<unknown, number>
  >;
  const shown: IndexedNote[] = [];
  for (const row of rows) {
    for (const each of ['all', 'unsure', 'conflict', 'trash'] as const)
      if (isOfKind(row, each)) kinds[each] += 1;
    if (!isOfKind(row, kind) || !row.shadow.includes(wanted)) continue;
    const values = valuesOf(row, now);
    const fails = failed(values, facets);
    if (fails.length === 0) shown.push(row);
    for (const facet of FACETS) {
      if (fails.some((other) => other !== facet)) continue;
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return { shown: sorted(shown, sort, kind), kinds, counts: counts as unknown as FacetCounts };
}

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

/** What waits for the reader comes first; notes that are alike in the order go by their id. */
const sorted = (rows: readonly IndexedNote[], sort: NoteSort, kind: NoteKind): readonly IndexedNote[] => {
  const order = ORDERS[sort];
  const waits = ({ unsure, note }: IndexedNote): number =>
    kind === 'all' && (unsure || note.conflicts.length > 0) ? 0 : 1;
  return rows.toSorted((a, b) => waits(a) - waits(b) || order(a, b) || before(b.note.id, a.note.id));
};

/** Chooses a value of a facet; the one chosen already is given up. */
export const withFacet = <F extends Facet>(filter: NoteFilter, facet: F, value: Facets[F]): NoteFilter => {
  const { [facet]: chosen, ...others } = filter.facets;
  return { ...filter, facets: chosen === value ? others : { ...filter.facets, [facet]: value } };
};
