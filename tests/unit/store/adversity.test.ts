// Faults found by trying to make the reader lose a note, or say that it is saved when it is not.
import 'fake-indexeddb/auto';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openJournal } from '../../../src/main/services/journal';
import type { SpaceGuard } from '../../../src/main/services/space';
import type { Channel } from '../../../src/renderer/store';
import { createTarget } from '../../../src/shared/anchor';
import { fail } from '../../../src/shared/fault';
import type { JournalPort } from '../../../src/shared/host';
import { bundledReports } from '../../helpers/bundled-reports';
import { diskFull, memoryJournal, type MemoryJournal } from '../../helpers/memory-journal';
import { openSession, type Session } from './session';

const report = bundledReports()[0]!;
const at = (start: number) => createTarget(report, { start, end: start + 6 }, '');
let journal: MemoryJournal;
let database: string;
let serial = 0;
beforeEach(() => {
  journal = memoryJournal();
  database = `adversity-${(serial += 1)}`;
});
const texts = ({ notes }: Session): readonly string[] =>
  notes
    .getState()
    .notes.map(({ annotation }) => annotation.body.text)
    .sort();
const other = (writer: string, port: JournalPort = journal, extra = {}) =>
  openSession({ journal: port, database: `adversity-${(serial += 1)}`, writer, ...extra });
const hearing = () => {
  let hear = (): void => undefined;
  const channel: Channel = {
    announce: () => undefined,
    onAnnounced: (l) => (hear = l),
    close: () => undefined,
  };
  return { channel, hear: () => hear() };
};
const nearlyFull = (on: { full: boolean }): JournalPort => ({
  ...journal,
  append: (drafts) =>
    on.full && drafts.some(({ kind }) => kind !== 'draft')
      ? Promise.resolve(fail({ ...diskFull, code: 'space-low' }))
      : journal.append(drafts),
});

it('what only the copy has stays there where a nearly full disk lets the damaged journal take nothing back', async () => {
  const folder = await fs.mkdtemp(join(tmpdir(), 'adversity-'));
  let state: 'ok' | 'full' = 'ok';
  const space: SpaceGuard = {
    look: () => Promise.resolve({ path: folder, free: 0, needed: 1, state }),
    mend: () => Promise.resolve(),
    spend: () => Promise.resolve(false),
    settled: () => Promise.resolve(),
  };
  const open = async () => {
    const opened = await openJournal(folder, fs, 4_500, space);
    if (!opened.ok) throw new Error(opened.fault.code);
    return opened.value;
  };
  const run = async (work?: () => Promise<void>) => {
    const real = await open();
    const session = await openSession({ journal: real, database });
    for (const text of work ? ['甲', '乙', '丙'] : []) session.notes.getState().create([], { text });
    await session.settled();
    const shown = texts(session);
    session.repository.close();
    await real.close();
    return shown;
  };
  await run(() => Promise.resolve());
  const path = join(folder, 'notes.jsonl');
  await fs.writeFile(path, (await fs.readFile(path, 'utf8')).replace('乙', '己')); // one damaged line
  state = 'full';
  const onFullDisk = await run();
  state = 'ok';
  expect([onFullDisk, await run()]).toEqual([
    ['丙', '乙', '甲'],
    ['丙', '乙', '甲'],
  ]);
});

it('undoing a colour leaves the words written since', async () => {
  const { notes } = await openSession({ journal, database });
  const id = notes.getState().create([at(0)]);
  notes.getState().change([id], { body: { colour: '石青' } });
  notes.getState().write(id, '写了很久的话');
  notes.getState().commit(id);
  notes.getState().undo();
  expect(notes.getState().byId.get(id)?.annotation.body).toMatchObject({
    colour: '藤黄',
    text: '写了很久的话',
  });
});

it('undoing tags leaves the words another window wrote since, or shows them as a conflict', async () => {
  const a = await openSession({ journal, database, writer: 'a' });
  const id = a.notes.getState().create([at(0)], { text: '旧' });
  a.notes.getState().change([id], { body: { tags: ['港航'] } });
  await a.settled();
  const b = await other('b');
  b.notes.getState().change([id], { body: { text: '别窗写的' } });
  await b.settled();
  await a.notes.getState().open();
  a.notes.getState().undo();
  const { annotation, conflicts } = a.notes.getState().byId.get(id)!;
  expect([annotation.body.text, ...conflicts.map((one) => one.annotation?.body.text)]).toContain('别窗写的');
});

