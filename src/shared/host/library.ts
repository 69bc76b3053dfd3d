import type { Result } from '../fault';
import type { JournalDraft, JournalEntry, JournalHead, Receipt } from './journal';

/** Largest content the library takes (S-18), in bytes. */
export const MAX_CONTENT = 100 * 1024 * 1024;

/** Content travels in pieces of so many bytes, as base64: no wire has to hold a whole file as one text. */
export const CONTENT_PIECE = 4 * 1024 * 1024;

/** A piece of content on its way to the library. */
export interface ContentPiece {
  /** Lower-case hex SHA-256 of the whole content: its name. */
  readonly sha256: string;
  /** Bytes of the whole content. */
  readonly size: number;
  /** Where the piece begins, in bytes. */
  readonly at: number;
  /** Base64. */
  readonly data: string;
}

/** How much of a content the library holds; `kept` once it is whole, checked and on disk. */
export interface ContentState {
  readonly received: number;
  readonly kept: boolean;
}

/** The reader's own reports as they are kept on disk: an append-only catalog, and content named by its hash. */
export interface LibraryPort {
  head(): Promise<Result<JournalHead>>;
  /** Changes of the catalog with `seq` greater than the given one, in order. */
  read(afterSeq: number): Promise<Result<readonly JournalEntry[]>>;
  /** Appends a change after all content it names is on disk; refuses one whose text is on the shelf already. */
  append(draft: JournalDraft): Promise<Result<JournalEntry>>;
  /** Keeps bytes on disk and answers their SHA-256. The same bytes are kept once. */
  put(bytes: Uint8Array): Promise<Result<string>>;
  /** The bytes of a content, checked against its name; fails for damaged or missing ones. */
  get(sha256: string): Promise<Result<Uint8Array>>;
  /** Opens the file a report was read from in its own program. */
  openOriginal(id: string): Promise<Result<null>>;
}

/** The library as it answers over a wire: receipts, and content in pieces. */
export interface LibraryWire {
  head(): Promise<Result<JournalHead>>;
  read(afterSeq: number): Promise<Result<readonly JournalEntry[]>>;
  append(draft: JournalDraft): Promise<Result<Receipt>>;
  putPiece(piece: ContentPiece): Promise<Result<ContentState>>;
  getPiece(sha256: string, at: number): Promise<Result<ContentPiece>>;
  openOriginal(id: string): Promise<Result<null>>;
}
