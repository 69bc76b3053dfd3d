import type { NotesStore } from './notes';

/**
 * Ties notes of one report, those named or all, to another that is its newer version: they look for their words there,
 * and ask where that is unsure. Answers the notes' ids; undone as one step.
 */
export const moveNotes = (
  notes: NotesStore,
  from: string,
  to: string,
  only?: readonly string[],
): readonly string[] => {
  const state = notes.getState();
  const moved = (state.byReport[from] ?? [])
    .filter(({ id }) => !only || only.includes(id))
    .map(({ id }) => id);
  state.changeEach(moved, ({ annotation: { targets } }) => ({
    targets: targets.map((target) => (target.report === from ? { ...target, report: to } : target)),
  }));
  return moved;
};
