// What a journal refuses, a copy loses and a window forgets, one after the other.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Parking } from '../../../src/renderer/store/parking';
import { connect, notesCopy, notesRepository } from '../../../src/renderer/store';
import { reconcile } from '../../../src/renderer/store/reconcile';
import { createSaving } from '../../../src/renderer/state/notes/saving';
import { fail, succeed } from '../../../src/shared/fault';
import type { JournalDraft, JournalPort } from '../../../src/shared/host';
import { createTarget } from '../../../src/shared/anchor';
import { bundledReports } from '../../helpers/bundled-reports';
import { diskFull, memoryJournal } from '../../helpers/memory-journal';
import { openSession, textsOf } from './session';

const draft = (id: string, kind: JournalDraft['kind'] = 'create', noteId = `n${id}`): JournalDraft => ({
  id,
  noteId,
  kind,
  baseRev: null,
  writer: 'w',
  time: '2026-01-01T00:00:00.000Z',
  payload: {},
});
const report = bundledReports()[0]!;
const target = createTarget(report, { start: 0, end: 6 }, '');

it('a note written after a refused import is kept', async () => {
  const kept: string[] = [];
  const parking = new Parking({
    park: (d) => (kept.push(...d.map(({ id }) => id)), Promise.resolve(succeed(null))),
    parked: () => Promise.resolve(succeed([])),
    unpark: () => Promise.resolve(succeed(null)),
  });
  const many = Array.from({ length: 1001 }, (_, i) => draft(`i${i}`));
  parking.park(many, diskFull);
  parking.park([...many, draft('own')], diskFull);
  await parking.settled();
  expect(kept).toEqual(['own']);
});

it('a note written after a refused import is there after a crash', async () => {
  const journal = memoryJournal();
  const s = await openSession({ journal, database: 'r1b' });
  journal.fault = diskFull;
  const t = '2026-01-01T00:00:00.000Z';
  s.notes.getState().add(
    Array.from({ length: 1001 }, (_, i) => ({
      id: `i${i}`,
      body: { text: 'x', tags: [], colour: '藤黄' as const, underline: false },
      targets: [],
      created: t,
      modified: t,
    })),
  );
  await s.settled();
  s.notes.getState().create([target], { text: '我的' });
  await s.settled();
  s.repository.close();
  journal.fault = null;
  const after = await openSession({ journal, database: 'r1b' });
  await after.settled();
  expect(textsOf(after)).toContain('我的');
});

it('what could not be kept is kept once the copy works', async () => {
  const kept: string[] = [];
  let works = false;
  const parking = new Parking({
    park: (d) =>
      works
        ? (kept.push(...d.map(({ id }) => id)), Promise.resolve(succeed(null)))
        : Promise.resolve(fail(diskFull)),
    parked: () => Promise.resolve(succeed([])),
    unpark: () => Promise.resolve(succeed(null)),
  });
  parking.park([draft('a')], diskFull);
  await parking.settled();
  works = true;
  parking.park([draft('a')], diskFull);
  await parking.settled();
  expect(kept).toEqual(['a']);
});

it('words typed while the journal refuses are tried within a second', async () => {
  const delays: number[] = [];
  const sent: string[][] = [];
  let due: (() => void) | null = null;
  const saving = createSaving({
    append: (d) => (sent.push(d.map(({ id }) => id)), Promise.resolve(fail(diskFull))),
    now: () => new Date(),
    onChange: () => undefined,
    schedule: (work, ms) => {
      delays.push(ms);
      due = work;
      return () => (due = null);
    },
  });
  saving.addDraft(draft('d1', 'draft', 'n'));
  due!();
  await new Promise((r) => setTimeout(r, 5));
  saving.addDraft(draft('d2', 'draft', 'n'));
  expect(delays.at(-1)).toBe(800);
});

it('a copy that cannot be reopened is still told', async () => {
  const heard: (string | null)[] = [];
  let opens = 0;
  let lost: ((f: never) => void) | null = null;
  const base = notesCopy(connect({ name: 'r2' }));
  const copy = {
    ...base,
    open: () => (opens++ === 0 ? base.open() : Promise.resolve(fail({ ...diskFull, code: 'copy-failed' }))),
    onLost: (l: never) => {
      lost = l;
    },
  };
  const repo = notesRepository({ journal: memoryJournal(), copy: copy });
  repo.onCopy((f) => heard.push(f?.code ?? null));
  await repo.open();
  lost!({ ...diskFull, code: 'copy-failed' } as never);
  await repo.settled();
  expect(heard.at(-1)).toBe('copy-failed');
});

