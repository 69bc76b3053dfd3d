import { createStore, type StoreApi } from 'zustand/vanilla';
import { isSurvey, type CatalogEntry } from '../../../shared/report';
import type { Group } from './groups';
import type { Positions } from './positions';

/** What is looked at: the reports of one place, those of a group of the reader's own, or all of the shelf. */
export type Scope =
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'all' };

export interface ScopeChoice {
  /** Null until the reader chooses: then `scopeAt` says. */
  readonly chosen: Scope | null;
  readonly choose: (scope: Scope) => void;
}

export const ALL: Scope = { kind: 'all' };

/** The one choice that 指标, 目标, 提法, 各地 and 搜索 share. It begins anew with each window. */
export const createScopeChoice = (): StoreApi<ScopeChoice> =>
  createStore<ScopeChoice>()((set) => ({ chosen: null, choose: (chosen) => set({ chosen }) }));

/** A shelf of so few reports is looked at whole: nothing has to be asked for. */
const FEW = 24;

const isFew = (entries: readonly CatalogEntry[]): boolean => entries.length <= FEW;

/** Places in the order of the shelf, each with its reports. */
export const placesOn = (entries: readonly CatalogEntry[]): ReadonlyMap<string, readonly CatalogEntry[]> => {
  const places = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const own = places.get(entry.place);
    if (own) own.push(entry);
    else places.set(entry.place, [entry]);
  }
  return places;
};

/** The place of most whole reports: the likely one where nothing has been read. */
export const likelyPlace = (entries: readonly CatalogEntry[]): string | null => {
  const whole = entries.filter((entry) => !isSurvey(entry));
  const places = [...placesOn(whole.length > 0 ? whole : entries)];
  const [most] = places.toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
};

/** Places by the reading positions in them, the last read first. A report that was only looked something up in has none. */
export const placesRead = (
  byReport: Positions['byReport'],
  entries: readonly CatalogEntry[],
): readonly string[] => {
  const placeOf = new Map(entries.map(({ id, place }) => [id, place]));
  const read = Object.values(byReport).filter(({ report }) => placeOf.has(report));
  const latestFirst = read.toSorted((a, b) => b.readAt - a.readAt);
  return [...new Set(latestFirst.flatMap(({ report }) => placeOf.get(report) ?? []))];
};

/** What a scope is chosen from. */
interface ScopeGround {
  readonly entries: readonly CatalogEntry[];
  readonly groups: readonly Group[];
}

/** The places a scope takes in, in the order of the shelf. */
export const placesIn = (scope: Scope, { entries, groups }: ScopeGround): readonly string[] => {
  const places = [...placesOn(entries).keys()];
  if (scope.kind === 'all') return places;
  const own = groups.find(({ id }) => scope.kind === 'group' && id === scope.group)?.places ?? [];
  const wanted = new Set(scope.kind === 'place' ? [scope.place] : own);
  return places.filter((place) => wanted.has(place));
};

/** The scope that holds: the reader's choice while it is on the shelf, all of a small shelf, else the place at hand. */
export const scopeAt = (chosen: Scope | null, ground: ScopeGround, home: string | null): Scope => {
  if (chosen && placesIn(chosen, ground).length > 0) return chosen;
  return home === null || isFew(ground.entries) ? ALL : { kind: 'place', place: home };
};
