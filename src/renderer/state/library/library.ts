import { createStore, type StoreApi } from 'zustand/vanilla';
import { fail } from '../../../shared/fault';
import { shortName, type CatalogEntry } from '../../../shared/report';
import { subjectOf, type ReportFacts, type Source } from '../../library';
import { createPlaces } from './places';
import { createReportCache, notOnShelf } from './report-cache';
import type { Library, Shelved } from './shelf';
import { volumeOf, type Volume } from './volume';

export { shortName } from '../../../shared/report';
export type { ReportFacts } from '../../library';
export type { Library, Shelved } from './shelf';
export type { Volume } from './volume';

export type LibraryStore = StoreApi<Library>;

/** Tells whether nothing is still to be found out about a place. */
export const isStudied = ({ relations, fault }: Library, place: string): boolean =>
  relations.has(place) || fault !== null;

/** Makes the library over a source; entries that come or go while it runs are followed. */
export const createLibrary = (source: Source): LibraryStore =>
  createStore<Library>()((set, get) => {
    const change = (next: Shelved): void =>
      set(({ shelf }) => ({ shelf: shelf.map((item) => (item.entry.id === next.entry.id ? next : item)) }));
    const entryOf = (id: string): CatalogEntry | undefined =>
      get().shelf.find(({ entry }) => entry.id === id)?.entry;
    const cache = createReportCache({
      source,
      entryOf,
      isDamaged: (id) => get().shelf.some(({ entry, state }) => entry.id === id && state === 'damaged'),
      change,
      factsOf: (entry) => judgedFacts(get(), entry),
    });
    const places = createPlaces({
      source,
      state: get,
      onDamaged: (entry, fault) => change({ entry, state: 'damaged', fault }),
      onStudied: (studied) => {
        set(studied);
        set((state) => ({ shelf: state.shelf.map((item) => refreshed(item, state)) }));
      },
    });
    source.subscribe(() => {
      const { shelf, gone, places: changed } = followed(get().shelf, source.entries());
      if (changed.length === 0 && isSameOrder(get().shelf, shelf)) return;
      cache.forget(gone);
      set(({ facts }) => ({ shelf, facts: new Map([...facts].filter(([id]) => !gone.includes(id))) }));
      void Promise.all([cache.reopen(), places.again(changed)]);
    });
    return {
      shelf: source.entries().map((entry) => ({ entry, state: 'closed' })),
      facts: new Map(),
      relations: new Map(),
      series: [],
      commitments: [],
      pledges: [],
      doubts: [],
      fault: null,
      read: cache.read,
      passages: async (id) => {
        const entry = entryOf(id);
        if (!entry) return fail(notOnShelf(id));
        const read = await source.passages(entry);
        if (!read.ok && entryOf(id) === entry) change({ entry, state: 'damaged', fault: read.fault });
        return read;
      },
      hold: cache.hold,
      study: places.study,
      stated: (indicator, place) => source.stated(indicator, readableOf(get(), place)),
      life: (name, place) => source.life(name, readableOf(get(), place)),
      levels: (from, to) => source.levels(readableOf(get(), from), readableOf(get(), to)),
      recheck: async () => {
        const broken = get().shelf.filter(({ state }) => state === 'damaged');
        for (const { entry } of broken) change({ entry, state: 'closed' });
        set({ fault: null });
        await Promise.all([cache.reopen(), places.again(broken.map(({ entry }) => entry.place))]);
      },
    };
  });

/** The shelf with other entries on it: what stays as it was, the ids that are gone or are another text, the places concerned. */
const followed = (before: readonly Shelved[], entries: readonly CatalogEntry[]) => {
  const known = new Map(before.map((item) => [subjectOf([item.entry]), item]));
  const now = new Set(entries.map((entry) => subjectOf([entry])));
  const gone = before.filter(({ entry }) => !now.has(subjectOf([entry]))).map(({ entry }) => entry);
  const fresh = entries.filter((entry) => !known.has(subjectOf([entry])));
  return {
    shelf: entries.map((entry): Shelved => known.get(subjectOf([entry])) ?? { entry, state: 'closed' }),
    gone: gone.map(({ id }) => id),
    places: [...new Set([...gone, ...fresh].map(({ place }) => place))],
  };
};

const isSameOrder = (before: readonly Shelved[], now: readonly Shelved[]): boolean =>
  before.length === now.length && before.every((item, at) => item === now[at]);

/** The reports of a place that can be opened, in shelf order. */
const readableOf = ({ shelf }: Library, place: string): readonly CatalogEntry[] =>
  shelf.flatMap(({ entry, state }) => (entry.place === place && state !== 'damaged' ? [entry] : []));

/** The facts of a report once its place is known: its numbers come once, with their doubts, not first without. */
const judgedFacts = (state: Library, { id, place }: CatalogEntry): ReportFacts | undefined =>
  isStudied(state, place) ? state.facts.get(id) : undefined;

/** An open report with the facts of now. */
const refreshed = (item: Shelved, state: Library): Shelved => {
  if (item.state !== 'ready') return item;
  const volume = volumeOf(item.volume.read, judgedFacts(state, item.entry));
  return volume === item.volume ? item : { ...item, volume };
};

/** The reports that are open now, in shelf order: what is at hand, never all there are. */
export const openVolumes = (shelf: readonly Shelved[]): readonly Volume[] =>
  shelf.flatMap((item) => (item.state === 'ready' ? [item.volume] : []));

/** Gives what a list over all reports leaves out: those that cannot be opened; empty where none. */
export const missingWords = (shelf: readonly Shelved[]): string => {
  const damaged = shelf.flatMap(({ state, entry }) => (state === 'damaged' ? [shortName(entry)] : []));
  return damaged.length ? `${damaged.join('、')} 打不开，没有列入` : '';
};
