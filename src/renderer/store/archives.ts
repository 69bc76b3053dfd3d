import type { Table } from 'dexie';
import type { CatalogEntry } from '../../shared/report';
import type { Connection } from './connection';
import type { Database } from './database';
import { within, WRITE_DEADLINE } from './deadline';
import { copyFailed } from './faults';

/** Values that cost little to lose, by key. Rejects where the database is not open or does not answer. */
export interface Archive<Value> {
  all(): Promise<readonly Value[]>;
  put(value: Value): Promise<void>;
}

/** What an index is kept under, beside the version of the rules: the report, and the hash of the text it was made of. */
export type IndexKey = Pick<CatalogEntry, 'id' | 'sha256'>;

/** Answers null where nothing is kept or the database does not work: an index can always be made again. */
export interface IndexArchive {
  get(key: IndexKey): Promise<unknown>;
  put(key: IndexKey, value: unknown): Promise<void>;
}

/** Waits for the first opening, so that a page that starts may ask before the database is there. */
const ask = async <T>(connection: Connection, work: (database: Database) => PromiseLike<T>): Promise<T> => {
  const answer = async (): Promise<T> => {
    await connection.ready;
    const database = connection.current();
    if (!database) throw new Error('the database is closed');
    return work(database);
  };
  const outcome = await within(answer(), copyFailed, WRITE_DEADLINE);
  if (!outcome.ok) throw new Error(outcome.fault.detail);
  return outcome.value;
};

const archive = <Value, Row extends { readonly value: unknown }>(
  connection: Connection,
  tableOf: (database: Database) => Table<Row, string>,
  rowOf: (value: Value) => Row,
): Archive<Value> => ({
  all: async () =>
    (await ask(connection, (database) => tableOf(database).toArray())).map(({ value }) => value as Value),
  put: async (value) => void (await ask(connection, (database) => tableOf(database).put(rowOf(value)))),
});

/** Reading positions, one per report. */
export const positionArchive = <Value extends { readonly report: string }>(
  connection: Connection,
): Archive<Value> =>
  archive(
    connection,
    ({ positions }) => positions,
    (value) => ({ report: value.report, value }),
  );

/** Structured indexes of one version of the rules; those of any other are not read, and go when a new one comes. */
export const indexArchive = (connection: Connection, version: number): IndexArchive => ({
  get: async ({ id, sha256 }) => {
    const find = ({ index }: Database) => index.get([id, version, sha256]);
    return ask(connection, find).then(
      (row) => row?.value ?? null,
      () => null,
    );
  },
  put: async ({ id, sha256 }, value) => {
    const replace = (database: Database): PromiseLike<unknown> =>
      database.transaction('rw', database.index, async () => {
        await database.index.where(':id').between([id], [id, []]).delete();
        await database.index.put({ report: id, version, sha256, value });
      });
    await ask(connection, replace).catch(() => undefined);
  },
});
