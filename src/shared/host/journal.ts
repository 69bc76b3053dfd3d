import type { Result } from '../fault';

/** Anything JSON can hold; what a note says is opaque to the host. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** `draft` holds unsaved editor text so that a crash loses at most a second of typing. */
export type JournalKind = 'create' | 'edit' | 'delete' | 'restore' | 'draft';

/** One change to one note, as the page sends it. Edits append; nothing is overwritten. */
export interface JournalDraft {
  /** ULID made by the page. Appending the same id again is answered with the entry already there. */
  readonly id: string;
  readonly noteId: string;
  readonly kind: JournalKind;
  /** `id` of the entry this change was made on, null for a new note. */
  readonly baseRev: string | null;
  /** Which window wrote it. */
  readonly writer: string;
  /** ISO 8601; for people only, order follows `seq`. */
  readonly time: string;
  readonly payload: JsonValue;
}

/** A change on disk. */
export interface JournalEntry extends JournalDraft {
  /** 1, 2, 3, …: the order of the journal. */
  readonly seq: number;
  /** Hex SHA-256 over the previous line's hash and this entry. */
  readonly sha256: string;
}

/** Where an acknowledged draft stands in the journal: what the entry has and the draft has not. */
export type Receipt = Pick<JournalEntry, 'id' | 'seq' | 'sha256'>;

export const receiptOf = ({ id, seq, sha256 }: JournalEntry): Receipt => ({ id, seq, sha256 });

/** Drafts with their places in the journal. The drafts need not travel back: ten thousand of them are ten megabytes. */
export function withReceipts(
  drafts: readonly JournalDraft[],
  receipts: readonly Receipt[],
): readonly JournalEntry[] {
  const places = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  return drafts.flatMap((draft) => {
    const place = places.get(draft.id);
    return place ? { ...draft, seq: place.seq, sha256: place.sha256 } : [];
  });
}

/** An entry as it was sent, to be sent to another journal, or to the same one after it has lost it. */
export const asDraft = ({
  id,
  noteId,
  kind,
  baseRev,
  writer,
  time,
  payload,
}: JournalEntry): JournalDraft => ({
  id,
  noteId,
  kind,
  baseRev,
  writer,
  time,
  payload,
});

export interface JournalHead {
  readonly entries: number;
  readonly lastSeq: number;
  /** `sha256` of the last entry, empty for an empty journal. */
  readonly hash: string;
  /** Lines that could not be read and were kept aside. */
  readonly damaged: number;
  /** Absolute path, shown in settings and in messages. */
  readonly path: string;
}

/** The record of notes (reliability.md, section 5): an acknowledged entry is on disk. */
export interface JournalPort {
  head(): Promise<Result<JournalHead>>;
  /** Entries with `seq` greater than the given one, in order; at most `limit` of them where it is given. */
  read(afterSeq: number, limit?: number): Promise<Result<readonly JournalEntry[]>>;
  /** Appends all or none, in order; resolves after fdatasync, within 5 s, as done or failed. */
  append(drafts: readonly JournalDraft[]): Promise<Result<readonly JournalEntry[]>>;
}

/** The journal as it answers over a wire: receipts for what is appended. */
export interface JournalWire extends Omit<JournalPort, 'append'> {
  append(drafts: readonly JournalDraft[]): Promise<Result<readonly Receipt[]>>;
}
