import {
  mergeRecords,
  noteOf,
  recordOf,
  type Note,
  type NoteRecord,
  type NoteRecords,
} from '../../shared/anchor';
import type { JournalDraft } from '../../shared/host';
import { makeTurns } from '../store/turns';
import { NO_NOTES, listsOf, type NoteLists } from './notes-lists';
import type { Stamp } from './notes-operations';

/** Changes on their way come after everything saved, in the order they were made. */
const PENDING_SEQ = 2 ** 52;

/** Notes put in order at a time while they are read for the first time. */
const WARM = 1_000;

/** Makes lists of records, keeping each note that has not changed, so that its view need not render again. */
export function createNotesView({ writer, now }: Pick<Stamp, 'writer' | 'now'>): {
  of: (saved: NoteRecords, pending: readonly JournalDraft[]) => NoteLists;
  /** Reads records beforehand, a little at a time, so that the first lists of ten thousand take no long task. */
  warm: (saved: NoteRecords) => Promise<void>;
} {
  const notes = new WeakMap<NoteRecord, { readonly note: Note | null }>();
  const underway = new WeakMap<JournalDraft, NoteRecord | null>();
  let serial = PENDING_SEQ;
  let last: { saved: NoteRecords | null; pending: readonly JournalDraft[]; lists: NoteLists } = {
    saved: null,
    pending: [],
    lists: NO_NOTES,
  };

  const read = (record: NoteRecord): Note | null => {
    const known = notes.get(record);
    if (known) return known.note;
    const note = withoutOwnDraft(noteOf(record), writer);
    notes.set(record, { note });
    return note;
  };

  /** Read once per change: a bulk import is shown anew after each batch. */
  const pendingRecord = (draft: JournalDraft): NoteRecord | null => {
    const known = underway.get(draft);
    if (known !== undefined) return known;
    const record = recordOf({ ...draft, seq: (serial += 1) });
    underway.set(draft, record);
    return record;
  };

  const overlay = (saved: NoteRecords, pending: readonly JournalDraft[]): NoteRecords => {
    if (pending.length === 0) return saved;
    const records = new Map(saved);
    for (const draft of pending) {
      const record = pendingRecord(draft);
      if (record) records.set(record.id, mergeRecords(records.get(record.id), record));
    }
    return records;
  };

  return {
    of: (saved, pending) => {
      if (last.saved === saved && last.pending === pending) return last.lists;
      const all = new Map<string, Note>();
      for (const record of overlay(saved, pending).values()) {
        const note = read(record);
        if (note) all.set(note.id, note);
      }
      const lists = listsOf(last.lists, all, now());
      last = { saved, pending, lists };
      return lists;
    },
    warm: async (saved) => {
      const turn = makeTurns();
      const all = new Map<string, Note>();
      for (const record of saved.values()) {
        const note = read(record);
        if (note) all.set(note.id, note);
        if (all.size % WARM === 0)
          last = { saved: null, pending: [], lists: listsOf(last.lists, new Map(all), now()) };
        await turn();
      }
    },
  };
}

/** What this window is typing stands in its editor; a draft worth showing is another window's, or a crash's. */
const withoutOwnDraft = (note: Note | null, writer: string): Note | null =>
  note?.draft?.writer === writer ? { ...note, draft: null } : note;
