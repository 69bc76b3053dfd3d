import type { Note } from '../../../shared/anchor';
import type { CatalogEntry } from '../../../shared/report';
import { useShell } from '../../state/app';
import { sheetReports } from '../parts/sheet-reports';

/** Ids of the reports these notes are tied to, in the order of their passages. */
const reportsOf = (notes: readonly Note[]): readonly string[] =>
  notes.flatMap(({ annotation }) => annotation.targets.map(({ report }) => report));

/** Goes on to a sheet of the reports these notes are tied to, with these notes and no others on it. */
export const useSheet = (entries: readonly CatalogEntry[]): ((notes: readonly Note[]) => void) => {
  const { navigation } = useShell();
  return (notes) => {
    navigation.getState().go({
      view: 'print',
      reports: sheetReports(reportsOf(notes), entries),
      notes: notes.map(({ id }) => id),
    });
  };
};
