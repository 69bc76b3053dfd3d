import type { Annotation } from '../report';
import { draftPayload, tombstonePayload, versionPayload } from './note-payload';
import { patched } from './patched-map';

/** A journal entry as this module needs it; `JournalEntry` of the host contract is one. */
export interface NoteEntry {
  readonly id: string;
  readonly noteId: string;
  readonly kind: 'create' | 'edit' | 'delete' | 'restore' | 'draft';
  readonly baseRev: string | null;
  readonly writer: string;
  readonly time: string;
  readonly seq: number;
  readonly payload: unknown;
}

interface Change {
  /** Id of the journal entry. */
  readonly rev: string;
  readonly baseRev: string | null;
  readonly writer: string;
  readonly time: string;
  readonly seq: number;
  readonly resolves: readonly string[];
}

/** One saved state of a note; a deletion has no annotation. */
export interface NoteVersion extends Change {
  readonly annotation: Annotation | null;
}

/** Editor text that was not saved as a version. */
export interface NoteDraft extends Change {
  readonly text: string | null;
  /** The whole note, where it was not in the journal when this was written. */
  readonly annotation?: Annotation | undefined;
}

/**
 * All that is known of a note. Versions stand in journal order; of drafts only each writer's latest is kept.
 * A union of two records is a record, whatever came first, so copies can be merged without a lock.
 */
export interface NoteRecord {
  readonly id: string;
  readonly versions: readonly NoteVersion[];
  readonly drafts: readonly NoteDraft[];
}

/** A note as the reader sees it. */
export interface Note {
  readonly id: string;
  /** `id` of the entry the note stands at; the `baseRev` of the next change. */
  readonly rev: string;
  /** The latest text, also of a note in the 回收站. */
  readonly annotation: Annotation;
  /** When it was moved to the 回收站 (ISO 8601), or null. */
  readonly deleted: string | null;
  /** Versions written elsewhere on the same base and not settled yet; the reader chooses. */
  readonly conflicts: readonly NoteVersion[];
  /** Text that was being typed when the window closed, or that another window is typing. */
  readonly draft: NoteDraft | null;
  readonly record: NoteRecord;
}

export type NoteRecords = ReadonlyMap<string, NoteRecord>;

/** Gives what an entry says of its note, or null where this version of the program cannot read it. */
export function recordOf(entry: NoteEntry): NoteRecord | null {
  const { id: rev, noteId: id, baseRev, writer, time, seq } = entry;
  const change = { rev, baseRev, writer, time, seq };
  if (entry.kind === 'draft') {
    const draft = draftPayload.read(entry.payload);
    if (!draft) return null;
    const { text, annotation, resolves } = draft;
    const whole = annotation?.id === id ? { annotation } : {};
    return { id, versions: [], drafts: [{ ...change, text, ...whole, resolves }] };
  }
  if (entry.kind === 'delete') {
    const tombstone = tombstonePayload.read(entry.payload);
    if (!tombstone) return null;
    return { id, versions: [{ ...change, annotation: null, resolves: tombstone.resolves }], drafts: [] };
  }
  const version = versionPayload.read(entry.payload);
  if (version?.annotation.id !== id) return null;
  const { annotation, resolves } = version;
  return { id, versions: [{ ...change, annotation, resolves }], drafts: [] };
}

/** The union of records of the same note. */
export function mergeRecords(
  one: NoteRecord | undefined,
  ...others: readonly [NoteRecord, ...NoteRecord[]]
): NoteRecord {
  const all = one ? [one, ...others] : others;
  const [only] = all;
  if (only && all.length === 1) return only;
  return {
    id: others[0].id,
    versions: union(all.flatMap(({ versions }) => versions)),
    drafts: latestPerWriter(union(all.flatMap(({ drafts }) => drafts))),
  };
}

/** One change of each id, in journal order; where both have it, the later one (its place may have changed). */
const union = <T extends Change>(changes: readonly T[]): readonly T[] =>
  [...new Map(changes.map((change) => [change.rev, change])).values()].sort((a, b) => a.seq - b.seq);

const latestPerWriter = (drafts: readonly NoteDraft[]): readonly NoteDraft[] =>
  [...new Map(drafts.map((draft) => [draft.writer, draft])).values()].sort((a, b) => a.seq - b.seq);

