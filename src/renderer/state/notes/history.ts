import type { Note } from '../../../shared/anchor';
import { revertOperation } from './operations';
import type { Before } from './restore';
import { known, type NotesContext, type NotesState } from './state';

interface UndoStep {
  readonly label: string;
  /** Each note as it was; null where it did not exist. */
  readonly before: Before;
  /** All notes right after the step. */
  readonly after: ReadonlyMap<string, Note>;
}

const MOST_UNDO = 100;

/** What was done to notes in this window, with the way back and forth. */
export interface NotesHistory extends Pick<NotesState, 'undo' | 'redo'> {
  /** Does something to notes, with the way back; what had been taken back before is then gone for good. */
  readonly step: (verb: string, before: Before, work: () => void) => void;
  readonly asTheyAre: (ids: readonly string[]) => Before;
  /** Forgets the last step where it was the making of this note. */
  readonly forgetMaking: (id: string) => void;
}

export function notesHistory(context: NotesContext): NotesHistory {
  const { stamp, submit, get, set } = context;
  let steps: readonly UndoStep[] = [];
  let undone: readonly UndoStep[] = [];

  const setSteps = (next: readonly UndoStep[], taken: readonly UndoStep[]): void => {
    [steps, undone] = [next.slice(-MOST_UNDO), taken];
    set({ undoable: steps.at(-1)?.label ?? null, redoable: undone.at(-1)?.label ?? null });
  };
  const step: NotesHistory['step'] = (verb, before, work) => {
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
  const asTheyAre: NotesHistory['asTheyAre'] = (ids) =>
    ids.map((id) => [id, get().byId.get(id) ?? null] as const);
  return {
    step,
    asTheyAre,
    forgetMaking: (id) => {
      const made = steps.at(-1)?.before;
      const isMaking = made?.length === 1 && made[0]?.[0] === id && made[0][1] === null;
      if (isMaking) setSteps(steps.slice(0, -1), undone);
    },
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