it('words being typed in an unsaved note are there after two starts on a nearly full disk, and after', async () => {
  const on = { full: true };
  const a = await other('a', nearlyFull(on));
  const id = a.notes.getState().create([at(0)]);
  a.notes.getState().write(id, '写到一半');
  await a.settled();
  const b = await other('b', nearlyFull(on));
  await b.settled();
  const c = await other('c', nearlyFull(on));
  await c.settled();
  on.full = false;
  await c.settled();
  const d = await other('d');
  expect([b, c, d].map(({ notes }) => notes.getState().byId.get(id)?.draft?.text)).toEqual(
    Array(3).fill('写到一半'),
  );
});

it('a batch the host finds too large does not hold up what is written after it', async () => {
  const small: JournalPort = {
    ...journal,
    append: (d) =>
      d.length > 10 ? Promise.resolve(fail({ ...diskFull, code: 'host-413' })) : journal.append(d),
  };
  const s = await openSession({ journal: small, database });
  const body = { text: '', tags: [], colour: '藤黄' as const, underline: false };
  s.notes
    .getState()
    .add(
      Array.from({ length: 30 }, (_, i) => ({ id: `n${i}`, body, targets: [], created: '', modified: '' })),
    );
  await s.settled();
  s.notes.getState().create([], { text: '后来写的' });
  await s.settled();
  expect(JSON.stringify(journal.lines)).toContain('后来写的');
});

it('a repeated append, half of it written before another window wrote, leaves no hole', async () => {
  let lost = true;
  const lossy: JournalPort = {
    ...journal,
    append: async (d) => {
      const answer = await journal.append(d);
      return lost ? fail({ ...diskFull, code: 'journal-silent' }) : answer;
    },
  };
  const a = await openSession({ journal: lossy, database, writer: 'a' });
  const b = await other('b');
  a.notes.getState().create([], { text: '甲' });
  await a.settled();
  b.notes.getState().create([], { text: '乙' });
  await b.settled();
  a.notes.getState().create([], { text: '丙' });
  lost = false;
  await a.settled();
  expect(texts(a)).toEqual(['丙', '乙', '甲']);
});

it('a read that failed once is made up for', async () => {
  let down = false;
  const port: JournalPort = {
    ...journal,
    read: (...x) => (down ? Promise.resolve(fail(diskFull)) : journal.read(...x)),
  };
  const { channel, hear } = hearing();
  const a = await openSession({ journal: port, database, channel, writer: 'a' });
  const b = await other('b');
  b.notes.getState().create([], { text: '乙' });
  await b.settled();
  down = true;
  a.notes.getState().create([], { text: '甲' });
  await a.settled();
  down = false;
  hear();
  await a.settled();
  expect(texts(a)).toEqual(['乙', '甲']);
});

it('a window hears what another writes while it opens', async () => {
  const { channel, hear } = hearing();
  const b = await other('b');
  const port: JournalPort = {
    ...journal,
    head: async () => {
      const head = await journal.head();
      b.notes.getState().create([], { text: '乙' });
      await b.settled();
      hear();
      return head;
    },
  };
  const a = await openSession({ journal: port, database, channel, writer: 'a' });
  await a.settled();
  expect(texts(a)).toEqual(['乙']);
});

it('the copy emptied while the host is gone does not empty the screen', async () => {
  const s = await openSession({ journal, database });
  s.notes.getState().create([], { text: '甲' });
  await s.settled();
  journal.fault = diskFull;
  const rows = s.connection.current()!;
  await Promise.all([rows.notes.clear(), rows.entries.clear()]);
  s.connection.lose(diskFull);
  await s.repository.settled();
  expect(texts(s)).toEqual(['甲']);
});

it('a note the browser put back into an older state is noticed', async () => {
  const s = await openSession({ journal, database });
  const id = s.notes.getState().create([], { text: '旧' });
  await s.settled();
  const rows = s.connection.current()!;
  const old = await rows.notes.get(id);
  s.notes.getState().change([id], { body: { text: '新' } });
  await s.settled();
  await rows.notes.put(old!);
  s.repository.close();
  expect(texts(await openSession({ journal, database }))).toEqual(['新']);
});

