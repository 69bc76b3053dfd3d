import {
  draftPayload,
  tombstonePayload,
  versionPayload,
  type DraftPayload,
  type Note,
  type TombstonePayload,
  type VersionPayload,
} from '../../../shared/anchor';
import type { JournalDraft, JournalKind, JsonValue } from '../../../shared/host';
import type { Annotation, AnnotationBody, AnnotationTarget } from '../../../shared/report';

/** What makes operations: injected, so that tests are the same every time. */
export interface Stamp {
  /** This window; see `JournalDraft.writer`. */
  readonly writer: string;
  readonly now: () => Date;
  /** A ULID, greater than the one before. */
  readonly newId: () => string;
}

/** A change of a note: its words and marks, the passages it is tied to, or both. */
export interface NoteChange {
  readonly body?: Partial<AnnotationBody>;
  readonly targets?: readonly AnnotationTarget[];
}

type Payload = VersionPayload | TombstonePayload | DraftPayload;

/** The revision of a note that a change was made on; null where there is none yet. */
interface Base {
  readonly noteId: string;
  readonly baseRev: string | null;
}

const operation = (
  { writer, now, newId }: Stamp,
  kind: JournalKind,
  { noteId, baseRev }: Base,
  payload: Payload,
): JournalDraft => ({
  id: newId(),
  noteId,
  kind,
  baseRev,
  writer,
  time: now().toISOString(),
  // The payload types are plain JSON; an interface only lacks the index signature that says so.
  payload: payload as unknown as JsonValue,
});

export const newBody = (body: Partial<AnnotationBody>): AnnotationBody => ({
  text: '',
  tags: [],
  colour: '藤黄',
  underline: false,
  ...body,
});

export const createOperation = (stamp: Stamp, annotation: Annotation): JournalDraft =>
  operation(
    stamp,
    'create',
    { noteId: annotation.id, baseRev: null },
    versionPayload.made({ v: 1, annotation, resolves: [] }),
  );

/** A field that is taken away is left out: a journal holds JSON, which has no undefined. */
const definedOf = (body: AnnotationBody): AnnotationBody =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as unknown as AnnotationBody;

/** The note with a change made on it, as of now. */
export const changed = ({ now }: Stamp, { annotation }: Note, change: NoteChange): Annotation => ({
  ...annotation,
  body: definedOf({ ...annotation.body, ...change.body }),
  targets: change.targets ?? annotation.targets,
  modified: now().toISOString(),
});

/** What a writer had before them: a revision, and the other versions and drafts that end with the change. */
export interface Seen {
  readonly base: string;
  readonly resolves?: readonly string[];
}

/** Makes a change of what the writer saw; where that is no longer the latest, both versions are kept. */
export const editOperation = (
  stamp: Stamp,
  note: Note,
  change: NoteChange,
  { base, resolves = [] }: Seen = { base: note.rev },
): JournalDraft =>
  operation(
    stamp,
    'edit',
    { noteId: note.id, baseRev: base },
    versionPayload.made({ v: 1, annotation: changed(stamp, note, change), resolves }),
  );

/** A deletion closes every version the reader could see, conflicts too. */
export const deleteOperation = (stamp: Stamp, note: Note): JournalDraft =>
  operation(
    stamp,
    'delete',
    { noteId: note.id, baseRev: note.rev },
    tombstonePayload.made({ v: 1, resolves: note.conflicts.map(({ rev }) => rev) }),
  );

export const restoreOperation = (stamp: Stamp, note: Note): JournalDraft =>
  operation(
    stamp,
    'restore',
    { noteId: note.id, baseRev: note.rev },
    versionPayload.made({ v: 1, annotation: note.annotation, resolves: [] }),
  );

/** Words being written. */
export interface DraftWords {
  /** Null gives the draft up. */
  readonly text: string | null;
  /** The whole note, where the journal has not taken it yet. */
  readonly unsaved?: { readonly annotation: Annotation } | null;
}

/** Makes a draft of words being written. */
export const draftOperation = (
  stamp: Stamp,
  noteId: string,
  { base, resolves = [] }: Seen,
  { text, unsaved = null }: DraftWords,
): JournalDraft =>
  operation(
    stamp,
    'draft',
    { noteId, baseRev: base },
    draftPayload.made({ v: 1, text, ...(unsaved ? { annotation: unsaved.annotation } : {}), resolves }),
  );

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** A note before a step (null: it did not exist yet) and right after it. */
interface Step {
  readonly before: Note | null;
  readonly after: Note;
}

/** Gives what a step changed as it was before, all else as it is now: words written since are not part of the step. */
function takenBack(before: Annotation, after: Annotation, now: Annotation): NoteChange {
  const keys = Object.keys({ ...before.body, ...after.body }) as (keyof AnnotationBody)[];
  const changed = keys.filter((key) => !same(before.body[key], after.body[key]));
  return {
    body: Object.fromEntries(changed.map((key) => [key, before.body[key]])),
    targets: same(before.targets, after.targets) ? now.targets : before.targets,
  };
}

/** Takes a step on a note back, or nothing where it is taken back already. */
export function revertOperation(stamp: Stamp, { before, after }: Step, note: Note): readonly JournalDraft[] {
  if (!before || before.deleted) return note.deleted ? [] : [deleteOperation(stamp, note)];
  // Deleted since, elsewhere: that is not part of the step either.
  if (note.deleted && !after.deleted) return [];
  const change = takenBack(before.annotation, after.annotation, note.annotation);
  const { modified } = note.annotation;
  if (note.deleted)
    return [restoreOperation(stamp, { ...note, annotation: { ...changed(stamp, note, change), modified } })];
  return before.rev === note.rev ? [] : [editOperation(stamp, note, change)];
}
