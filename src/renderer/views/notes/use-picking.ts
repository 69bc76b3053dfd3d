import { useMemo, useState } from 'react';
import type { Note } from '../../../shared/anchor';
import type { IndexedNote } from '../../state/notes/notes-index';

/** Several notes chosen in the list. */
export interface Picking {
  readonly ids: ReadonlySet<string>;
  /** Those of them that the list still shows, in its order. */
  readonly notes: readonly Note[];
  /** Chooses a note or gives it up; with `range` all from the one chosen last to this one. */
  readonly pick: (id: string, range: boolean) => void;
  readonly all: () => void;
  readonly none: () => void;
}

const NOBODY: ReadonlySet<string> = new Set();

export const usePicking = (shown: readonly IndexedNote[]): Picking => {
  const [picked, setPicked] = useState(NOBODY);
  const [last, setLast] = useState<string | null>(null);
  const notes = useMemo(
    () => (picked.size === 0 ? [] : shown.map(({ note }) => note).filter(({ id }) => picked.has(id))),
    [shown, picked],
  );
  const ids = useMemo(() => new Set(notes.map(({ id }) => id)), [notes]);
  const between = (id: string): readonly string[] => {
    const [from, to] = [last, id].map((each) => shown.findIndex(({ note }) => note.id === each));
    if (from === undefined || to === undefined || from < 0) return [id];
    return shown.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ note }) => note.id);
  };
  return {
    ids,
    notes,
    pick: (id, range) => {
      const next = new Set(ids);
      if (range) for (const each of between(id)) next.add(each);
      else if (!next.delete(id)) next.add(id);
      setPicked(next);
      setLast(id);
    },
    all: () => setPicked(new Set(shown.map(({ note }) => note.id))),
    none: () => setPicked(NOBODY),
  };
};
