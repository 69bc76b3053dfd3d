import type { Note } from '../../../shared/anchor';
import type { JournalDraft } from '../../../shared/host';
import {
  createOperation,
  deleteOperation,
  editOperation,
  newBody,
  restoreOperation,
  revertOperation,
} from './operations';
import { restoreActions, type Before } from './restore';
import { known, type NotesContext, type NotesState } from './state';

type ListActions = Pick<
  NotesState,
  'create' | 'add' | 'change' | 'changeEach' | 'remove' | 'restore' | 'merge' | 'restoreTo' | 'undo' | 'redo'
>;

interface UndoStep {
  readonly label: string;
  /** Each note as it was; null where it did not exist. */
  readonly before: Before;
  /** All notes right after the step. */
  readonly after: ReadonlyMap<string, Note>;
}

const MOST_UNDO = 100;

/** Making, changing and removing notes, with the way back. */
export function listActions(context: NotesContext): ListActions {
  const { stamp, submit, get, set } = context;
  let steps: readonly UndoStep[] = [];
  let undone: readonly UndoStep[] = [];

  const setSteps = (next: readonly UndoStep[], taken: readonly UndoStep[]): void => {
    [steps, undone] = [next.slice(-MOST_UNDO), taken];
    set({ undoable: steps.at(-1)?.label ?? null, redoable: undone.at(-1)?.label ?? null });
  };
  /** Does something to notes, with the way back; what had been taken back before is then gone for good. */
  const step = (verb: string, before: Before, work: () => void): void => {
    work();
    setSteps([...steps, { label: `${verb} ${before.length} 条`, before, after: get().byId }], []);
  };
  /** Makes the notes of a step what they were before it; answers the step that leads back again. */
  const reverse = ({ label, before, after }: UndoStep): UndoStep => {
    const now = asTheyAre(before.map(([id]) => id));
    submit(
      before.flatMap(([id, note]) =>
        known(context, [id]).flatMap((current) =>
          revertOperation(stamp, { before: note, after: after.get(id) ?? current }, current),
        ),
      ),
    );
    return { label, before: now, after: get().byId };
  };
  const asTheyAre = (ids: readonly string[]): Before =>
    ids.map((id) => [id, get().byId.get(id) ?? null] as const);
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
    undo: () => {
      const last = steps.at(-1);
      if (last) setSteps(steps.slice(0, -1), [...undone, reverse(last)]);
    },
    redo: () => {
      const last = undone.at(-1);
      if (last) setSteps([...steps, reverse(last)], undone.slice(0, -1));
    },
  };
}
