import { useEffect, useMemo, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AcrossMeasure, PlaceRows } from '../../../shared/compare';
import { useLibrary, useShell } from '../app';
import type { StatedAnswer } from '../../library';

/** How 各地 is looked at. It begins anew with each window. */
export interface AcrossChoices {
  readonly indicator: string;
  /** Null until the reader chooses: then what is stated most. */
  readonly measure: AcrossMeasure | null;
  /** The year the rows are sorted by, and whether the lowest comes first; null as on the shelf. */
  readonly sort: { readonly year: number; readonly rising: boolean } | null;
  /** Whether the years stand down and the places across. */
  readonly turned: boolean;
  readonly choose: (patch: Partial<Omit<AcrossChoices, 'choose'>>) => void;
}

/** Stated by nearly every report. */
const FIRST_INDICATOR = '生产总值';

export const createAcrossChoices = (): StoreApi<AcrossChoices> =>
  createStore<AcrossChoices>()((set) => ({
    ...{ indicator: FIRST_INDICATOR, measure: null, sort: null, turned: false },
    choose: (patch) => set(patch),
  }));

/** An indicator of the shelf, and how many places state it. */
export interface StatedIndicator {
  readonly indicator: string;
  readonly places: number;
}

export interface Gathered {
  readonly places: readonly PlaceRows[];
  readonly indicators: readonly StatedIndicator[];
  /** Places looked into, and all of them. */
  readonly done: number;
  readonly total: number;
}

/** Places in hand at a time: the database reads ahead of the worker. */
const IN_HAND = 4;

/** What has come is shown this often. Milliseconds. */
const SHOWN = 120;

interface Told {
  readonly place: string;
  readonly answer: StatedAnswer | null;
}

/** Goes through places, a few at a time, until it is told to stop. */
const gather = async (
  places: readonly string[],
  ask: (place: string) => Promise<StatedAnswer | null>,
  onTold: (told: Told) => boolean,
): Promise<void> => {
  let next = 0;
  const walk = async (): Promise<void> => {
    for (let at = next++; at < places.length; at = next++) {
      const place = places[at] ?? '';
      if (!onTold({ place, answer: await ask(place) })) return;
    }
  };
  await Promise.all(Array.from({ length: IN_HAND }, walk));
};

const countPlaces = (told: readonly Told[]): readonly StatedIndicator[] => {
  const counts = new Map<string, number>();
  for (const { answer } of told)
    for (const [indicator] of answer?.indicators ?? [])
      counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  return [...counts]
    .map(([indicator, places]) => ({ indicator, places }))
    .toSorted((a, b) => b.places - a.places || a.indicator.localeCompare(b.indicator, 'zh'));
};

const NOTHING: ReadonlyMap<string, Told> = new Map();

/** Gives what places state of an indicator, as far as it has come. Leaving the view stops it. */
export const useGathered = (indicator: string, asked: readonly string[]): Gathered => {
  const { library } = useShell();
  const shelf = useLibrary((state) => state.shelf);
  const key = asked.join('\n');
  const [shown, setShown] = useState({ of: '', told: NOTHING });
  const question = `${indicator}\n${key}`;
  useEffect(() => {
    const told = new Map<string, Told>();
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      timer = undefined;
      setShown({ of: question, told: new Map(told) });
    };
    const onTold = (one: Told): boolean => {
      if (gone) return false;
      told.set(one.place, one);
      timer ??= setTimeout(show, SHOWN);
      return true;
    };
    const ask = async (place: string): Promise<StatedAnswer | null> => {
      const answer = await library.getState().stated(indicator, place);
      return answer.ok ? answer.value : null;
    };
    void gather(key.split('\n').filter(Boolean), ask, onTold);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [library, indicator, key, question]);
  return useMemo(() => {
    const order = key.split('\n').filter(Boolean);
    const told = shown.of === question ? shown.told : NOTHING;
    const known = order.flatMap((place) => told.get(place) ?? []);
    const yearsOf = (place: string): readonly number[] =>
      shelf.flatMap(({ entry }) => (entry.place === place ? [entry.year] : []));
    const places = known.flatMap(({ place, answer }) =>
      answer && answer.rows.length > 0 ? [{ place, rows: answer.rows, reportYears: yearsOf(place) }] : [],
    );
    return { places, indicators: countPlaces(known), done: known.length, total: order.length };
  }, [shown, question, key, shelf]);
};
