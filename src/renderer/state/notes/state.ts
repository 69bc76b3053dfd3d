import type { StoreApi } from 'zustand/vanilla';
import type { Note } from '../../../shared/anchor';
import type { Fault } from '../../../shared/fault';
import type { JournalDraft, JournalEntry } from '../../../shared/host';
import type { Annotation, AnnotationBody, AnnotationTarget } from '../../../shared/report';
import type { NoteChange, Stamp } from './operations';
import type { SaveState, Saving } from './saving';

/** An open editor. */
export interface Editing {
  readonly text: string;
  /** Revision the words are written on: the base of what is saved, so that nothing unseen is overwritten. */
  readonly base: string;
  /** A recovered draft this editing goes on from. */
  readonly draft: string | null;
}

/** A passage asked for: one more (`replaces` null), or in place of one whose place is lost. */
export interface WantedPassage {
  readonly note: string;
  /** The note's passage as it was when asked; by then the note may have changed. */
  readonly replaces: AnnotationTarget | null;
}

/**
 * Notes for the views. Every change shows at once and goes to the journal; `saving` says how far it is.
 *
 * A view that writes a note's words: `write(id, text)` on each change, `commit(id)` when the reader leaves the
 * field, `discard(id)` on giving up; show `editing[id]?.text ?? note.draft?.text ?? note.annotation.body.text`.
 */
export interface NotesState {
  /** False until the notes are read; an empty list before that means nothing. */
  readonly ready: boolean;
  /** Notes that are not deleted, the one changed last first. */
  readonly notes: readonly Note[];
  /** The same by report id; a note on two reports stands under both. */
  readonly byReport: Readonly<Record<string, readonly Note[]>>;
  /** 回收站: deleted within 30 days, the latest first. Older ones stay in the journal. */
  readonly bin: readonly Note[];
  readonly byId: ReadonlyMap<string, Note>;
  readonly saving: SaveState;
  /** Text in open editors, not committed yet. */
  readonly editing: Readonly<Record<string, Editing>>;
  /** Id of the note open for writing over the view, or null. */
  readonly writing: string | null;
  /** The passage a note waits for, or null. */
  readonly wanted: WantedPassage | null;
  /** Why notes could not be read at start, or null. The notes shown then are those of the copy. */
  readonly journalFault: Fault | null;
  /** Why the fast copy does not work, or null; nothing is lost by it. */
  readonly copyFault: Fault | null;
  /** Notes brought back from the journal since the start, to be told once. */
  readonly restored: number;
  /** What `undo` would take back (`移到回收站 1 条`), or null. */
  readonly undoable: string | null;
  /** What `redo` would do again, or null. */
  readonly redoable: string | null;

  /** Reads the notes; called again by 重新检查. */
  open(): Promise<void>;
  /** Makes a note on passages; answers its id. */
  create(targets: readonly AnnotationTarget[], body?: Partial<AnnotationBody>): string;
  /** Takes a note back that was just made and says nothing; it leaves no step to undo. */
  giveUp(id: string): void;
  /** Adds notes made elsewhere with their ids and dates (import), and others as copies under new ids; one change. */
  add(annotations: readonly Annotation[], copies?: readonly Annotation[]): void;
  /** Changes one or many notes alike: `change([id], { body: { colour: '石青' } })`. */
  change(ids: readonly string[], change: NoteChange): void;
  /** The same with a change computed from each note: tags added, a passage confirmed. */
  changeEach(ids: readonly string[], change: (note: Note) => NoteChange): void;
  /** Moves notes to the 回收站. */
  remove(ids: readonly string[]): void;
  restore(ids: readonly string[]): void;
  /** Adds changes made elsewhere that this journal lacks (a backup, a snapshot); nothing is taken away by it. */
  merge(entries: readonly JournalEntry[]): void;
  /** Makes all notes what they were in a snapshot, as one step for `undo`; newer notes go to the 回收站. */
  restoreTo(entries: readonly JournalEntry[]): void;
  /** Takes the last create, change, remove or restore of this window back. */
  undo(): void;
  /** Does again what was taken back last, until something else is done. */
  redo(): void;
  /** Keeps the words of an open editor; on disk as a draft within a second. */
  write(id: string, text: string): void;
  /** Saves an open editor's words as a version. */
  commit(id: string): void;
  /** Drops an open editor's words, or a recovered draft. */
  discard(id: string): void;
  /** Settles a conflict with the words and passages of the chosen version. */
  choose(id: string, rev: string): void;
  /** Settles a conflict by making each other version a note of its own. */
  keepBoth(id: string): void;
  /** Makes a note on passages (of a number, a cell, a row of a comparison) and opens it for writing over any view. */
  noteOn(targets: readonly AnnotationTarget[], body?: Partial<AnnotationBody>): string;
  /** Opens a note for writing over any view; null closes it, and one made by `noteOn` and left as it was is given up. */
  openWriting(id: string | null): void;
  /** Asks for a passage for a note: the next one the reader selects, in any report. Null gives it up. */
  askPassage(wanted: WantedPassage | null): void;
  /** Gives the passage asked for, and ends asking where it replaces one. */
  givePassage(target: AnnotationTarget): void;
  /** Changes the journal has not acknowledged yet. */
  pending(): readonly JournalDraft[];
  /** 再试一次. */
  retry(): Promise<void>;
}

export type NotesStore = StoreApi<NotesState>;

/** What the actions work with. */
export interface NotesContext {
  readonly stamp: Stamp;
  readonly saving: Saving;
  readonly set: (change: Partial<NotesState>) => void;
  readonly get: () => NotesState;
  /** Sends operations; an open editor goes on from this window's own change of its note. */
  readonly submit: (operations: readonly JournalDraft[]) => void;
}

/** The notes of these ids that there are. */
export const known = ({ get }: NotesContext, ids: readonly string[]): readonly Note[] =>
  ids.flatMap((id) => get().byId.get(id) ?? []);
