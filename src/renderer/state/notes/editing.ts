import { draftOperation, editOperation } from './operations';
import { unsavedNote } from './parking';
import type { NotesContext, NotesState } from './state';

/** Writing a note's words: drafts while the editor is open, a version when it closes. */
export function editingActions(context: NotesContext): Pick<NotesState, 'write' | 'commit' | 'discard'> {
  const { stamp, saving, set, get, submit } = context;

  const close = (id: string): void => {
    set({ editing: Object.fromEntries(Object.entries(get().editing).filter(([other]) => other !== id)) });
    saving.dropDraft(id);
  };
  const giveUp = (id: string, base: string, draft: string | null): void =>
    submit([draftOperation(stamp, id, { base, resolves: draft ? [draft] : [] }, { text: null })]);

  return {
    write: (id, text) => {
      const note = get().byId.get(id);
      if (!note) return;
      const opened = { base: note.draft?.baseRev ?? note.rev, draft: note.draft?.rev ?? null };
      const editing = { ...opened, ...get().editing[id], text };
      set({ editing: { ...get().editing, [id]: editing } });
      const taken = editing.draft ? [editing.draft] : [];
      const unsaved = unsavedNote(saving.pending(), note);
      saving.addDraft(
        draftOperation(stamp, id, { base: unsaved?.rev ?? editing.base, resolves: taken }, { text, unsaved }),
      );
    },
    commit: (id) => {
      const [note, editing] = [get().byId.get(id), get().editing[id]];
      if (!note || !editing) return;
      const { text, base, draft } = editing;
      close(id);
      if (text === note.annotation.body.text) return giveUp(id, base, draft);
      submit([editOperation(stamp, note, { body: { text } }, { base, resolves: draft ? [draft] : [] })]);
    },
    discard: (id) => {
      const [note, editing] = [get().byId.get(id), get().editing[id]];
      const draft = editing?.draft ?? note?.draft?.rev ?? null;
      if (!note || (!editing && !draft)) return;
      close(id);
      giveUp(id, note.rev, draft);
    },
  };
}
