import { liveDraft, versionPayload, type NoteRecords } from '../../../shared/anchor';
import type { JournalDraft } from '../../../shared/host';
import type { Annotation } from '../../../shared/report';
import { createOperation, draftOperation, type Stamp } from './operations';
import type { NotesState } from './state';

/** More at once is an import or a step over many notes, which can be done again; a full disk is not filled further. */
const MOST = 50;

/** A note no journal has acknowledged yet. */
interface UnsavedNote {
  /** Id of its creation. */
  readonly rev: string;
  /** The note as it is by now. */
  readonly annotation: Annotation;
}

const creationOf = (operations: readonly JournalDraft[], note: string): string | undefined =>
  operations.find(({ noteId, kind }) => noteId === note && kind === 'create')?.id;

/** Gives what a draft has to tell besides its text, where the journal does not know the note yet. */
export const unsavedNote = (
  pending: readonly JournalDraft[],
  { id, annotation }: { readonly id: string; readonly annotation: Annotation },
): UnsavedNote | null => {
  const rev = creationOf(pending, id);
  return rev === undefined ? null : { rev, annotation };
};

/** Changes on their way to a journal that does not take them now; `fresh` are those of them not parked before. */
interface Refused {
  readonly refused: readonly JournalDraft[];
  readonly fresh: readonly JournalDraft[];
}

const isChange = ({ kind }: JournalDraft): boolean => kind !== 'draft';

/** Gives what the journal knows of a note: the base of the first change it has refused. */
const knownBase = (refused: readonly JournalDraft[], note: string): string | null =>
  refused.find((operation) => operation.noteId === note && isChange(operation))?.baseRev ?? null;

/**
 * Changes a nearly full disk has refused, as drafts, which it still takes: a crash leaves what was written to go on
 * with. Only the last change of each note, with the words of its editor where that is still open.
 */
export function parkedDrafts(
  stamp: Stamp,
  { refused, fresh }: Refused,
  editing: NotesState['editing'],
): readonly JournalDraft[] {
  const changes = fresh.filter(isChange);
  if (changes.length > MOST) return [];
  const last = new Map(changes.map((operation) => [operation.noteId, operation]));
  return [...last.values()].flatMap(({ noteId, payload }) => {
    const annotation = versionPayload.read(payload)?.annotation;
    if (!annotation) return [];
    const unsaved = unsavedNote(refused, { id: noteId, annotation });
    const base = unsaved?.rev ?? knownBase(refused, noteId);
    const text = editing[noteId]?.text ?? annotation.body.text;
    return base === null ? [] : [draftOperation(stamp, noteId, { base }, { text, unsaved })];
  });
}

/**
 * Notes whose creation no journal has acknowledged, of which a draft tells all there was: made again, as the very change
 * that was refused, so that a window which still tries makes no second one.
 */
export function unsavedCreations(
  stamp: Stamp,
  records: NoteRecords,
  pending: readonly JournalDraft[],
): readonly JournalDraft[] {
  return [...records.values()].flatMap((record) => {
    const draft = record.versions.length === 0 ? liveDraft(record) : null;
    const { annotation, baseRev, writer } = draft ?? {};
    if (!annotation || !baseRev || !writer || creationOf(pending, record.id)) return [];
    return [{ ...createOperation({ ...stamp, writer }, annotation), id: baseRev }];
  });
}
