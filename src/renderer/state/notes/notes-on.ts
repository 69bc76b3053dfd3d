import { useMemo } from 'react';
import type { Note } from '../../../shared/anchor';
import { rangesOverlap, type Report } from '../../../shared/report';
import { useApp, useLibrary, useNotes } from '../app';
import { useNoteOn, type NotedPassage } from './note-on';
import { placeReportNotes, type PlacedNote } from './placed-notes';

type NotesOn = (passages: readonly NotedPassage[]) => readonly Note[];

const NONE: readonly PlacedNote[] = [];

/** Tells which notes stand on passages of these reports: on a row, a cell. The same function until a note changes. */
export const useNotesOn = (reports: readonly Report[]): NotesOn => {
  const byReport = useNotes((state) => state.byReport);
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(() => {
    const sources = new Map(shelf.map(({ entry }) => [entry.id, entry.sha256]));
    const placed = new Map(
      reports.map((report) => [
        report.id,
        placeReportNotes(report, sources.get(report.id) ?? '', byReport[report.id] ?? []).placed,
      ]),
    );
    return (passages) => [
      ...new Set(
        passages.flatMap(({ report, range }) =>
          (placed.get(report.id) ?? NONE)
            .filter((each) => rangesOverlap(each.range, range))
            .map(({ note }) => note),
        ),
      ),
    ];
  }, [reports, byReport, shelf]);
};

/** Opens the first note that stands on passages, or makes one on them. */
export const useOpenNoteOn = (notesOn: NotesOn): ((passages: readonly NotedPassage[]) => void) => {
  const { notes } = useApp();
  const noteOn = useNoteOn();
  return (passages) => {
    const [first] = notesOn(passages);
    if (first) notes.getState().openWriting(first.id);
    else if (passages.length > 0) noteOn(passages);
  };
};
