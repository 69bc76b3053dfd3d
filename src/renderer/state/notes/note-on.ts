import { createTarget, type AnchoredText } from '../../../shared/anchor';
import type { AnnotationBody, Range } from '../../../shared/report';
import { useApp } from '../app';

/** A place in a report that is at hand. */
export interface NotedPassage {
  readonly report: AnchoredText;
  /** In the clean text. */
  readonly range: Range;
}

/**
 * For any view: makes one note on all these passages (of one report or several) and opens it for writing over the
 * view. Answers the note's id.
 */
export const useNoteOn = (): ((
  passages: readonly NotedPassage[],
  body?: Partial<AnnotationBody>,
) => string) => {
  const { library, notes } = useApp();
  return (passages, body) => {
    const sources = new Map(library.getState().shelf.map(({ entry }) => [entry.id, entry.sha256]));
    const targets = passages.map(({ report, range }) =>
      createTarget(report, range, sources.get(report.id) ?? ''),
    );
    return notes.getState().noteOn(targets, body);
  };
};
