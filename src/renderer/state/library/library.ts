import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault, Result } from '../../../shared/fault';
import {
  shortName,
  type Catalog,
  type CatalogEntry,
  type Commitment,
  type Doubt,
  type Series,
} from '../../../shared/report';
import type { Relations, Volume } from '../../library';

export { shortName } from '../../../shared/report';
export type { Volume } from '../../library';

/** A place on the shelf: its report may still be opening, or may be unreadable, but it is never missing. */
export type Shelved =
  | { readonly entry: CatalogEntry; readonly state: 'opening' }
  | { readonly entry: CatalogEntry; readonly state: 'ready'; readonly volume: Volume }
  | { readonly entry: CatalogEntry; readonly state: 'damaged'; readonly fault: Fault };

export interface Library {
  readonly shelf: readonly Shelved[];
  /** Indicators over the years; empty until every report has been opened. */
  readonly series: readonly Series[];
  /** Targets traced to their results; empty until every report has been opened. */
  readonly commitments: readonly Commitment[];
  /** Values that cannot be right, with the rule and what they were held against. */
  readonly doubts: readonly Doubt[];
  /** Whether all that can be opened has been held against each other. */
  readonly related: boolean;
  /** Why the reports could not be held against each other, or null. Each can be read all the same. */
  readonly fault: Fault | null;
  /** Opens every report that is not open yet; called again by 重新检查. */
  open(): Promise<void>;
}

export type LibraryStore = StoreApi<Library>;

/** Where reports come from (renderer/corpus gives the real one). */
export interface Corpus {
  readonly catalog: Catalog;
  /** Fetches, verifies and parses one report. */
  volume(entry: CatalogEntry): Promise<Result<Volume>>;
  /** Holds all opened reports against each other. */
  relate(): Promise<Result<Relations>>;
}

const placed = (entry: CatalogEntry, volume: Result<Volume>): Shelved =>
  volume.ok
    ? { entry, state: 'ready', volume: volume.value }
    : { entry, state: 'damaged', fault: volume.fault };

export const createLibrary = (corpus: Corpus): LibraryStore =>
  createStore<Library>()((set, get) => {
    const put = (next: Shelved) =>
      set(({ shelf }) => ({ shelf: shelf.map((item) => (item.entry.id === next.entry.id ? next : item)) }));
    const relate = async () => {
      const related = await corpus.relate();
      if (!related.ok) return set({ fault: related.fault });
      const { volumes, series, commitments, doubts } = related.value;
      const judged = new Map(volumes.map((volume) => [volume.report.id, volume]));
      set(({ shelf }) => ({
        series,
        commitments,
        doubts,
        related: true,
        fault: null,
        shelf: shelf.map((item) => {
          const volume = item.state === 'ready' ? judged.get(item.entry.id) : undefined;
          return volume ? { entry: item.entry, state: 'ready', volume } : item;
        }),
      }));
    };
    return {
      series: [],
      commitments: [],
      doubts: [],
      related: false,
      fault: null,
      shelf: corpus.catalog.map((entry) => ({ entry, state: 'opening' })),
      open: async () => {
        const closed = get().shelf.filter(({ state }) => state !== 'ready');
        await Promise.all(
          closed.map(async ({ entry }) => {
            put({ entry, state: 'opening' });
            put(placed(entry, await corpus.volume(entry)));
          }),
        );
        if (readyVolumes(get().shelf).length) await relate();
        else set({ related: true });
      },
    };
  });

/** Reports that can be read now, in shelf order. */
export const readyVolumes = (shelf: readonly Shelved[]): readonly Volume[] =>
  shelf.flatMap((item) => (item.state === 'ready' ? [item.volume] : []));

/** What a list over all reports leaves out: those still on their way, those that cannot be opened; empty where none. */
export const missingWords = (shelf: readonly Shelved[]): string => {
  const opening = shelf.filter(({ state }) => state === 'opening').length;
  const damaged = shelf.flatMap(({ state, entry }) => (state === 'damaged' ? [shortName(entry)] : []));
  return [
    ...(opening ? [`还有 ${opening} 篇正在打开`] : []),
    ...(damaged.length ? [`${damaged.join('、')} 打不开，没有列入`] : []),
  ].join('；');
};
