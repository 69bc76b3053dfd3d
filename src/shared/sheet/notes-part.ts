import type { Annotation, Report } from '../report';
import type { Footnotes } from './footnotes';
import { nameDay } from './naming';
import { PART_LABELS, type NotesPart, type SheetNote } from './sheet';

/**
 * The reader's notes on the reports of the sheet, oldest first. A passage whose position is not inside its
 * report's text is quoted as the note remembers it, without a footnote that would point at the wrong place.
 */
export function makeNotesPart(
  notes: readonly Annotation[],
  reports: readonly Report[],
  footnotes: Footnotes,
): NotesPart {
  const known = new Map(reports.map((report) => [report.id, report]));
  const chosen = notes
    .filter(({ targets }) => targets.some(({ report }) => known.has(report)))
    .toSorted((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0))
    .map((note) => makeNote(note, known, footnotes));
  return { kind: 'notes', title: PART_LABELS.notes, notes: chosen };
}

function makeNote(note: Annotation, reports: ReadonlyMap<string, Report>, footnotes: Footnotes): SheetNote {
  const { text, tags, colour } = note.body;
  const quotes = note.targets.flatMap(({ report: id, position, quote }) => {
    const report = reports.get(id);
    if (!report) return [];
    const stands = report.clean.slice(position.start, position.end) === quote.exact;
    return [{ text: quote.exact, footnote: stands ? footnotes.ofPassage(report, position) : null }];
  });
  return { id: note.id, text, tags, colour, quotes, date: nameDay(note.created) };
}
