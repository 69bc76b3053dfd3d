import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NotesStore } from '../../../src/renderer/state/notes/notes';
import type { Channel } from '../../../src/renderer/store';
import type { Fault } from '../../../src/shared/fault';
import { diskFull, memoryJournal, type MemoryJournal } from '../../helpers/memory-journal';
import { newSession, openSession, SHORT, type Session } from './session';

let journal: MemoryJournal;
let database: string;
let serial = 0;

beforeEach(() => {
  journal = memoryJournal();
  database = `repository-${(serial += 1)}`;
});

const texts = (notes: NotesStore): readonly string[] =>
  notes
    .getState()
    .notes.map(({ annotation }) => annotation.body.text)
    .sort();

/** A session with three notes, saved, and its window closed. */
const threeNotes = async (): Promise<void> => {
  const session = await openSession({ journal, database });
  for (const text of ['甲', '乙', '丙']) session.notes.getState().create([], { text });
  await session.settled();
  session.repository.close();
};

/** Does something to the rows behind the program's back. */
const tamper = async (
  work: (rows: NonNullable<ReturnType<Session['connection']['current']>>) => Promise<unknown>,
) => {
  const { connection } = newSession({ journal, database });
  await connection.open();
  await work(connection.current()!);
  connection.close();
};

describe('starting again', () => {
  it('reads the copy where it agrees with the journal', async () => {
    await threeNotes();
    let reads = 0;
    const counted = { ...journal, read: (after: number) => ((reads += 1), journal.read(after)) };
    const { notes } = await openSession({ journal: counted, database });
    expect(texts(notes)).toEqual(['丙', '乙', '甲']);
    expect([notes.getState().restored, reads]).toEqual([0, 0]);
  });

  it.each([
    ['the whole database is empty', (rows) => Promise.all([rows.notes.clear(), rows.entries.clear()]), 3],
    ['the notes are gone and the entries not', (rows) => rows.notes.clear(), 3],
    [
      'one note is gone',
      async (rows) => rows.notes.delete((await rows.notes.toCollection().primaryKeys())[1]!),
      1,
    ],
    [
      'the last entry and its note are gone',
      async (rows) => {
        const last = (await rows.entries.orderBy('seq').last())!;
        return Promise.all([rows.entries.delete(last.seq), rows.notes.delete(last.noteId)]);
      },
      1,
    ],
    ['an entry in the middle is gone', (rows) => rows.entries.delete(2), 0],
  ] satisfies readonly [string, Parameters<typeof tamper>[0], number][])(
    'rebuilds the copy where %s',
    async (_name, damage, restored) => {
      await threeNotes();
      await tamper(damage);
      const session = await openSession({ journal, database });
      expect(texts(session.notes)).toEqual(['丙', '乙', '甲']);
      expect(session.notes.getState().restored).toBe(restored);
      session.repository.close();
      const again = await openSession({ journal, database });
      expect(again.notes.getState().restored).toBe(0);
    },
  );

  it('notices a note the browser lost while the reader went on saving', async () => {
    await threeNotes();
    const session = await openSession({ journal, database });
    const { notes } = session.connection.current()!;
    await notes.delete((await notes.toCollection().primaryKeys())[1]!);
    session.notes.getState().create([], { text: '丁' });
    await session.settled();
    session.repository.close();
    const again = await openSession({ journal, database });
    expect(texts(again.notes)).toEqual(['丁', '丙', '乙', '甲']);
    expect(again.notes.getState().restored).toBe(1);
  });

  it('gives the journal back what only the copy has', async () => {
    await threeNotes();
    journal.lines.splice(1, 1);
    const session = await openSession({ journal, database });
    expect(texts(session.notes)).toEqual(['丙', '乙', '甲']);
    expect(journal.lines.map(({ noteId }) => noteId)).toHaveLength(3);
    session.repository.close();
    const elsewhere = await openSession({ journal, database: `${database}-fresh` });
    expect(texts(elsewhere.notes)).toEqual(['丙', '乙', '甲']);
  });

  it('shows the notes of the copy where the journal cannot be read, and saves once it can', async () => {
    await threeNotes();
    journal.fault = diskFull;
    const { notes, settled } = await openSession({ journal, database });
    expect(texts(notes)).toEqual(['丙', '乙', '甲']);
    expect(notes.getState().journalFault).toEqual(diskFull);
    notes.getState().create([], { text: '丁' });
    await settled();
    expect(notes.getState().saving).toMatchObject({ state: 'unsaved', count: 1, fault: diskFull });
    journal.fault = null;
    await settled();
    // Read anew behind the save, a little at a time.
    await expect.poll(() => notes.getState().journalFault, { timeout: 15_000 }).toBeNull();
    expect(notes.getState().saving).toMatchObject({ state: 'saved' });
    expect(texts(notes)).toEqual(['丁', '丙', '乙', '甲']);
  });
});

