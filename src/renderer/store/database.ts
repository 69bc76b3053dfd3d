import Dexie, { type Table } from 'dexie';
import type { NoteRecord } from '../../shared/anchor';
import type { JournalDraft, JournalEntry } from '../../shared/host';

/** How far a report has been read, by report id. */
export interface PositionRow {
  readonly report: string;
  readonly value: unknown;
}

/** How many notes the last write left, so that rows lost without a word are missed at the next start. */
export interface HeadRow {
  readonly id: 'copy';
  readonly notes: number;
  /** How many versions those have together, by which a note put back into an older state is noticed; not in 0.2's first copies. */
  readonly versions?: number;
}

/** A structured index; another version of the rules or of the text is another row. */
export interface IndexRow {
  readonly report: string;
  readonly version: number;
  readonly sha256: string;
  readonly value: unknown;
}

/** Where 0.2 kept the search index of the whole library; it lies in a database of its own now (segment-store.ts). */
export interface SearchRow {
  readonly id: string;
  readonly value: unknown;
}

export const DATABASE_NAME = 'duidu';

/**
 * The fast copy. Every row can be rebuilt: notes and entries from the journal, the index from the reports; a lost
 * position costs a scroll. Only changes the journal has refused are nowhere else. Settings live in localStorage: they are needed before the first
 * paint.
 */
export class Database extends Dexie {
  declare readonly notes: Table<NoteRecord, string>;
  declare readonly entries: Table<JournalEntry, number>;
  declare readonly heads: Table<HeadRow, string>;
  declare readonly positions: Table<PositionRow, string>;
  declare readonly index: Table<IndexRow, [string, number, string]>;
  declare readonly search: Table<SearchRow, string>;
  declare readonly unsaved: Table<JournalDraft, string>;

  /** `databases`: where it lies, if not in the page's usual store. */
  constructor(name: string = DATABASE_NAME, databases: IDBFactory | null = null) {
    // Without autoOpen off, a wiped database would reopen by itself, empty, and take writes as if nothing were.
    super(name, {
      autoOpen: false,
      chromeTransactionDurability: 'strict',
      ...(databases ? { indexedDB: databases, IDBKeyRange } : {}),
    });
    this.version(1).stores({
      notes: 'id',
      entries: 'seq, &id, noteId',
      positions: 'report',
      heads: 'id',
      index: '[report+version+sha256]',
    });
    this.version(2).stores({ search: 'id', unsaved: 'id' });
  }
}
