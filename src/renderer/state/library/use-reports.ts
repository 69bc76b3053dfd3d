import { useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CatalogEntry, Report } from '../../../shared/report';
import { useLibrary, useShell } from '../app';
import { openVolumes, type Library, type ReportFacts, type Shelved, type Volume } from './library';

/** Ids as one string, which stays the same while they do. */
const SEPARATOR = '\n';
const splitKey = (key: string): readonly string[] => (key === '' ? [] : key.split(SEPARATOR));

/** Keeps reports open while the caller is shown, and finds out what is known of them and their places. */
export const useHeld = (ids: readonly string[]): void => {
  const { library } = useShell();
  const key = ids.join(SEPARATOR);
  useEffect(() => {
    const held = splitKey(key);
    void library.getState().study(held);
    return library.getState().hold(held);
  }, [library, key]);
};

/** The reports of `ids` that are open, by id, kept open while the caller is shown; the same map until one changes. */
export const useVolumes = (ids: readonly string[]): ReadonlyMap<string, Volume> => {
  useHeld(ids);
  const wanted = new Set(ids);
  // The shelf changes when any report does; the list only when one of these does.
  const volumes = useLibrary(
    useShallow(({ shelf }: Library) => openVolumes(shelf).filter(({ report }) => wanted.has(report.id))),
  );
  return useMemo(() => new Map(volumes.map((volume) => [volume.report.id, volume])), [volumes]);
};

/** The reports of `ids` that are open, by id. */
export const useReports = (ids: readonly string[]): ReadonlyMap<string, Report> => {
  const volumes = useVolumes(ids);
  return useMemo(() => new Map([...volumes].map(([id, { report }]) => [id, report])), [volumes]);
};

/** One report, kept open while the caller is shown, whose place is not looked into; undefined until it is open. */
export const useText = (id: string | null): Report | undefined => {
  const { library } = useShell();
  useEffect(() => (id === null ? undefined : library.getState().hold([id])), [library, id]);
  return useLibrary(({ shelf }) => {
    const item = shelf.find(({ entry }) => entry.id === id);
    return item?.state === 'ready' ? item.volume.report : undefined;
  });
};

/** One report, kept open while the caller is shown; undefined until it is open. */
export const useReport = (id: string): Report | undefined => {
  useHeld([id]);
  return useLibrary(({ shelf }) => {
    const item = shelf.find(({ entry }) => entry.id === id);
    return item?.state === 'ready' ? item.volume.report : undefined;
  });
};

/** Gives what is known of the reports of `ids`, in shelf order, as far as it has been found out. */
export const useFacts = (ids: readonly string[]): readonly ReportFacts[] => {
  const { library } = useShell();
  const key = ids.join(SEPARATOR);
  useEffect(() => void library.getState().study(splitKey(key)), [library, key]);
  const facts = useLibrary((state) => state.facts);
  return useMemo(() => splitKey(key).flatMap((id) => facts.get(id) ?? []), [facts, key]);
};

/** The place of each report by its id. */
export const usePlaces = (): ReadonlyMap<string, string> => {
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(() => new Map(shelf.map(({ entry }) => [entry.id, entry.place])), [shelf]);
};

/** Reports beside others that are looked at for comparison. */
const MOST_BESIDE = 8;

/** The reports nearest to the given ones, themselves left out: of their places first, then by year. */
export const nearestTo = (chosen: readonly CatalogEntry[], shelf: readonly Shelved[]): readonly string[] => {
  const places = new Set(chosen.map(({ place }) => place));
  const last = Math.max(...chosen.map(({ year }) => year));
  const distance = ({ place, year }: CatalogEntry): number =>
    Math.abs(last - year) + (places.has(place) ? 0 : 1_000);
  return shelf
    .flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry]))
    .filter((entry) => !chosen.some(({ id }) => id === entry.id))
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, MOST_BESIDE)
    .map(({ id }) => id);
};
