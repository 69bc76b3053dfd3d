import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { neighboursOf } from '../../../shared/places';
import type { CatalogEntry } from '../../../shared/report';
import { useLibrary, usePositions, useStoreOf } from '../app';
import { createGroups, type Groups } from './groups';
import { createScopeChoice, likelyPlace, placesIn, placesOn, placesRead, scopeAt, type Scope } from './scope';

/** The reports that can be read, in shelf order; the same array until one comes or goes. */
export const useEntries = (): readonly CatalogEntry[] =>
  useLibrary(
    useShallow(({ shelf }) => shelf.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry]))),
  );

/** Places read, the last first; null while that is not known yet. */
export const usePlacesRead = (): readonly string[] | null => {
  const entries = useEntries();
  const loaded = usePositions((state) => state.loaded);
  const read = usePositions(useShallow(({ byReport }) => placesRead(byReport, entries)));
  return loaded ? read : null;
};

/** The groups of the reader's own, and the places they pinned. */
export const useGroups = (): Groups => useStore(useStoreOf(createGroups));

/** What is looked at, and the way to change that. */
export interface ScopeAtHand {
  readonly scope: Scope;
  /** Of the shelf, those in the scope; empty while it is not known what was read last. */
  readonly places: readonly string[];
  /** The one place of them that is shown where only one can be: the place read last, else the likely one. */
  readonly home: string | null;
  /** Ids of the reports of these places; the same set while they are. */
  readonly reports: ReadonlySet<string>;
  readonly choose: (scope: Scope) => void;
}

/** The scope all views share. */
export const useScope = (): ScopeAtHand => {
  const entries = useEntries();
  const read = usePlacesRead();
  const { chosen, choose } = useStore(useStoreOf(createScopeChoice));
  const groups = useGroups().list;
  return useMemo(() => {
    const known = read ?? [];
    const last = known[0] ?? likelyPlace(entries);
    const scope = scopeAt(chosen, { entries, groups }, last);
    const places = read === null && chosen === null ? [] : placesIn(scope, { entries, groups });
    const home = last !== null && places.includes(last) ? last : (places[0] ?? null);
    const wanted = new Set(places);
    const reports = new Set(entries.flatMap(({ id, place }) => (wanted.has(place) ? [id] : [])));
    return { scope, places, home, reports, choose };
  }, [entries, groups, read, chosen, choose]);
};

/**
 * Places to be set beside each other: those in scope; of one place also those above it, in it, and beside it in the
 * same city or province.
 */
export const usePlacesBeside = (): readonly string[] => {
  const entries = useEntries();
  const { scope, places } = useScope();
  return useMemo(
    () => (scope.kind === 'place' ? neighboursOf(scope.place, [...placesOn(entries).keys()]) : places),
    [entries, scope, places],
  );
};

/** Gives what brings a place into scope before a view is gone to that must show it. */
export const useTakeIn = (): ((place: string) => void) => {
  const { places, choose } = useScope();
  return (place) => {
    if (!places.includes(place)) choose({ kind: 'place', place });
  };
};
