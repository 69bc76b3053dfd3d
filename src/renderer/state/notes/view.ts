import {
  keysChanged,
  mergeRecords,
  noteOf,
  recordOf,
  type Note,
  type NoteRecord,
  type NoteRecords,
} from '../../../shared/anchor';
import type { JournalDraft } from '../../../shared/host';
import { makeTurns } from '../../yield/yield';
import { NO_NOTES, listsOf, type NoteLists } from './lists';
import type { Stamp } from './operations';

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
  let last: { saved: NoteRecords; pending: readonly JournalDraft[]; lists: NoteLists } = {
    saved: new Map(),
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

  /** The notes of changes on their way, as they will be. */
  const overlay = (saved: NoteRecords, pending: readonly JournalDraft[]): NoteRecords => {
    const records = new Map<string, NoteRecord>();
    for (const draft of pending) {
      const record = pendingRecord(draft);
      if (record)
        records.set(record.id, mergeRecords(records.get(record.id) ?? saved.get(record.id), record));
    }
    return records;
  };

  /** Ids of notes that may not be what they were in the last lists. */
  const suspects = (saved: NoteRecords, pending: readonly JournalDraft[]): ReadonlySet<string> => {
    const underWay = [...last.pending, ...pending].map(({ noteId }) => noteId);
    return new Set([...keysChanged(last.saved, saved), ...underWay]);
  };

  const show = (saved: NoteRecords, pending: readonly JournalDraft[]): NoteLists => {
    const underWay = overlay(saved, pending);
    const changes = new Map<string, Note | null>();
    for (const id of suspects(saved, pending)) {
      const record = underWay.get(id) ?? saved.get(id);
      const note = record ? read(record) : null;
      if (note !== (last.lists.byId.get(id) ?? null)) changes.set(id, note);
    }
    const lists = listsOf(last.lists, changes, now());
    last = { saved, pending, lists };
    return lists;
  };

  return {
    of: (saved, pending) =>
      last.saved === saved && last.pending === pending ? last.lists : show(saved, pending),
    warm: async (saved) => {
      const turn = makeTurns();
      const some = new Map<string, NoteRecord>(last.saved);
      let count = 0;
      for (const [id, record] of saved) {
        read(record);
        some.set(id, record);
        if ((count += 1) % WARM === 0) show(new Map(some), last.pending);
        await turn();
      }
    },
  };
}

/** Leaves out what this window is typing, which stands in its editor; a draft worth showing is another window's, or a crash's. */
const withoutOwnDraft = (note: Note | null, writer: string): Note | null =>
  note?.draft?.writer === writer ? { ...note, draft: null } : note;
