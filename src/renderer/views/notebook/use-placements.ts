import { useMemo } from 'react';
import { resolveTarget, type Note, type Resolution } from '../../../shared/anchor';
import type { Report } from '../../../shared/report';
import { useLibrary, useNotes } from '../../state/app';
import { readyVolumes } from '../../state/library';

/** Where each target of a note stands; null where its report is not on the shelf. */
export type Placements = ReadonlyMap<string, readonly (Resolution | null)[]>;

const place = (note: Note, reports: ReadonlyMap<string, Report>): readonly (Resolution | null)[] =>
  note.annotation.targets.map((target) => {
    const report = reports.get(target.report);
    return report ? resolveTarget(report, target) : null;
  });

export interface PlacedNotes {
  readonly reports: ReadonlyMap<string, Report>;
  readonly placements: Placements;
  /** Ids of notes with a passage whose place the reader must decide. */
  readonly unsure: ReadonlySet<string>;
}

/** All notes against all reports on the shelf. */
export const usePlacements = (): PlacedNotes => {
  const shelf = useLibrary((state) => state.shelf);
  const notes = useNotes((state) => state.notes);
  return useMemo(() => {
    const reports = new Map(readyVolumes(shelf).map(({ report }) => [report.id, report]));
    const placements = new Map(notes.map((note) => [note.id, place(note, reports)]));
    const unsure = [...placements].filter(([, places]) => places.some((each) => each?.state === 'unsure'));
    return { reports, placements, unsure: new Set(unsure.map(([id]) => id)) };
  }, [shelf, notes]);
};
