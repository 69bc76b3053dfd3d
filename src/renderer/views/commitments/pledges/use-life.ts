import { useEffect, useMemo, useState } from 'react';
import type { AssessedStep } from '../../../../shared/anchor';
import type { LifeStep } from '../../../../shared/commitments';
import type { Fault } from '../../../../shared/fault';
import { useLibrary, useShell } from '../../../state/app';
import { useAssessedSteps } from '../../../state/notes/step-answers';
import { kinOf } from '../../../../shared/places';
import type { StripCell, StripLine } from './life-strip';

/** A thing's life as it is shown, and what stands in its way. */
export interface Life {
  /** Steps of the place itself, oldest first; null until they have been read. */
  readonly steps: readonly AssessedStep<LifeStep>[] | null;
  readonly lines: readonly StripLine[];
  readonly years: readonly number[];
  /** Years between the first and the last of the place's reports that are not on the shelf. */
  readonly missing: readonly number[];
  readonly fault: Fault | null;
}

/** Other places a thing is looked for in, besides its own. */
const MOST_OTHERS = 3;

interface Read {
  readonly key: string;
  readonly steps: ReadonlyMap<string, readonly LifeStep[]>;
  readonly fault: Fault | null;
}

const spanOf = (years: readonly number[]): readonly number[] => {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

/** The year of the report a step stands in. */
type YearOf = (report: string) => number | undefined;

const further = (a: LifeStep | null, b: LifeStep): LifeStep =>
  a === null || (a.as === 'promised' && b.as === 'told') || a.stage === null ? b : a;

const cellsOf = (
  steps: readonly LifeStep[],
  years: readonly number[],
  held: ReadonlyMap<number, string>,
  yearOf: YearOf,
): readonly StripCell[] =>
  years.map((year) => ({
    year,
    genre: held.get(year) ?? null,
    step: steps.filter(({ report }) => yearOf(report) === year).reduce(further, null as LifeStep | null),
  }));

/** Reads what the reports of a place, and of places above and below it, say of a thing over the years. */
export const useLife = (name: string, place: string): Life => {
  const { library } = useShell();
  const shelf = useLibrary((state) => state.shelf);
  const [read, setRead] = useState<Read>({ key: '', steps: new Map(), fault: null });
  const places = useMemo(() => {
    const kin = kinOf([...new Set([place, ...shelf.map(({ entry }) => entry.place)])]);
    return [place, ...(kin.get(place) ?? []).slice(0, MOST_OTHERS)];
  }, [shelf, place]);
  const assessed = useAssessedSteps(name);
  const key = [name, ...places].join('|');
  useEffect(() => {
    let stale = false;
    void Promise.all(places.map((one) => library.getState().life(name, one))).then((answers) => {
      if (stale) return;
      const steps = new Map(answers.map((answer, at) => [places[at] ?? '', answer.ok ? answer.value : []]));
      setRead({
        key,
        steps,
        fault: answers.flatMap((answer) => (answer.ok ? [] : [answer.fault]))[0] ?? null,
      });
    });
    return () => {
      stale = true;
    };
  }, [library, name, places, key]);
  return useMemo(() => {
    const known = new Map(shelf.map(({ entry }) => [entry.id, entry.year]));
    const yearOf: YearOf = (report) => known.get(report);
    const heldBy = (one: string) =>
      new Map(
        shelf.flatMap(({ entry }) => (entry.place === one ? [[entry.year, entry.genre] as const] : [])),
      );
    const own = heldBy(place);
    const years = spanOf([...own.keys()]);
    const ready = read.key === key;
    const lines = places.map((one) => ({
      place: one,
      cells: cellsOf(assessed(read.steps.get(one) ?? []), years, heldBy(one), yearOf),
    }));
    return {
      steps: ready ? assessed(read.steps.get(place) ?? []) : null,
      lines: lines.filter(({ cells }, at) => at === 0 || cells.some(({ step, genre }) => step ?? genre)),
      years,
      missing: years.filter((year) => !own.has(year)),
      fault: ready ? read.fault : null,
    };
  }, [shelf, place, places, read, key, assessed]);
};