it('words replaced after a crash do not come back as a draft', async () => {
  const disk = memoryJournal();
  let full = true;
  const journal: JournalPort = {
    ...disk,
    append: (d) =>
      full && d.some(({ kind }) => kind !== 'draft')
        ? Promise.resolve(fail({ ...diskFull, code: 'space-low' }))
        : disk.append(d),
  };
  const before = await openSession({ journal, database: 'r3a' });
  const id = before.notes.getState().create([target], { text: '旧话' });
  await before.settled();
  full = false;
  const after = await openSession({ journal, database: 'r3b' });
  await after.settled();
  after.notes.getState().write(id, '新话');
  after.notes.getState().commit(id);
  await after.settled();
  const note = after.notes.getState().byId.get(id)!;
  expect([note.annotation.body.text, note.draft?.text ?? null]).toEqual(['新话', null]);
});

it('what only the copy has survives a start at which the journal could not be read', async () => {
  const journal = memoryJournal();
  const s = await openSession({ journal, database: 'r6' });
  for (const text of ['甲', '乙']) {
    s.notes.getState().create([target], { text });
    await s.settled();
  }
  s.repository.close();
  journal.lines.pop(); // power cut: 乙 is only in the copy
  journal.fault = diskFull;
  const two = await openSession({ journal, database: 'r6' });
  journal.fault = null;
  two.notes.getState().create([target], { text: '丙' });
  await two.settled();
  await new Promise((r) => setTimeout(r, 200));
  await two.settled();
  const shown = textsOf(two);
  two.repository.close();
  const three = await openSession({ journal, database: 'r6' });
  expect([shown, textsOf(three)]).toEqual([['丙', '乙', '甲'].sort(), ['丙', '乙', '甲'].sort()]);
});

it('undo of a change does not bring back what another window deleted', async () => {
  const journal = memoryJournal();
  const a = await openSession({ journal, database: 'r7', writer: 'a' });
  const id = a.notes.getState().create([target], { text: '甲' });
  a.notes.getState().change([id], { body: { colour: '胭脂' } });
  await a.settled();
  const b = await openSession({ journal, database: 'r7b', writer: 'b' });
  b.notes.getState().remove([id]);
  await b.settled();
  const c = await a.repository.open();
  void c;
  await a.notes.getState().open();
  expect(a.notes.getState().byId.get(id)?.deleted).not.toBeNull();
  a.notes.getState().undo();
  await a.settled();
  expect(a.notes.getState().byId.get(id)?.deleted).not.toBeNull();
});

it('an append that throws is a fault, and is tried again in its time', async () => {
  let calls = 0;
  const onRej = () => undefined;
  process.on('unhandledRejection', onRej);
  const saving = createSaving({
    append: () => {
      calls += 1;
      return calls < 50 ? Promise.reject(new Error('x')) : Promise.resolve(succeed(null));
    },
    now: () => new Date(),
    onChange: () => undefined,
    schedule: () => () => undefined,
  });
  saving.add([draft('x')]);
  await new Promise((r) => setTimeout(r, 50));
  process.off('unhandledRejection', onRej);
  expect(calls).toBe(1);
});
void reconcile;

it('a draft another window sends late does not hide what its writer has saved since', async () => {
  const disk = memoryJournal();
  const a = await openSession({ journal: disk, database: 'f14', writer: 'A' });
  const id = a.notes.getState().create([target], { text: '甲' });
  await a.settled();
  let down = true;
  const forB = { ...disk, append: (d: never) => (down ? Promise.resolve(fail(diskFull)) : disk.append(d)) };
  disk.fault = diskFull;
  a.notes.getState().write(id, '旧话');
  await a.settled();
  disk.fault = null;
  const b = await openSession({ journal: forB, database: 'f14', writer: 'B' });
  await b.settled();
  a.notes.getState().write(id, '新话');
  a.notes.getState().commit(id);
  await a.settled();
  down = false;
  await b.settled();
  const last = await openSession({ journal: disk, database: 'f14c', writer: 'C' });
  const n = last.notes.getState().byId.get(id)!;
  expect([n.annotation.body.text, n.draft?.text ?? null]).toEqual(['新话', null]);
});
it('a parked change the journal will never take is not unsaved for ever', async () => {
  const disk = memoryJournal();
  const bad = {
    ...disk,
    append: (d: readonly { payload: unknown }[]) =>
      disk.fault
        ? disk.append(d as never)
        : JSON.stringify(d).includes('坏')
          ? Promise.resolve(fail({ ...diskFull, code: 'bad-input' }))
          : disk.append(d as never),
  };
  const a = await openSession({ journal: bad, database: 'f15' });
  disk.fault = diskFull;
  a.notes.getState().create([target], { text: '坏' });
  await a.settled();
  a.repository.close();
  disk.fault = null;
  const b = await openSession({ journal: bad, database: 'f15' });
  await b.settled();
  b.repository.close();
  const c = await openSession({ journal: bad, database: 'f15' });
  await c.settled();
  expect(c.notes.getState().saving.state).toBe('saved');
});
