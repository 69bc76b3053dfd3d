import type { Note } from '../../../shared/anchor';
import type { Colour } from '../../../shared/report';

/** Which notes the notebook lists. */
export type NoteFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'colour'; readonly colour: Colour }
  | { readonly kind: 'report'; readonly report: string };

/** Ids of notes with a passage whose place is not certain. */
export type UnsureIds = ReadonlySet<string>;

const passes = (note: Note, filter: NoteFilter, unsure: UnsureIds): boolean => {
  if (filter.kind === 'trash') return note.deleted !== null;
  if (note.deleted !== null) return false;
  switch (filter.kind) {
    case 'all':
      return true;
    case 'unsure':
      return unsure.has(note.id);
    case 'colour':
      return note.annotation.body.colour === filter.colour;
    case 'report':
      return note.annotation.targets.some(({ report }) => report === filter.report);
  }
};

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

const says = ({ annotation }: Note, words: string): boolean =>
  fold(
    [
      annotation.body.text,
      ...annotation.body.tags,
      ...annotation.targets.map(({ quote }) => quote.exact),
    ].join('\n'),
  ).includes(fold(words));

/** Notes that pass a filter and hold the words, newest change first. */
export const filterNotes = (
  notes: readonly Note[],
  filter: NoteFilter,
  words: string,
  unsure: UnsureIds,
): readonly Note[] =>
  notes
    .filter((note) => passes(note, filter, unsure) && says(note, words))
    .toSorted(
      (a, b) => b.annotation.modified.localeCompare(a.annotation.modified) || b.id.localeCompare(a.id),
    );

export const sameFilter = (a: NoteFilter, b: NoteFilter): boolean => JSON.stringify(a) === JSON.stringify(b);