/** Adds entries to records. An entry that cannot be read still tells that its note exists. */
export function applyEntries(records: NoteRecords, entries: readonly NoteEntry[]): NoteRecords {
  const added = new Map<string, [NoteRecord, ...NoteRecord[]]>();
  for (const entry of entries) {
    const record = recordOf(entry) ?? { id: entry.noteId, versions: [], drafts: [] };
    const known = added.get(record.id);
    if (known) known.push(record);
    else added.set(record.id, [record]);
  }
  const merged = new Map<string, NoteRecord>();
  for (const [id, changes] of added) merged.set(id, mergeRecords(records.get(id), ...changes));
  return patched(records, merged);
}

/** Entries taken at a time: a millisecond or two of work. */
const SLICE = 40;

/** Records of a whole journal, made in slices: whoever steps through it may do something else in between. */
export function* recordsOf(entries: readonly NoteEntry[]): Generator<undefined, NoteRecords> {
  const records = new Map<string, NoteRecord>();
  for (let start = 0; start < entries.length; start += SLICE) {
    for (const [id, record] of applyEntries(new Map(), entries.slice(start, start + SLICE)))
      records.set(id, mergeRecords(records.get(id), record));
    yield undefined;
  }
  return records;
}

/** Every note of a journal, by id; the order of the entries does not matter. */
export function replay(entries: readonly NoteEntry[]): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  for (const record of applyEntries(new Map(), entries).values()) {
    const note = noteOf(record);
    if (note) notes.set(note.id, note);
  }
  return notes;
}

/**
 * Gives what a record amounts to, or null where it holds drafts only. The changes form a tree by `baseRev`; its
 * ends that nothing settles are the note's present states. The latest text is shown, the others are
 * conflicts; a note is deleted only where no end holds a text, so that no deletion takes an unseen edit.
 */
export function noteOf(record: NoteRecord): Note | null {
  const ends = openEnds(record);
  const texts = ends.filter(({ annotation }) => annotation !== null);
  const current = texts.at(-1) ?? ends.at(-1);
  const annotation = current?.annotation ?? lastText(record);
  if (!current || !annotation) return null;
  return {
    id: record.id,
    rev: current.rev,
    annotation,
    deleted: current.annotation ? null : latestTime(record),
    conflicts: texts.slice(0, -1),
    draft: liveDraft(record, annotation.body.text),
    record,
  };
}

/** A journal that names its bases in a circle is damaged, yet its last text still counts. */
function openEnds({ versions }: NoteRecord): readonly NoteVersion[] {
  const settled = new Set(versions.flatMap(({ baseRev, resolves }) => [baseRev, ...resolves]));
  const ends = versions.filter(({ rev }) => !settled.has(rev));
  return ends.length > 0 ? ends : versions.slice(-1);
}

/** No deletion is older than what was deleted, whatever the clock said. */
const latestTime = ({ versions }: NoteRecord): string =>
  versions.reduce((latest, { time }) => (time > latest ? time : latest), '');

const lastText = ({ versions }: NoteRecord): Annotation | null =>
  versions.findLast(({ annotation }) => annotation !== null)?.annotation ?? null;

/**
 * Tells whether a version of the same window leaves nothing of a draft. What was made before the draft and came through later
 * (a full disk takes drafts first) does not, unless it says the same: identifiers of one window only grow.
 */
const ends = ({ seq, rev, annotation }: NoteVersion, draft: NoteDraft): boolean =>
  rev > draft.rev || (seq > draft.seq && annotation?.body.text === draft.text);

/** A draft lives until its writer saves or gives up, or another change takes it over. */
export function liveDraft({ versions, drafts }: NoteRecord, said: string | null = null): NoteDraft | null {
  const taken = new Set([...versions, ...drafts].flatMap(({ resolves }) => resolves));
  const isLive = (draft: NoteDraft): boolean =>
    draft.text !== null &&
    draft.text !== said &&
    !taken.has(draft.rev) &&
    !versions.some((version) => version.writer === draft.writer && ends(version, draft));
  return drafts.findLast(isLive) ?? null;
}
