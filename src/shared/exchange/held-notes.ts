import type { Note } from '../anchor';
import type { Annotation } from '../report';

/** What notes from elsewhere are to the notes there are. */
export interface HeldNotes {
  /** Not in the notebook, or only in its 回收站. */
  readonly fresh: readonly Annotation[];
  /** In the notebook with the same words, marks and passages. */
  readonly same: number;
  /** In the notebook under the same id, with something else in them; the notebook's stay as they are. */
  readonly differing: readonly Annotation[];
  /** How many of those came with a later change; by the clocks of two computers, so only to be told. */
  readonly newer: number;
}

/** Times do not count: what was exported twice is one note. */
const content = ({ body, targets }: Annotation): string =>
  JSON.stringify([
    ...[body.text, body.tags, body.colour, body.underline, body.assessment, body.classification, body.step],
    targets,
  ]);

/** Finds the note of the notebook with this id; one in the 回收站 is none. */
export const standingNote = (byId: ReadonlyMap<string, Note>, id: string): Note | null => {
  const note = byId.get(id);
  return note && note.deleted === null ? note : null;
};

/** Holds notes from elsewhere against those there are. */
export function holdNotes(annotations: readonly Annotation[], byId: ReadonlyMap<string, Note>): HeldNotes {
  const fresh: Annotation[] = [];
  const differing: Annotation[] = [];
  let newer = 0;
  for (const annotation of annotations) {
    const known = standingNote(byId, annotation.id);
    if (!known) fresh.push(annotation);
    else if (content(known.annotation) !== content(annotation)) {
      differing.push(annotation);
      if (annotation.modified > known.annotation.modified) newer += 1;
    }
  }
  return { fresh, same: annotations.length - fresh.length - differing.length, differing, newer };
}
