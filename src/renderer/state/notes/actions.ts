import type { JournalDraft } from '../../../shared/host';
import { createOperation, deleteOperation, editOperation, newBody, restoreOperation } from './operations';
import { notesHistory } from './history';
import { restoreActions } from './restore';
import { known, type NotesContext, type NotesState } from './state';

type ListActions = Pick<
  NotesState,
  | 'create'
  | 'giveUp'
  | 'add'
  | 'change'
  | 'changeEach'
  | 'remove'
  | 'restore'
  | 'merge'
  | 'restoreTo'
  | 'undo'
  | 'redo'
>;

/** Making, changing and removing notes, with the way back. */
export function listActions(context: NotesContext): ListActions {
  const { stamp, submit } = context;
  const { step, asTheyAre, forgetMaking, undo, redo } = notesHistory(context);
  const submitStep = (verb: string, operations: readonly JournalDraft[]): void => {
    if (operations.length === 0) return;
    step(verb, asTheyAre(operations.map(({ noteId }) => noteId)), () => submit(operations));
  };

  const add: NotesState['add'] = (annotations, copies = []) => {
    const added = [...annotations, ...copies.map((copy) => ({ ...copy, id: stamp.newId() }))];
    submitStep(
      '添加',
      added.map((annotation) => createOperation(stamp, annotation)),
    );
  };
  const changeEach: NotesState['changeEach'] = (ids, change) =>
    submitStep(
      '更改',
      known(context, ids).map((note) => editOperation(stamp, note, change(note))),
    );

  return {
    add,
    ...restoreActions(context, (before, work) => step('恢复', before, work)),
    changeEach,
    change: (ids, change) => changeEach(ids, () => change),
    create: (targets, body = {}) => {
      const id = stamp.newId();
      const time = stamp.now().toISOString();
      add([{ id, body: newBody(body), targets, created: time, modified: time }]);
      return id;
    },
    giveUp: (id) => {
      const [note] = known(context, [id]);
      if (!note || note.deleted !== null) return;
      submit([deleteOperation(stamp, note)]);
      forgetMaking(id);
    },
    remove: (ids) =>
      submitStep(
        '移到回收站',
        known(context, ids)
          .filter(({ deleted }) => deleted === null)
          .map((note) => deleteOperation(stamp, note)),
      ),
    restore: (ids) =>
      submitStep(
        '恢复',
        known(context, ids)
          .filter(({ deleted }) => deleted !== null)
          .map((note) => restoreOperation(stamp, note)),
      ),
    undo,
    redo,
  };
}