describe('saving', () => {
  it('is told only after the journal, keeps what failed on screen, and saves it on the next try', async () => {
    const { notes, settled } = await openSession({ journal, database });
    journal.fault = diskFull;
    notes.getState().create([], { text: '甲' });
    expect(notes.getState().saving.state).toBe('saving');
    await settled();
    expect(notes.getState().saving).toEqual({ state: 'unsaved', count: 1, fault: diskFull });
    expect(texts(notes)).toEqual(['甲']);
    journal.fault = null;
    await notes.getState().retry();
    expect(notes.getState().saving.state).toBe('saved');
    expect(journal.lines).toHaveLength(1);
  });

  it('ends in time where the journal never answers, and does not write twice on the next try', async () => {
    const { notes, settled } = await openSession({ journal, database, milliseconds: SHORT });
    journal.silent = true;
    notes.getState().create([], { text: '甲' });
    await settled();
    expect(notes.getState().saving).toMatchObject({ state: 'unsaved', fault: { code: 'journal-silent' } });
    journal.silent = false;
    await settled();
    expect(notes.getState().saving.state).toBe('saved');
    expect(journal.lines).toHaveLength(1);
    expect(texts(notes)).toEqual(['甲']);
  });

  it('lets one refused note not hold up the others', async () => {
    const refused: Fault = { ...diskFull, code: 'bad-input' };
    const picky = {
      ...journal,
      append: (drafts: Parameters<MemoryJournal['append']>[0]) =>
        JSON.stringify(drafts).includes('坏')
          ? Promise.resolve({ ok: false, fault: refused } as const)
          : journal.append(drafts),
    };
    const { notes, settled } = await openSession({ journal: picky, database });
    for (const text of ['甲', '坏', '乙']) notes.getState().create([], { text });
    await settled();
    expect(notes.getState().saving).toEqual({ state: 'unsaved', count: 1, fault: refused });
    expect(journal.lines).toHaveLength(2);
  });

  it('keeps typing in the journal within a second, and gives it back after a crash', async () => {
    const before = await openSession({ journal, database, writer: 'before' });
    const id = before.notes.getState().create([], { text: '原来' });
    await before.settled();
    before.notes.getState().write(id, '原来的话，正在');
    before.notes.getState().write(id, '原来的话，正在改');
    before.runTimers();
    await before.settled();
    const after = await openSession({ journal, database, writer: 'after' });
    const note = () => after.notes.getState().byId.get(id);
    expect(note()?.draft?.text).toBe('原来的话，正在改');
    expect(note()?.annotation.body.text).toBe('原来');
    after.notes.getState().write(id, '原来的话，改好了');
    after.notes.getState().commit(id);
    await after.settled();
    expect(note()).toMatchObject({
      draft: null,
      conflicts: [],
      annotation: { body: { text: '原来的话，改好了' } },
    });
    expect(journal.lines.filter(({ kind }) => kind === 'draft').length).toBeLessThanOrEqual(2);
  });

  it('does not conflict with this window’s own change of colour while words are written', async () => {
    const { notes, settled } = await openSession({ journal, database });
    const id = notes.getState().create([], { text: '一' });
    await settled();
    notes.getState().write(id, '二');
    notes.getState().change([id], { body: { colour: '石青' } });
    notes.getState().commit(id);
    await settled();
    expect(notes.getState().byId.get(id)).toMatchObject({
      conflicts: [],
      annotation: { body: { text: '二', colour: '石青' } },
    });
  });
});

describe('a copy that fails', () => {
  it('that cannot be opened costs nothing but a message', async () => {
    const blocker = indexedDB.open(database, 1);
    await new Promise((resolve) => (blocker.onsuccess = resolve));
    const { notes, settled } = await openSession({ journal, database, milliseconds: 1_000 });
    expect(notes.getState().copyFault?.code).toBe('copy-blocked');
    notes.getState().create([], { text: '甲' });
    await settled();
    expect(notes.getState().saving.state).toBe('saved');
    expect(texts(notes)).toEqual(['甲']);
    blocker.result.close();
  });

  it('that stops answering is left alone, opened again and brought up to date', async () => {
    const { notes, settled, connection } = await openSession({ journal, database, milliseconds: SHORT });
    notes.getState().create([], { text: '甲' });
    await settled();
    const heard: (Fault | null)[] = [];
    notes.subscribe(({ copyFault }) => heard.push(copyFault));
    connection.current()!.transaction = (() => new Promise(() => undefined)) as never;
    notes.getState().create([], { text: '乙' });
    await settled();
    await settled();
    expect(heard.some((fault) => fault?.code === 'copy-failed')).toBe(true);
    expect(notes.getState()).toMatchObject({ copyFault: null, saving: { state: 'saved' } });
    expect(await connection.current()?.notes.count()).toBe(2);
  });

  it('that the browser closed and emptied is rebuilt, and the notes that came back are counted', async () => {
    await threeNotes();
    const { notes, settled, connection } = await openSession({ journal, database });
    const rows = connection.current()!;
    await Promise.all([rows.notes.clear(), rows.entries.clear()]);
    rows.close();
    await settled();
    expect(notes.getState()).toMatchObject({ restored: 3, copyFault: null });
    expect(await connection.current()?.notes.count()).toBe(3);
  });
});

