import { useDeferredValue, useMemo, useState } from 'react';
import type { Note } from '../../../shared/anchor';
import { useNotes } from '../../state/app';
import { useNotesIndex, type IndexedNote } from '../../state/notes/notes-index';
import type { ExportScope } from './export-dialog';
import {
  EVERYTHING,
  filterNotes,
  sortNotes,
  type Filtered,
  type NoteFilter,
  type NoteSort,
} from './note-filter';
import { usePicking, type Picking } from './use-picking';

/** What the notebook shows and how the reader has set it. */
export interface Desk {
  readonly filter: NoteFilter;
  readonly setFilter: (filter: NoteFilter) => void;
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly sort: NoteSort;
  readonly setSort: (sort: NoteSort) => void;
  readonly setSelected: (id: string | null) => void;
  readonly selected: string | null;
  /** The selected note, where the list shows it. */
  readonly row: IndexedNote | undefined;
  readonly filtered: Filtered;
  readonly shown: readonly IndexedNote[];
  /** Notes still to be indexed. */
  readonly left: number;
  readonly picking: Picking;
  /** Something keeps notes from the list. */
  readonly narrowed: boolean;
  readonly widen: () => void;
  readonly notes: readonly Note[];
}

export const useDesk = (): Desk => {
  const notes = useNotes((state) => state.notes);
  const bin = useNotes((state) => state.bin);
  const [filter, setFilter] = useState<NoteFilter>(EVERYTHING);
  const [words, setWords] = useState('');
  const [sort, setSort] = useState<NoteSort>('modified');
  const [selected, setSelected] = useState<string | null>(null);
  const all = useMemo(() => [...notes, ...bin], [notes, bin]);
  const { rows, left } = useNotesIndex(all);
  // The field answers at once; the list follows.
  const asked = useDeferredValue(words);
  const ordered = useMemo(() => sortNotes(rows, sort), [rows, sort]);
  const filtered = useMemo(() => filterNotes(ordered, filter, asked, new Date()), [ordered, filter, asked]);
  const { shown } = filtered;
  return {
    filter,
    setFilter,
    words,
    setWords,
    sort,
    setSort,
    selected,
    setSelected,
    row: shown.find(({ note }) => note.id === selected),
    filtered,
    shown,
    left,
    picking: usePicking(shown),
    narrowed: words !== '' || filter !== EVERYTHING,
    widen: () => {
      setWords('');
      setFilter(EVERYTHING);
    },
    notes,
  };
};

/** Gives what an export may take, the narrowest first; what is as much as the next is not offered twice. */
export const exportScopes = ({ picking, shown, notes }: Desk): readonly ExportScope[] =>
  [
    { label: '选中的', notes: picking.notes },
    { label: '列出的', notes: shown.map(({ note }) => note) },
    { label: '全部批注', notes },
  ]
    .filter((scope, index, scopes) => {
      const count = scope.notes.length;
      return count > 0 && count !== scopes[index + 1]?.notes.length;
    })
    .map(({ label, notes: chosen }) => ({ label, annotations: chosen.map(({ annotation }) => annotation) }));
