import type { Table } from 'dexie';
import { applyEntries, mergeRecords, type NoteRecord } from '../../shared/anchor';
import { fail, type Fault, type Result } from '../../shared/fault';
import type { JournalDraft, JournalEntry } from '../../shared/host';
import { journalDraft } from '../../shared/host/journal-schema';
import type { Connection } from './connection';
import type { Database } from './database';
import { within, WRITE_DEADLINE } from './deadline';
import { copyFailed } from './faults';

/** What the copy holds, to be compared with the journal's head. */
export interface CopyHead {
  readonly entries: number;
  readonly lastSeq: number;
  /** `sha256` of the last entry, empty where there is none. */
  readonly hash: string;
  /** True where the notes are as many as the last write left; a partial loss is silent otherwise. */
  readonly whole: boolean;
  /** How many versions the last write left; undefined where an older program wrote it. */
  readonly versions: number | undefined;
}

/** The fast copy of the journal in IndexedDB. Total: every method answers within five seconds, a rebuild within a minute. */
export interface NotesCopy {
  open(): Promise<Result<CopyHead>>;
  records(): Promise<Result<readonly NoteRecord[]>>;
  entries(): Promise<Result<readonly JournalEntry[]>>;
  /** Adds entries and merges their notes in one strict transaction. */
  append(entries: readonly JournalEntry[]): Promise<Result<null>>;
  /** Replaces all entries and notes in one strict transaction: wholly or not at all. */
  rebuild(entries: readonly JournalEntry[], records: readonly NoteRecord[]): Promise<Result<null>>;
  /** Keeps changes the journal has refused until it takes them: a crash leaves them to be sent again. */
  park(drafts: readonly JournalDraft[]): Promise<Result<null>>;
  /** Those kept, in the order they were made. */
  parked(): Promise<Result<readonly JournalDraft[]>>;
  unpark(ids: readonly string[]): Promise<Result<null>>;
  /** Called when the browser closed the database, or it stopped answering. */
  onLost(listener: (fault: Fault) => void): void;
  close(): void;
}

/** Rows read or written at a time: a few milliseconds each, so that the page never stands still. */
const CHUNK = 100;

/** A rebuild writes everything at once; it is no save, and nobody waits for it. */
const REBUILD_FACTOR = 12;

export function notesCopy(connection: Connection, milliseconds: number = WRITE_DEADLINE): NotesCopy {
  const run = async <T>(work: (database: Database) => PromiseLike<T>, factor = 1): Promise<Result<T>> => {
    const database = connection.current();
    if (!database) return fail(copyFailed('the database is closed'));
    const outcome = await within(Promise.resolve(work(database)), copyFailed, milliseconds * factor);
    if (!outcome.ok) connection.lose(outcome.fault);
    return outcome;
  };
  return {
    open: async () => {
      const opened = await connection.open();
      return opened.ok ? run(readHead) : opened;
    },
    records: () => run((database) => readAll<NoteRecord, string>(database.notes, '', ({ id }) => id)),
    entries: () => run((database) => readAll<JournalEntry, number>(database.entries, 0, ({ seq }) => seq)),
    append: (entries) => run((database) => writeEntries(database, entries)),
    rebuild: (entries, records) => run((database) => replaceAll(database, entries, records), REBUILD_FACTOR),
    park: (drafts) => run((database) => database.unsaved.bulkPut([...drafts]).then(() => null)),
    parked: () => run(async ({ unsaved }) => (await unsaved.orderBy('id').toArray()).filter(isDraft)),
    unpark: (ids) => run((database) => database.unsaved.bulkDelete([...ids]).then(() => null)),
    onLost: (listener) => connection.onLost(listener),
    close: () => connection.close(),
  };
}

/** A row may have been written by another version of the program. */
const isDraft = (row: unknown): row is JournalDraft => journalDraft.safeParse(row).success;

async function readHead({ entries, notes, heads }: Database): Promise<CopyHead> {
  const [count, last, noteCount, head] = await Promise.all([
    entries.count(),
    entries.orderBy('seq').last(),
    notes.count(),
    heads.get('copy'),
  ]);
  return {
    entries: count,
    lastSeq: last?.seq ?? 0,
    hash: last?.sha256 ?? '',
    whole: noteCount === (head?.notes ?? 0),
    versions: head?.versions,
  };
}

/** Tells how many versions records have together. */
export const versionsIn = (records: readonly (NoteRecord | undefined)[]): number =>
  records.reduce((sum, record) => sum + (record?.versions.length ?? 0), 0);

const writeHead = async ({ heads }: Database, notes: number, versions: number): Promise<null> => {
  await heads.put({ id: 'copy', notes, versions });
  return null;
};

/** All rows in key order, a hundred at a time. */
async function readAll<T, K extends string | number>(
  table: Table<T, K>,
  lowest: K,
  keyOf: (row: T) => K,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let after = lowest; ;) {
    const chunk = await table.where(':id').above(after).limit(CHUNK).toArray();
    rows.push(...chunk);
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return rows;
    after = keyOf(last);
  }
}

/** Adds entries to their notes; answers how many notes and versions are new. */
async function writeSome(
  database: Database,
  entries: readonly JournalEntry[],
): Promise<{ readonly notes: number; readonly versions: number }> {
  await database.entries.bulkPut([...entries]);
  const records = [...applyEntries(new Map(), entries).values()];
  const known = await database.notes.bulkGet(records.map(({ id }) => id));
  const merged = records.map((record, i) => mergeRecords(known[i], record));
  await database.notes.bulkPut(merged);
  return {
    notes: known.filter((record) => record === undefined).length,
    versions: versionsIn(merged) - versionsIn(known),
  };
}

/** Two windows may write the same note: records are merged with what stands there, inside the transaction. */
const writeEntries = (database: Database, entries: readonly JournalEntry[]): PromiseLike<null> =>
  database.transaction('rw', database.entries, database.notes, database.heads, async () => {
    // Counted, not looked up: what the browser has lost behind our back must be missing at the next start.
    const head = await database.heads.get('copy');
    let [notes, versions] = [head?.notes ?? 0, head?.versions ?? 0];
    for (let i = 0; i < entries.length; i += CHUNK) {
      const added = await writeSome(database, entries.slice(i, i + CHUNK));
      notes += added.notes;
      versions += added.versions;
    }
    return writeHead(database, notes, versions);
  });

const replaceAll = (
  database: Database,
  entries: readonly JournalEntry[],
  records: readonly NoteRecord[],
): PromiseLike<null> =>
  database.transaction('rw', database.entries, database.notes, database.heads, async () => {
    await Promise.all([database.entries.clear(), database.notes.clear()]);
    for (let i = 0; i < entries.length; i += CHUNK)
      await database.entries.bulkPut(entries.slice(i, i + CHUNK));
    for (let i = 0; i < records.length; i += CHUNK) await database.notes.bulkPut(records.slice(i, i + CHUNK));
    return writeHead(database, records.length, versionsIn(records));
  });