/** Two windows that hear each other at once. */
const twoChannels = (): readonly [Channel, Channel] => {
  const listeners: [() => void, () => void] = [() => undefined, () => undefined];
  const channel = (own: 0 | 1): Channel => ({
    announce: () => listeners[own === 0 ? 1 : 0](),
    onAnnounced: (listener) => void (listeners[own] = listener),
    close: () => undefined,
  });
  return [channel(0), channel(1)];
};

describe('two windows', () => {
  it('see each other’s notes, and keep both texts where both changed one', async () => {
    const [left, right] = twoChannels();
    const one = await openSession({ journal, database, writer: 'one', channel: left });
    const two = await openSession({ journal, database, writer: 'two', channel: right });
    const id = one.notes.getState().create([], { text: '一' });
    await one.settled();
    await two.settled();
    expect(texts(two.notes)).toEqual(['一']);

    one.notes.getState().write(id, '甲');
    two.notes.getState().write(id, '乙');
    one.notes.getState().commit(id);
    await one.settled();
    two.notes.getState().commit(id);
    await two.settled();
    await one.settled();
    for (const { notes } of [one, two]) {
      const note = notes.getState().byId.get(id)!;
      expect(
        [note.annotation, ...note.conflicts.map(({ annotation }) => annotation!)].map(
          ({ body }) => body.text,
        ),
      ).toEqual(['乙', '甲']);
    }
    one.notes.getState().keepBoth(id);
    await one.settled();
    await two.settled();
    expect(texts(two.notes)).toEqual(['乙', '甲']);
    expect(two.notes.getState().byId.get(id)?.conflicts).toEqual([]);

    one.repository.close();
    two.repository.close();
    const again = await openSession({ journal, database });
    expect([texts(again.notes), again.notes.getState().restored]).toEqual([['乙', '甲'], 0]);
  });

  it('lose none of four hundred edits written at the same time', { timeout: 60_000 }, async () => {
    const [left, right] = twoChannels();
    const one = await openSession({ journal, database, writer: 'one', channel: left });
    const two = await openSession({ journal, database, writer: 'two', channel: right });
    const id = one.notes.getState().create([], { text: '起' });
    await one.settled();
    await two.settled();
    for (let round = 0; round < 200; round += 1) {
      one.notes.getState().change([id], { body: { text: `甲${round}` } });
      two.notes.getState().change([id], { body: { text: `乙${round}` } });
      if (round % 20 === 0) await Promise.all([one.settled(), two.settled()]);
    }
    await Promise.all([one.settled(), two.settled()]);
    await Promise.all([one.settled(), two.settled()]);
    for (const { notes } of [one, two]) {
      const { record } = notes.getState().byId.get(id)!;
      expect(new Set(record.versions.map(({ annotation }) => annotation?.body.text)).size).toBe(401);
    }
  });
});

describe('the 回收站', () => {
  it('takes a note for thirty days and gives it back; undo goes the same way', async () => {
    let day = 1;
    const now = () => new Date(Date.UTC(2025, 0, day));
    const { notes, settled } = await openSession({ journal, database, now });
    const id = notes.getState().create([], { text: '甲' });
    notes.getState().remove([id]);
    expect(notes.getState()).toMatchObject({ notes: [], undoable: '移到回收站 1 条' });
    expect(notes.getState().bin.map((note) => note.id)).toEqual([id]);
    notes.getState().undo();
    expect(texts(notes)).toEqual(['甲']);
    notes.getState().remove([id]);
    await settled();
    day = 33;
    notes.getState().create([], { text: '乙' });
    expect(notes.getState().bin).toEqual([]);
    notes.getState().restore([id]);
    expect(texts(notes)).toEqual(['乙', '甲']);
    await settled();
    expect(notes.getState().saving.state).toBe('saved');
  });

  it('undoes creating and changing many at once', async () => {
    const { notes } = await openSession({ journal, database });
    const ids = ['甲', '乙'].map((text) => notes.getState().create([], { text }));
    notes
      .getState()
      .changeEach(ids, ({ annotation }) => ({ body: { tags: [...annotation.body.tags, '港航'] } }));
    expect(notes.getState().notes.map(({ annotation }) => annotation.body.tags)).toEqual([
      ['港航'],
      ['港航'],
    ]);
    notes.getState().undo();
    expect(notes.getState().notes.map(({ annotation }) => annotation.body.tags)).toEqual([[], []]);
    notes.getState().undo();
    expect(texts(notes)).toEqual(['甲']);
  });
});
