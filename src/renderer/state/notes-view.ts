import {
  mergeRecords,
  noteOf,
  recordOf,
  type Note,
  type NoteRecord,
  type NoteRecords,
} from '../../shared/anchor';
import type { JournalDraft } from '../../shared/host';
import type { Annotation } from '../../shared/report';
import type { Stamp } from './notes-operations';

/** The notes as lists. */
export interface NoteLists {
  readonly notes: readonly Note[];
  readonly byReport: Readonly<Record<string, readonly Annotation[]>>;
  readonly bin: readonly Note[];
  readonly byId: ReadonlyMap<string, Note>;
}

const BIN_DAYS = 30;

/** Changes on their way come after everything saved, in the order they were made. */
const PENDING_SEQ = 2 ** 52;

/** Makes lists of records, keeping each note that has not changed, so that its view need not render again. */
export function createNotesView({ writer, now }: Pick<Stamp, 'writer' | 'now'>): {
  of: (saved: NoteRecords, pending: readonly JournalDraft[]) => NoteLists;
} {
  const notes = new WeakMap<NoteRecord, { readonly note: Note | null }>();
  const underway = new WeakMap<JournalDraft, NoteRecord | null>();
  let serial = PENDING_SEQ;
  let last: { saved: NoteRecords; pending: readonly JournalDraft[]; lists: NoteLists } | null = null;

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
      if (last?.saved === saved && last.pending === pending) return last.lists;
      const records = overlay(saved, pending);
      const lists = listsOf(
        [...records.values()].flatMap((record) => read(record) ?? []),
        now(),
      );
      last = { saved, pending, lists };
      return lists;
    },
  };
}

/** What this window is typing stands in its editor; a draft worth showing is another window's, or a crash's. */
const withoutOwnDraft = (note: Note | null, writer: string): Note | null =>
  note?.draft?.writer === writer ? { ...note, draft: null } : note;

const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

function listsOf(all: readonly Note[], now: Date): NoteLists {
  const notes = all
    .filter(({ deleted }) => !deleted)
    .sort((a, b) => latestFirst(a.annotation.modified, b.annotation.modified) || latestFirst(a.id, b.id));
  const oldest = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
  const bin = all
    .filter(({ deleted }) => deleted !== null && deleted >= oldest)
    .sort((a, b) => latestFirst(a.deleted ?? '', b.deleted ?? ''));
  return { notes, bin, byId: new Map(all.map((note) => [note.id, note])), byReport: byReport(notes) };
}

function byReport(notes: readonly Note[]): Readonly<Record<string, readonly Annotation[]>> {
  const lists: Record<string, Annotation[]> = {};
  for (const { annotation } of notes)
    for (const report of new Set(annotation.targets.map((target) => target.report)))
      (lists[report] ??= []).push(annotation);
  return lists;
}
