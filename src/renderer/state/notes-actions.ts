import type { Note } from '../../shared/anchor';
import {
  createOperation,
  deleteOperation,
  editOperation,
  newBody,
  restoreOperation,
  revertOperation,
} from './notes-operations';
import { restoreActions } from './notes-restore';
import { known, type NotesContext, type NotesState } from './notes-state';

type ListActions = Pick<
  NotesState,
  'create' | 'add' | 'change' | 'changeEach' | 'remove' | 'restore' | 'merge' | 'restoreTo' | 'undo'
>;

interface UndoStep {
  readonly label: string;
  /** Each note as it was; null where it did not exist. */
  readonly before: readonly (readonly [string, Note | null])[];
}

const MOST_UNDO = 100;

/** Making, changing and removing notes, with the way back. */
export function listActions(context: NotesContext): ListActions {
  const { stamp, submit, get, set } = context;
  let steps: readonly UndoStep[] = [];

  const setSteps = (next: readonly UndoStep[]): void => {
    steps = next.slice(-MOST_UNDO);
    set({ undoable: steps.at(-1)?.label ?? null });
  };
  const remember = (verb: string, ids: readonly string[]): void => {
    const before = ids.map((id) => [id, get().byId.get(id) ?? null] as const);
    setSteps([...steps, { label: `${verb} ${ids.length} 条`, before }]);
  };
  const idsOf = (notes: readonly Note[]): readonly string[] => notes.map(({ id }) => id);

  const add: NotesState['add'] = (annotations, copies = []) => {
    const added = [...annotations, ...copies.map((copy) => ({ ...copy, id: stamp.newId() }))];
    if (added.length === 0) return;
    remember(
      '添加',
      added.map(({ id }) => id),
    );
    submit(added.map((annotation) => createOperation(stamp, annotation)));
  };
  const changeEach: NotesState['changeEach'] = (ids, change) => {
    const notes = known(context, ids);
    if (notes.length === 0) return;
    remember('更改', idsOf(notes));
    submit(notes.map((note) => editOperation(stamp, note, change(note))));
  };

  return {
    add,
    ...restoreActions(context, (before) =>
      setSteps([...steps, { label: `恢复 ${before.length} 条`, before }]),
    ),
    changeEach,
    change: (ids, change) => changeEach(ids, () => change),
    create: (targets, body = {}) => {
      const id = stamp.newId();
      const time = stamp.now().toISOString();
      add([{ id, body: newBody(body), targets, created: time, modified: time }]);
      return id;
    },
    remove: (ids) => {
      const notes = known(context, ids).filter(({ deleted }) => deleted === null);
      if (notes.length === 0) return;
      remember('移到回收站', idsOf(notes));
      submit(notes.map((note) => deleteOperation(stamp, note)));
    },
    restore: (ids) => {
      const notes = known(context, ids).filter(({ deleted }) => deleted !== null);
      if (notes.length === 0) return;
      remember('恢复', idsOf(notes));
      submit(notes.map((note) => restoreOperation(stamp, note)));
    },
    undo: () => {
      const step = steps.at(-1);
      if (!step) return;
      setSteps(steps.slice(0, -1));
      submit(
        step.before.flatMap(([id, before]) =>
          known(context, [id]).flatMap((note) => revertOperation(stamp, before, note)),
        ),
      );
    },
  };
}
