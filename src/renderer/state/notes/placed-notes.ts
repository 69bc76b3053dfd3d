import { useMemo } from 'react';
import { questionOf, resolveTarget, type Note, type Resolution } from '../../../shared/anchor';
import type { AnnotationTarget, Range, Report } from '../../../shared/report';
import { useNotes } from '../app';

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
  /** Notes without a place here, which the reader has left so. */
  readonly left: readonly Note[];
}

/** A report's text does not change while it is open, nor does a target: each is looked for once. */
const known = new WeakMap<Report, WeakMap<AnnotationTarget, Resolution>>();

const resolved = (report: Report, target: AnnotationTarget): Resolution => {
  const places = known.get(report) ?? new WeakMap<AnnotationTarget, Resolution>();
  known.set(report, places);
  const place = places.get(target) ?? resolveTarget(report, target);
  places.set(target, place);
  return place;
};

/**
 * The reader's notes on one report, in text order; none is dropped for want of a place. `source` is the SHA-256 of the
 * report's raw text.
 */
export const placeReportNotes = (report: Report, source: string, notes: readonly Note[]): ReportNotes => {
  const placed: PlacedNote[] = [];
  const unsure = new Set<Note>();
  const left = new Set<Note>();
  for (const note of notes)
    for (const target of note.annotation.targets) {
      if (target.report !== report.id) continue;
      const resolution = resolved(report, target);
      if (questionOf(target, resolution, source)) unsure.add(note);
      else if (resolution.state === 'unsure') left.add(note);
      else placed.push({ note, range: resolution.range });
    }
  placed.sort((a, b) => a.range.start - b.range.start);
  return { placed, unsure: [...unsure], left: [...left] };
};

export const usePlacedNotes = (report: Report, source: string): ReportNotes => {
  const notes = useNotes((state) => state.notes);
  return useMemo(() => placeReportNotes(report, source, notes), [report, source, notes]);
};
