import type { Note } from '../../shared/anchor';
import type { Annotation } from '../../shared/report';
import type { ImportRead } from '../workers/exchange-client';

/** A file held against the notes there are; nothing has been written. */
export interface ImportMatch extends Pick<ImportRead, 'records' | 'refused' | 'refusedCount' | 'unused'> {
  readonly file: string;
  /** Not in the notebook, or only in its 回收站. */
  readonly fresh: readonly Annotation[];
  /** In the notebook with the same words, marks and passages. */
  readonly same: number;
  /** In the notebook under the same id, with something else in them; the notebook's stay as they are. */
  readonly differing: readonly Annotation[];
}

/** Times do not count: what was exported twice is one note. */
const content = ({ body, targets }: Annotation): string =>
  JSON.stringify([body.text, body.tags, body.colour, body.underline, body.assessment, targets]);

/** Notes compared between two pauses, in which the page can paint. */
const SLICE = 250;

export async function matchImport(
  file: string,
  { annotations, records, refused, refusedCount, unused }: ImportRead,
  byId: ReadonlyMap<string, Note>,
): Promise<ImportMatch> {
  const fresh: Annotation[] = [];
  const differing: Annotation[] = [];
  for (const [index, annotation] of annotations.entries()) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve));
    const known = byId.get(annotation.id);
    if (!known || known.deleted !== null) fresh.push(annotation);
    else if (content(known.annotation) !== content(annotation)) differing.push(annotation);
  }
  const same = annotations.length - fresh.length - differing.length;
  return { file, records, refused, refusedCount, unused, fresh, same, differing };
}
