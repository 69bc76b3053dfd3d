import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, indexArchive, type Connection } from '../../../src/renderer/store';
import { memoryJournal, type MemoryJournal } from '../../helpers/memory-journal';
import { openSession } from './session';

let journal: MemoryJournal;
let database: string;
let serial = 0;

beforeEach(() => {
  journal = memoryJournal();
  database = `index-archive-${(serial += 1)}`;
});

const KEY = { id: 'zhoukou-2022', sha256: 'a'.repeat(64) };

const rowsOf = async (connection: Connection) =>
  (await connection.current()!.index.toArray()).map(({ report, version, sha256 }) => [
    report,
    version,
    sha256.charAt(0),
  ]);

/** Everything in the database but the indexes. */
const hashOfNotes = async (connection: Connection): Promise<string> => {
  const { notes, entries, heads } = connection.current()!;
  const rows = await Promise.all([notes.toArray(), entries.toArray(), heads.toArray()]);
  expect(rows.map(({ length }) => length > 0)).toEqual([true, true, true]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
};

describe('the kept indexes', () => {
  it('give back what was put under the same rules and text, and nothing under others', async () => {
    const connection = connect({ name: database });
    await connection.open();
    const archive = indexArchive(connection, 2);
    await archive.put(KEY, { text: '[]' });
    expect(await archive.get(KEY)).toEqual({ text: '[]' });
    expect(await archive.get({ ...KEY, sha256: 'b'.repeat(64) })).toBeNull();
    expect(await indexArchive(connection, 1).get(KEY)).toBeNull();
    expect(await indexArchive(connection, 3).get(KEY)).toBeNull();
  });

  it('of an older version, an unknown one or another text go when a new one is put, and only that report’s', async () => {
    const connection = connect({ name: database });
    await connection.open();
    const other = { id: 'zhoukou-2022-highlights', sha256: 'c'.repeat(64) };
    await indexArchive(connection, 1).put(other, '其他报告');
    const table = connection.current()!.index;
    for (const [version, letter] of [
      [1, 'a'],
      [99, 'a'],
      [2, 'b'],
    ] as const)
      await table.put({ report: KEY.id, version, sha256: letter.repeat(64), value: '旧' });
    await indexArchive(connection, 2).put(KEY, '新');
    expect(await rowsOf(connection)).toEqual([
      [KEY.id, 2, 'a'],
      [other.id, 1, 'c'],
    ]);
  });

  it('are rebuilt without touching a note, in the database or in the journal', async () => {
    const { notes, settled, connection } = await openSession({ journal, database });
    notes.getState().create([], {
      text: '完成情况待核',
      assessment: { commitment: 'zhoukou-2022:203', verdict: 'partly' },
    });
    notes.getState().create([], { text: '乙' });
    await settled();
    const before = await hashOfNotes(connection);
    const lines = JSON.stringify(journal.lines);
    for (const version of [1, 2, 3, 2]) {
      await indexArchive(connection, version).put(KEY, { text: String(version) });
      expect(await indexArchive(connection, version).get(KEY)).toEqual({ text: String(version) });
    }
    expect(await rowsOf(connection)).toEqual([[KEY.id, 2, 'a']]);
    expect(await hashOfNotes(connection)).toBe(before);
    expect(JSON.stringify(journal.lines)).toBe(lines);
  });

  it('answer null and swallow a write where the database does not work', async () => {
    const connection = connect({ name: database });
    await connection.open();
    connection.close();
    const archive = indexArchive(connection, 2);
    await archive.put(KEY, '新');
    expect(await archive.get(KEY)).toBeNull();
  });
});
