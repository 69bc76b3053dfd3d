import { changed, createOperation, editOperation } from './operations';
import { known, type NotesContext, type NotesState } from './state';

/** Two windows wrote on the same version: the reader takes one, or keeps both as notes. */
export function conflictActions(context: NotesContext): Pick<NotesState, 'choose' | 'keepBoth'> {
  const { stamp, submit } = context;
  return {
    choose: (id, rev) => {
      const [note] = known(context, [id]);
      const chosen = note?.record.versions.find((version) => version.rev === rev)?.annotation;
      if (!note || !chosen) return;
      const { body, targets } = chosen;
      const others = note.conflicts.map((version) => version.rev);
      submit([editOperation(stamp, note, { body, targets }, { base: note.rev, resolves: others })]);
    },
    keepBoth: (id) => {
      const [note] = known(context, [id]);
      if (!note || note.conflicts.length === 0) return;
      const copies = note.conflicts.flatMap(({ annotation }) => annotation ?? []);
      const made = copies.map((annotation) =>
        createOperation(stamp, { ...changed(stamp, { ...note, annotation }, {}), id: stamp.newId() }),
      );
      const others = note.conflicts.map(({ rev }) => rev);
      submit([...made, editOperation(stamp, note, {}, { base: note.rev, resolves: others })]);
    },
  };
}
