import type { Note } from '../../../shared/anchor';
import type { CatalogEntry } from '../../../shared/report';
import { useShell } from '../../state/app';

/** So many reports stand side by side on a sheet. */
const MOST = 4;

/**
 * The reports of a sheet that shows these notes, in the order of the notes' passages. A sheet sets at least two side by
 * side: beside a single one stands the latest of another year, of its own place where there is one.
 */
export const sheetReports = (notes: readonly Note[], entries: readonly CatalogEntry[]): readonly string[] => {
  const named = new Set(notes.flatMap(({ annotation }) => annotation.targets.map(({ report }) => report)));
  const known = [...named].flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const [only, another] = known;
  if (!only || another) return known.slice(0, MOST).map(({ id }) => id);
  const others = entries
    .filter(({ year }) => year !== only.year)
    .toSorted((a, b) => Number(b.place === only.place) - Number(a.place === only.place) || b.year - a.year);
  return [only, ...others.slice(0, 1)].map(({ id }) => id);
};

/** Goes on to a sheet of the reports these notes are tied to, with these notes and no others on it. */
export const useSheet = (entries: readonly CatalogEntry[]): ((notes: readonly Note[]) => void) => {
  const { navigation } = useShell();
  return (notes) => {
    navigation.getState().go({
      view: 'print',
      reports: sheetReports(notes, entries),
      notes: notes.map(({ id }) => id),
    });
  };
};
