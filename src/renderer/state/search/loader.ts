import type { CatalogEntry, Observation } from '../../../shared/report';
import { passagesOf } from '../../../shared/search';
import type { Library, LibraryStore } from '../library/library';
import type { Searchable, SearchEngine } from './engine';

export interface Loaded {
  /** How many reports are searched. */
  readonly reports: number;
  readonly numbers: ReadonlyMap<string, Observation>;
}

/** A report of the shelf as it is searched; `unread` is told of one that cannot be read. */
const searchableOf = (library: LibraryStore, entry: CatalogEntry, unread: () => void): Searchable => ({
  id: entry.id,
  version: entry.sha256,
  observations: library.getState().facts.get(entry.id)?.observations ?? NO_OBSERVATIONS,
  passages: async () => {
    const read = await library.getState().read(entry.id);
    if (!read.ok) unread();
    return read.ok ? passagesOf(read.value.report) : null;
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
  let loading: Promise<Loaded> = Promise.resolve({ reports: 0, numbers: new Map() });
  const load = async (entries: readonly CatalogEntry[], facts: Library['facts']): Promise<Loaded> => {
    let unread = 0;
    await engine.load(entries.map((entry) => searchableOf(library, entry, () => (unread += 1))));
    const numbers = [...facts.values()].flatMap(({ observations }) => observations);
    return {
      reports: entries.length - unread,
      numbers: new Map(numbers.map((number) => [number.id, number])),
    };
  };
  return (): Promise<Loaded> => {
    const { facts, study } = library.getState();
    const entries = readable(library.getState());
    const isSame = known?.facts === facts && sameItems(known.entries, entries);
    if (isSame) return loading;
    void study(entries.map(({ id }) => id));
    known = { entries, facts };
    loading = load(entries, facts);
    return loading;
  };
};

export const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

export type Loader = ReturnType<typeof createLoader>;
