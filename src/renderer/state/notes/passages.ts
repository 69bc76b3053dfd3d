import type { Note } from '../../../shared/anchor';
import type { AnnotationTarget } from '../../../shared/report';
import { known, type NotesContext, type NotesState } from './state';

const isSame = (one: AnnotationTarget, other: AnnotationTarget): boolean =>
  one.report === other.report &&
  one.position.start === other.position.start &&
  one.position.end === other.position.end;

/** Notes made from anywhere, and notes with passages of several reports. */
export function passageActions(
  context: NotesContext,
): Pick<NotesState, 'noteOn' | 'openWriting' | 'askPassage' | 'givePassage'> {
  const { get, set } = context;
  /** The note that `noteOn` made last, as it made it. */
  let fresh: { readonly id: string; readonly rev: string } | null = null;
  const isUntouched = ({ id, rev, draft }: Note): boolean =>
    fresh?.id === id && fresh.rev === rev && draft === null && get().editing[id] === undefined;
  return {
    noteOn: (targets, body = {}) => {
      const id = get().create(targets, body);
      const [made] = known(context, [id]);
      fresh = made ? { id, rev: made.rev } : null;
      set({ writing: id });
      return id;
    },
    openWriting: (writing) => {
      const left = get().writing;
      const [note] = left === null || left === writing ? [] : known(context, [left]);
      set({ writing });
      if (note && isUntouched(note)) get().giveUp(note.id);
    },
    askPassage: (wanted) => set({ wanted }),
    givePassage: (target) => {
      const { wanted } = get();
      const [note] = wanted ? known(context, [wanted.note]) : [];
      if (!wanted || !note) return set({ wanted: null });
      const { targets } = note.annotation;
      const { replaces } = wanted;
      if (replaces) set({ wanted: null });
      const at = replaces ? targets.findIndex((one) => isSame(one, replaces)) : -1;
      const others = at < 0 ? targets : targets.toSpliced(at, 1);
      const isThere = others.some((one) => isSame(one, target));
      const next = isThere ? others : others.toSpliced(at < 0 ? others.length : at, 0, target);
      if (next !== targets) get().change([note.id], { targets: next });
    },
  };
}
