import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTarget, type Note } from '../../../src/shared/anchor';
import { fail } from '../../../src/shared/fault';
import type { JournalPort } from '../../../src/shared/host';
import { isJson } from '../../../src/shared/host/journal-schema';
import { bundledReports } from '../../helpers/bundled-reports';
import { diskFull, memoryJournal, type MemoryJournal } from '../../helpers/memory-journal';
import { openSession, type Session } from '../store/session';

const report = bundledReports()[0]!;
const target = createTarget(report, { start: 0, end: 6 }, '');

let disk: MemoryJournal;
let serial = 0;
/** While true the disk is nearly full: it takes drafts and nothing else, as the host's journal does. */
let nearlyFull: boolean;

const journal = (): JournalPort => ({
  ...disk,
  append: (drafts) =>
    nearlyFull && drafts.some(({ kind }) => kind !== 'draft')
      ? Promise.resolve(fail({ ...diskFull, code: 'space-low' }))
      : disk.append(drafts),
});

/** A window; the last one's browser is gone with all it had, only the journal is left. */
const start = (): Promise<Session> =>
  openSession({ journal: journal(), database: `parking-${(serial += 1)}` });

beforeEach(() => {
  disk = memoryJournal();
  nearlyFull = true;
});

const only = ({ notes }: Session): Note => {
  const [note, ...others] = notes.getState().notes;
  expect(others).toEqual([]);
  if (!note) throw new Error('There is no note.');
  return note;
};

describe('a note that was never acknowledged, after a crash', () => {
  it('is there with its passage and with the words that were being typed, and is saved once there is room', async () => {
    const before = await start();
    const id = before.notes.getState().create([target], { colour: '石青' });
    before.notes.getState().write(id, '写到一半');
    await before.settled();
    expect(before.notes.getState().saving.state).toBe('unsaved');

    const after = await start();
    await after.settled();
    expect(only(after).annotation).toMatchObject({
      id,
      targets: [target],
      body: { colour: '石青', text: '' },
    });
    expect(only(after).draft?.text).toBe('写到一半');
    expect(after.notes.getState().saving.state).toBe('unsaved');

    nearlyFull = false;
    after.notes.getState().write(id, '写完了');
    after.notes.getState().commit(id);
    await after.settled();
    expect(after.notes.getState().saving.state).toBe('saved');
    const last = await start();
    expect(only(last).annotation.body.text).toBe('写完了');
    expect([only(last).draft, only(last).conflicts]).toEqual([null, []]);
  });

  it('keeps a bare highlight, which nobody typed anything for', async () => {
    const before = await start();
    before.notes.getState().create([target], { colour: '胭脂', underline: true });
    await before.settled();
    nearlyFull = false;
    const after = await start();
    await after.settled();
    expect(only(after).annotation.body).toMatchObject({ colour: '胭脂', underline: true });
    expect(only(after).draft).toBeNull();
    expect(disk.lines.map(({ kind }) => kind)).toEqual(['draft', 'create']);
  });

  it('keeps words that were finished at once, before any draft of them was sent', async () => {
    const before = await start();
    const id = before.notes.getState().create([target]);
    before.notes.getState().write(id, '一口气写完');
    before.notes.getState().commit(id);
    await before.settled();
    nearlyFull = false;
    const after = await start();
    await after.settled();
    expect(only(after).annotation.body.text).toBe('一口气写完');
  });

  it('is one note where the window that wrote it still stands and saves it too', async () => {
    const before = await start();
    const id = before.notes.getState().create([target]);
    before.notes.getState().write(id, '两边都在');
    await before.settled();
    const other = await start();
    nearlyFull = false;
    await other.settled();
    await before.settled();
    before.notes.getState().commit(id);
    await before.settled();
    const last = await start();
    expect(only(last).annotation.body.text).toBe('两边都在');
    expect(only(last).conflicts).toEqual([]);
    expect(disk.lines.filter(({ kind }) => kind === 'create')).toHaveLength(1);
  });

  it('does not come back where the reader gave it up', async () => {
    const before = await start();
    const id = before.notes.getState().create([target]);
    before.notes.getState().write(id, '不要了');
    await before.settled();
    before.notes.getState().discard(id);
    before.notes.getState().remove([id]);
    await before.settled();
    nearlyFull = false;
    const after = await start();
    await after.settled();
    expect(after.notes.getState().notes).toEqual([]);
  });
});

describe('a change of a saved note that a nearly full disk has refused, after a crash', () => {
  it('is there as a draft, though the editor was closed; with an open editor its words are kept', async () => {
    nearlyFull = false;
    const before = await start();
    const id = before.notes.getState().create([target], { text: '旧的话' });
    await before.settled();
    nearlyFull = true;
    before.notes.getState().write(id, '新的话');
    before.notes.getState().commit(id);
    await before.settled();
    const after = await start();
    expect([only(after).annotation.body.text, only(after).draft?.text]).toEqual(['旧的话', '新的话']);

    after.notes.getState().write(id, '新的话，还没写完');
    await after.settled();
    after.notes.getState().change([id], { body: { colour: '石绿' } });
    await after.settled();
    const last = await start();
    expect(only(last).draft?.text).toBe('新的话，还没写完');
  });

  it('leaves no draft behind once the change came through after all', async () => {
    nearlyFull = false;
    const session = await start();
    const id = session.notes.getState().create([target], { text: '旧的话' });
    await session.settled();
    nearlyFull = true;
    session.notes.getState().write(id, '新的话');
    session.notes.getState().commit(id);
    await session.settled();
    nearlyFull = false;
    await session.settled();
    const after = await start();
    expect(only(after).annotation.body.text).toBe('新的话');
    expect(only(after).draft).toBeNull();
  });
});

describe('words that were typed before the note itself came through', () => {
  it('are still there after a crash that follows', async () => {
    const session = await start();
    const id = session.notes.getState().create([target]);
    session.notes.getState().write(id, '先有草稿，后有批注');
    await session.settled();
    nearlyFull = false;
    await session.settled();
    expect(session.notes.getState().saving.state).toBe('saved');
    const after = await start();
    expect(only(after).draft?.text).toBe('先有草稿，后有批注');
  });
});

describe('what goes to the journal', () => {
  it('is JSON, a field that was taken away too', async () => {
    nearlyFull = false;
    const session = await start();
    const id = session.notes.getState().create([target], {
      assessment: { commitment: 'zhoukou-2022:1', verdict: 'met' },
    });
    session.notes.getState().change([id], { body: { assessment: undefined } });
    await session.settled();
    expect(disk.lines.map(({ payload }) => isJson(payload))).toEqual([true, true]);
    expect(only(session).annotation.body.assessment).toBeUndefined();
  });
});
