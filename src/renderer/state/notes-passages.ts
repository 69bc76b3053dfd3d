import { known, type NotesContext, type NotesState } from './notes-state';

/** Notes made from anywhere, and notes with passages of several reports. */
export function passageActions(
  context: NotesContext,
): Pick<NotesState, 'noteOn' | 'openWriting' | 'askPassage' | 'givePassage'> {
  const { get, set } = context;
  return {
    noteOn: (targets, body = {}) => {
      const id = get().create(targets, body);
      set({ writing: id });
      return id;
    },
    openWriting: (writing) => set({ writing }),
    askPassage: (wanted) => set({ wanted }),
    givePassage: (target) => {
      const { wanted } = get();
      const [note] = wanted ? known(context, [wanted.note]) : [];
      if (!wanted || !note) return set({ wanted: null });
      const { targets } = note.annotation;
      const same = ({ report, position }: typeof target): boolean =>
        report === target.report &&
        position.start === target.position.start &&
        position.end === target.position.end;
      if (wanted.replaces !== null) {
        set({ wanted: null });
        get().change([note.id], { targets: targets.with(wanted.replaces, target) });
      } else if (!targets.some(same)) get().change([note.id], { targets: [...targets, target] });
    },
  };
}