it('a note deleted under a clock in the past is in the 回收站', async () => {
  let day = new Date('2026-11-21T00:00:00Z');
  const now = () => day;
  const s = await openSession({ journal, database, now });
  const id = s.notes.getState().create([], { text: '甲' });
  day = new Date('2015-01-01T00:00:00Z');
  s.notes.getState().remove([id]);
  await s.settled();
  day = new Date('2026-11-21T01:00:00Z');
  const again = await other('b', journal, { now });
  expect(again.notes.getState().bin.map((note) => note.id)).toEqual([id]);
});

it('a clock far ahead for a moment does not empty the 回收站 until the next start', async () => {
  let day = new Date('2026-11-21T00:00:00Z');
  const { notes, settled } = await openSession({ journal, database, now: () => day });
  const id = notes.getState().create([], { text: '甲' });
  notes.getState().remove([id]);
  await settled();
  day = new Date('2036-11-21T00:00:00Z');
  notes.getState().create([], { text: '乙' });
  day = new Date('2026-11-21T01:00:00Z');
  notes.getState().create([], { text: '丙' });
  expect(notes.getState().bin.map((note) => note.id)).toEqual([id]);
});

it('going on with a note twice refused by a full disk makes no conflict', async () => {
  const on = { full: false };
  const a = await other('a', nearlyFull(on));
  const id = a.notes.getState().create([at(0)], { text: '一' });
  await a.settled();
  on.full = true;
  for (const text of ['二', '三']) a.notes.getState().change([id], { body: { text } });
  await a.settled();
  const b = await other('b');
  b.notes.getState().write(id, '四');
  b.notes.getState().commit(id);
  expect(b.notes.getState().byId.get(id)?.conflicts).toEqual([]);
});

it('the 51st note a full disk refuses survives a crash like the first', async () => {
  const a = await other('a', nearlyFull({ full: true }));
  for (let i = 0; i < 51; i += 1) {
    a.notes.getState().create([at(0)], { text: `${i}` });
    await a.settled();
  }
  expect(texts(await other('b'))).toHaveLength(51);
});

it('another passage is not replaced because the note has changed since it was asked for', async () => {
  const { notes } = await openSession({ journal, database });
  const id = notes.getState().create([at(100), at(200), at(300)]);
  notes.getState().askPassage({ note: id, replaces: at(200) });
  notes.getState().change([id], { targets: [at(200), at(300)] });
  notes.getState().givePassage(at(400));
  expect(notes.getState().byId.get(id)!.annotation.targets).toContainEqual(at(300));
});

it('what was written while the journal took nothing is there after a crash, and is saved once', async () => {
  const a = await openSession({ journal, database, writer: 'a' });
  const old = a.notes.getState().create([], { text: '旧' });
  await a.settled();
  journal.fault = { ...diskFull, code: 'host-silent' };
  a.notes.getState().create([at(0)], { text: '新写的' });
  a.notes.getState().change([old], { body: { colour: '胭脂' } });
  a.notes.getState().write(old, '写到一半');
  a.runTimers();
  await a.settled();
  a.repository.close();
  const b = await openSession({ journal, database, writer: 'b' });
  expect(texts(b)).toEqual(['新写的', '旧']);
  expect(b.notes.getState().saving.state).not.toBe('saved');
  journal.fault = null;
  await b.settled();
  await expect.poll(() => b.notes.getState().saving.state, { timeout: 15_000 }).toBe('saved');
  expect(b.notes.getState().byId.get(old)).toMatchObject({
    annotation: { body: { colour: '胭脂' } },
    draft: { text: '写到一半' },
    conflicts: [],
  });
  const lines = journal.lines.length;
  b.repository.close();
  const c = await openSession({ journal, database, writer: 'c' });
  await c.settled();
  expect(texts(c)).toEqual(['新写的', '旧']);
  expect(journal.lines).toHaveLength(lines);
});

it('a change the journal will never take does not come back at each start', async () => {
  const refusing: JournalPort = {
    ...journal,
    append: () => Promise.resolve(fail({ ...diskFull, code: 'bad-input' })),
  };
  const a = await openSession({ journal: refusing, database });
  a.notes.getState().create([], { text: '甲' });
  await a.settled();
  expect(a.notes.getState().saving).toMatchObject({ state: 'unsaved', count: 1 });
  a.repository.close();
  expect(texts(await openSession({ journal, database }))).toEqual([]);
});
