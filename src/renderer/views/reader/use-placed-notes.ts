import { useMemo } from 'react';
import { resolveTarget, type Note } from '../../../shared/anchor';
import type { Range, Report } from '../../../shared/report';
import { useNotes } from '../../state/app';

/** A note at a passage of the report on the desk. */
export interface PlacedNote {
  readonly note: Note;
  /** In the clean text. */
  readonly range: Range;
}

export interface ReportNotes {
  readonly placed: readonly PlacedNote[];
  /** Notes of this report whose passage is not certain; the reader decides in 笔记本. */
  readonly unsure: readonly Note[];
}

/** The reader's notes on one report, in text order; none is dropped for want of a place. */
export const placeReportNotes = (report: Report, notes: readonly Note[]): ReportNotes => {
  const placed: PlacedNote[] = [];
  const unsure = new Set<Note>();
  for (const note of notes)
    for (const target of note.annotation.targets) {
      if (target.report !== report.id) continue;
      const resolution = resolveTarget(report, target);
      if (resolution.state === 'unsure') unsure.add(note);
      else placed.push({ note, range: resolution.range });
    }
  return { placed: placed.toSorted((a, b) => a.range.start - b.range.start), unsure: [...unsure] };
};

export const usePlacedNotes = (report: Report): ReportNotes => {
  const notes = useNotes((state) => state.notes);
  return useMemo(() => placeReportNotes(report, notes), [report, notes]);
};
