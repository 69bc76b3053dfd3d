import { createStore, type StoreApi } from 'zustand/vanilla';
import { shortName, type CatalogEntry } from '../../../shared/report';
import type { Source } from '../../library';
import { createPlaces } from './places';
import { createReportCache } from './report-cache';
import type { Library, Shelved } from './shelf';
import { volumeOf, type Volume } from './volume';

export { shortName } from '../../../shared/report';
export type { ReportFacts } from '../../library';
export type { Library, Shelved } from './shelf';
export type { Volume } from './volume';

export type LibraryStore = StoreApi<Library>;

/** Whether nothing is still to be found out about a place. */
export const isStudied = ({ relations, fault }: Library, place: string): boolean =>
  relations.has(place) || fault !== null;

/** Makes the library over a source; entries that come or go while it runs are followed. */
export const createLibrary = (source: Source): LibraryStore =>
  createStore<Library>()((set, get) => {
    const change = (next: Shelved): void =>
      set(({ shelf }) => ({ shelf: shelf.map((item) => (item.entry.id === next.entry.id ? next : item)) }));
    const entryOf = (id: string): CatalogEntry | undefined =>
      get().shelf.find(({ entry }) => entry.id === id)?.entry;
    const cache = createReportCache({ source, entryOf, change, factsOf: (id) => get().facts.get(id) });
    const places = createPlaces({
      source,
      state: get,
      onDamaged: (entry, fault) => change({ entry, state: 'damaged', fault }),
      onStudied: (studied) => {
        set(studied);
        set(({ shelf, facts }) => ({ shelf: shelf.map((item) => refreshed(item, facts)) }));
      },
    });
    source.subscribe(() => {
      const known = new Map(get().shelf.map((item) => [item.entry.id, item]));
      set({ shelf: source.entries().map((entry) => known.get(entry.id) ?? { entry, state: 'closed' }) });
    });
    return {
      shelf: source.entries().map((entry) => ({ entry, state: 'closed' })),
      facts: new Map(),
      relations: new Map(),
      series: [],
      commitments: [],
      doubts: [],
      fault: null,
      read: cache.read,
      hold: cache.hold,
      study: places.study,
      recheck: async () => {
        const broken = get().shelf.filter(({ state }) => state === 'damaged');
        for (const { entry } of broken) change({ entry, state: 'closed' });
        set({ fault: null });
        await Promise.all([cache.reopen(), places.again(broken.map(({ entry }) => entry.place))]);
      },
    };
  });

/** An open report with the facts of now. */
const refreshed = (item: Shelved, facts: Library['facts']): Shelved => {
  if (item.state !== 'ready') return item;
  const volume = volumeOf(item.volume.read, facts.get(item.entry.id));
  return volume === item.volume ? item : { ...item, volume };
};

/** The reports that are open now, in shelf order: what is at hand, never all there are. */
export const openVolumes = (shelf: readonly Shelved[]): readonly Volume[] =>
  shelf.flatMap((item) => (item.state === 'ready' ? [item.volume] : []));

/** What a list over all reports leaves out: those that cannot be opened; empty where none. */
export const missingWords = (shelf: readonly Shelved[]): string => {
  const damaged = shelf.flatMap(({ state, entry }) => (state === 'damaged' ? [shortName(entry)] : []));
  return damaged.length ? `${damaged.join('、')} 打不开，没有列入` : '';
};
