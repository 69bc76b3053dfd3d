import type { Note } from '../../../shared/anchor';
import type { Annotation } from '../../../shared/report';
import type { ImportRead } from '../../workers/exchange-client';

/** A file held against the notes there are; nothing has been written. */
export interface ImportMatch extends Omit<ImportRead, 'annotations'> {
  readonly file: string;
  /** Not in the notebook, or only in its 回收站. */
  readonly fresh: readonly Annotation[];
  /** In the notebook with the same words, marks and passages. */
  readonly same: number;
  /** In the notebook under the same id, with something else in them; the notebook's stay as they are. */
  readonly differing: readonly Annotation[];
  /** How many of those the file has a later change of; by the clocks of two computers, so only to be told. */
  readonly newer: number;
}

/** Times do not count: what was exported twice is one note. */
const content = ({ body, targets }: Annotation): string =>
  JSON.stringify([body.text, body.tags, body.colour, body.underline, body.assessment, targets]);

/** The note of the notebook with this id; one in the 回收站 is none. */
export const standing = (byId: ReadonlyMap<string, Note>, id: string): Note | null => {
  const note = byId.get(id);
  return note && note.deleted === null ? note : null;
};

/** Notes compared between two pauses, in which the page can paint. */
const SLICE = 250;

/** Holds what a file has against the notes there are, in slices. */
export async function matchImport(
  file: string,
  { annotations, ...summary }: ImportRead,
  byId: ReadonlyMap<string, Note>,
): Promise<ImportMatch> {
  let newer = 0;
  const fresh: Annotation[] = [];
  const differing: Annotation[] = [];
  for (const [index, annotation] of annotations.entries()) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve));
    const known = standing(byId, annotation.id);
    if (!known) fresh.push(annotation);
    else if (content(known.annotation) !== content(annotation)) {
      differing.push(annotation);
      if (annotation.modified > known.annotation.modified) newer += 1;
    }
  }
  const same = annotations.length - fresh.length - differing.length;
  return { ...summary, file, fresh, same, differing, newer };
}
