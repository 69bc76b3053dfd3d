import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLibrary, useShell } from '../app';
import { isStudied, type ReportFacts } from './library';
import { useEntries } from './use-scope';

/** What is known of the reports of some places, and how far it has come. */
export interface Studied {
  /** Of the reports of these places, in shelf order. */
  readonly facts: readonly ReportFacts[];
  /** Places found out about, and all of them. */
  readonly done: number;
  readonly total: number;
  readonly complete: boolean;
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly goOn: () => void;
}

/** Places in hand at a time: the database reads ahead of the worker. */
const IN_HAND = 2;

/** So few places are shown as they come; of more one waits for the whole. */
const TOGETHER = 6;

export const isTogether = (places: number): boolean => places <= TOGETHER;

/** Goes through places until it is told to stop. */
const walk = async (
  places: readonly string[],
  study: (place: string) => Promise<void>,
  isWanted: () => boolean,
): Promise<void> => {
  let next = 0;
  const go = async (): Promise<void> => {
    for (let at = next++; at < places.length && isWanted(); at = next++) await study(places[at] ?? '');
  };
  await Promise.all(Array.from({ length: IN_HAND }, go));
};

/** Finds out about the reports of places one after the other, until the view is left or the reader stops it. */
export const useStudied = (places: readonly string[]): Studied => {
  const { library } = useShell();
  const entries = useEntries();
  const key = places.join('\n');
  const [stoppedAt, setStopped] = useState<string | null>(null);
  const stopped = stoppedAt === key;
  const own = useMemo(() => {
    const wanted = new Set(key.split('\n'));
    return entries.filter(({ place }) => wanted.has(place));
  }, [entries, key]);
  useEffect(() => {
    if (key === '' || stopped) return undefined;
    let wanted = true;
    const study = (place: string): Promise<void> =>
      library.getState().study(own.flatMap((entry) => (entry.place === place ? [entry.id] : [])));
    void walk(key.split('\n'), study, () => wanted);
    return () => {
      wanted = false;
    };
  }, [library, key, own, stopped]);
  const known = useLibrary((state) => state.facts);
  const facts = useMemo(() => own.flatMap(({ id }) => known.get(id) ?? []), [own, known]);
  const done = useLibrary((state) => places.filter((place) => isStudied(state, place)).length);
  const stop = useCallback(() => setStopped(key), [key]);
  const goOn = useCallback(() => setStopped(null), []);
  const total = places.length;
  return {
    facts,
    done,
    total,
    complete: total > 0 ? done === total : entries.length === 0,
    stopped,
    stop,
    goOn,
  };
};
