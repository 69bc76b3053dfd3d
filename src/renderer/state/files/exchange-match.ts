import type { Note } from '../../../shared/anchor';
import { holdNotes, type HeldNotes } from '../../../shared/exchange';
import type { ImportRead } from '../../workers/exchange-client';

/** A file held against the notes there are; nothing has been written. */
export interface ImportMatch extends Omit<ImportRead, 'annotations'>, HeldNotes {
  readonly file: string;
}

/** Notes compared between two pauses, in which the page can paint. */
const SLICE = 250;

/** Holds what a file has against the notes there are, in slices. */
export async function matchImport(
  file: string,
  { annotations, ...summary }: ImportRead,
  byId: ReadonlyMap<string, Note>,
): Promise<ImportMatch> {
  const slices: HeldNotes[] = [];
  for (let start = 0; start < annotations.length; start += SLICE) {
    if (start > 0) await new Promise((resolve) => setTimeout(resolve));
    slices.push(holdNotes(annotations.slice(start, start + SLICE), byId));
  }
  return {
    ...summary,
    file,
    fresh: slices.flatMap(({ fresh }) => fresh),
    same: slices.reduce((sum, { same }) => sum + same, 0),
    differing: slices.flatMap(({ differing }) => differing),
    newer: slices.reduce((sum, { newer }) => sum + newer, 0),
  };
}
