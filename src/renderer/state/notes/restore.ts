import { planRestore, replay, type Note } from '../../../shared/anchor';
import { asDraft, type JournalDraft, type JournalEntry } from '../../../shared/host';
import type { Annotation } from '../../../shared/report';
import { createOperation, deleteOperation, editOperation, restoreOperation } from './operations';
import { known, type NotesContext, type NotesState } from './state';

/** Notes as they were before a step; null where there was none. */
export type Before = readonly (readonly [string, Note | null])[];

/**
 * Changes that the notes at hand do not hold, as they are sent to a journal; it answers those it has with what is there.
 * Of a note that is known its old drafts are not asked for: records keep only the latest.
 */
function missingFrom(
  notes: ReadonlyMap<string, Note>,
  entries: readonly JournalEntry[],
): readonly JournalDraft[] {
  const revs = new Set(
    [...notes.values()].flatMap(({ record }) => record.versions.map((version) => version.rev)),
  );
  return entries
    .filter(({ id, noteId, kind }) => (kind === 'draft' ? !notes.has(noteId) : !revs.has(id)))
    .map(asDraft);
}

/** Bringing notes back from a snapshot or from another computer; `step` does it and keeps the way back. */
export function restoreActions(
  context: NotesContext,
  step: (before: Before, work: () => void) => void,
): Pick<NotesState, 'merge' | 'restoreTo'> {
  const { stamp, submit, get } = context;

  const merge: NotesState['merge'] = (entries) => {
    const missing = missingFrom(get().byId, entries);
    if (missing.length > 0) submit(missing);
  };

  /** The change that makes a note what it was, on top of whatever stands there now. */
  const become = (note: Note, wanted: Annotation | undefined): JournalDraft => {
    if (!wanted) return deleteOperation(stamp, note);
    if (note.deleted !== null) return restoreOperation(stamp, { ...note, annotation: wanted });
    const conflicts = note.conflicts.map(({ rev }) => rev);
    return editOperation(stamp, note, wanted, { base: note.rev, resolves: conflicts });
  };

  const makeAll = (entries: readonly JournalEntry[], then: ReadonlyMap<string, Note>): void => {
    merge(entries);
    const rest = planRestore(get().byId, then);
    const wanted = new Map([...rest.added, ...rest.changed].map((annotation) => [annotation.id, annotation]));
    const unknown = rest.added.filter(({ id }) => !get().byId.has(id));
    submit([
      ...unknown.map((annotation) => createOperation(stamp, annotation)),
      ...known(context, [...wanted.keys(), ...rest.removed]).map((note) => become(note, wanted.get(note.id))),
    ]);
  };

  return {
    merge,
    restoreTo: (entries) => {
      const before = get().byId;
      const then = replay(entries);
      const plan = planRestore(before, then);
      const ids = [...[...plan.added, ...plan.changed].map(({ id }) => id), ...plan.removed];
      if (ids.length === 0) return;
      step(
        ids.map((id) => [id, before.get(id) ?? null] as const),
        () => makeAll(entries, then),
      );
    },
  };
}
