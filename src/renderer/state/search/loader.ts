import type { CatalogEntry, Observation } from '../../../shared/report';
import { subjectOf } from '../../library';
import type { Library, LibraryStore } from '../library/library';
import type { Searchable, SearchEngine } from './engine';

export interface Loaded {
  /** How many reports are searched. */
  readonly reports: number;
  readonly numbers: ReadonlyMap<string, Observation>;
  /** How many reports have been looked into for numbers. */
  readonly counted: number;
}

/** Hash of the sources that make passages of a text, put in by the build; absent where nothing was built. */
declare const READING_RULES: string | undefined;

/** Changes with whatever makes passages of a text: what was kept under other rules is made anew. */
const RULES = typeof READING_RULES === 'string' ? READING_RULES : '';

/** So many reports are looked into for their numbers unasked; of a larger library, those that were looked into for other reasons. */
export const MOST_COUNTED = 60;

/** A library of more reports is indexed before anything is asked: it takes longer than a question may wait. */
const MOST_AT_ONCE = 24;

/** Long enough after a change for the shelf to be there and an import to go on undisturbed. Milliseconds. */
const SETTLED = 2_000;

/** A report of the shelf as it is searched; `unread` is told of one that cannot be read. */
const searchableOf = (library: LibraryStore, entry: CatalogEntry, unread: () => void): Searchable => ({
  id: entry.id,
  version: `${RULES} ${subjectOf([entry])}`,
  observations: library.getState().facts.get(entry.id)?.observations ?? NO_OBSERVATIONS,
  passages: async () => {
    const read = await library.getState().passages(entry.id);
    if (!read.ok) unread();
    return read.ok ? read.value : null;
  },
});

const NO_OBSERVATIONS: readonly Observation[] = [];

export const readable = ({ shelf }: Library): readonly CatalogEntry[] =>
  shelf.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry]));

interface LoaderSources {
  readonly engine: SearchEngine;
  readonly library: LibraryStore;
}

/** The reports the engine has. It gets them when something is asked, not while the shelf opens. */
export const createLoader = ({ engine, library }: LoaderSources) => {
  let known: { readonly entries: readonly CatalogEntry[]; readonly facts: Library['facts'] } | null = null;
  let loading: Promise<Loaded> = Promise.resolve({ reports: 0, numbers: new Map(), counted: 0 });
  engine.subscribe(() => (known = null));
  const load = async (entries: readonly CatalogEntry[], facts: Library['facts']): Promise<Loaded> => {
    let unread = 0;
    const coming = await engine.load(
      entries.map((entry) => searchableOf(library, entry, () => (unread += 1))),
    );
    const numbers = [...facts.values()].flatMap(({ observations }) => observations);
    return {
      reports: entries.length - unread - coming,
      numbers: new Map(numbers.map((number) => [number.id, number])),
      counted: facts.size,
    };
  };
  return (): Promise<Loaded> => {
    const { facts, study } = library.getState();
    const entries = readable(library.getState());
    const isSame = known?.facts === facts && sameItems(known.entries, entries);
    if (isSame) return loading;
    if (entries.length <= MOST_COUNTED) void study(entries.map(({ id }) => id));
    known = { entries, facts };
    loading = load(entries, facts);
    return loading;
  };
};

export const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** Indexes what comes on the shelf of a large library while nobody asks, and makes ready for the first question. */
export const indexAhead = ({ library, engine }: LoaderSources, load: Loader): void => {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let seen: readonly CatalogEntry[] = [];
  const ahead = async (all: number): Promise<void> => {
    const { reports } = await load();
    // While much is still to come, what is ready would have to be made anew.
    if (reports === all) engine.warm();
  };
  const look = (): void => {
    const entries = readable(library.getState());
    if (entries.length <= MOST_AT_ONCE || sameItems(entries, seen)) return;
    seen = entries;
    clearTimeout(soon);
    soon = setTimeout(() => void ahead(entries.length), SETTLED);
  };
  look();
  library.subscribe(({ shelf }, before) => {
    if (shelf !== before.shelf) look();
  });
};

export type Loader = ReturnType<typeof createLoader>;
