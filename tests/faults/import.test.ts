import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { backupTools } from '../../src/renderer/store/backup-tools';
import { readBackup, writeBackup } from '../../src/shared/host/backup-file';
import { createBackups } from '../../src/renderer/state/files/backups';
import { fail, faultSentence, succeed } from '../../src/shared/fault';
import type { JournalPort, SnapshotPort } from '../../src/shared/host';
import type { Annotation } from '../../src/shared/report';
import { DAMAGES, damaged } from '../helpers/damage';
import { dyingFs } from '../helpers/dying-fs';
import { SMALL, closeNotes, openNotes, tell, times, valueOf } from '../helpers/faults';
import { drafts } from '../helpers/journal-drafts';
import { emptyLibrary } from '../helpers/library-port';
import { diskFull, memoryJournal } from '../helpers/memory-journal';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { openSession, type Session, textsOf } from '../unit/store/session';
import { openKeeping } from '../../src/main/services/open-services';

const TIME = new Date('2026-11-20T10:00:00Z');

let serial = 0;

const annotation = (text: string): Annotation => {
  const time = TIME.toISOString();
  const body = { text, tags: [], colour: '藤黄' as const, underline: false };
  return { id: ulid(), body, targets: [], created: time, modified: time };
};

const windowWith = async (
  texts: readonly string[],
  journal: JournalPort = memoryJournal(),
): Promise<Session> => {
  const session = await openSession({ journal, database: `r14-${(serial += 1)}` });
  session.notes.getState().add(texts.map(annotation));
  await session.settled();
  return session;
};

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).sort();

/** A backup file of so many notes, made by another computer. */
const backupFile = async (count: number): Promise<string> => {
  const journal = memoryJournal();
  const session = await windowWith(numbered('甲', count), journal);
  const text = await writeBackup(valueOf(await journal.read(0)), TIME, backupTools);
  session.repository.close();
  return text;
};

describe('an import that is interrupted (R14)', () => {
  it('by the end of the host at each step: wholly in or wholly absent', async () => {
    const tries = times(20, 50);
    const moments = fc.sample(fc.integer({ min: 1, max: 60 }), { seed: 14, numRuns: tries });
    const lost: string[] = [];
    let [inside, absent] = [0, 0];
    for (const moment of moments) {
      const folder = await temporaryFolder();
      const before = await openNotes(folder);
      const kept = [...valueOf(await before.journal.append(drafts(3)))];
      await closeNotes(before);
      const { fs } = dyingFs(moment);
      const opened = await openKeeping(folder, '', { fs, limits: SMALL });
      const batch = drafts(20);
      if (opened.ok) {
        const answer = await opened.value.journal.append(batch);
        if (answer.ok) kept.push(...answer.value);
        await closeNotes(opened.value).catch(() => undefined);
      }
      const after = await openNotes(folder);
      const ids = new Set(after.journal.lines().map(({ entry }) => entry.id));
      const there = batch.filter(({ id }) => ids.has(id)).length;
      if (there > 0) inside += 1;
      else absent += 1;
      if (there !== 0 && there !== batch.length) lost.push(`${there} of ${batch.length}`);
      lost.push(...kept.filter(({ id }) => !ids.has(id)).map(({ id }) => id));
      await closeNotes(after);
      await removeFolder(folder);
    }
    tell('R14', 'import cut off by the end of the host', tries, lost, `${inside} in, ${absent} absent`);
    expect(Math.min(inside, absent)).toBeGreaterThan(0);
  });

  it('of a damaged file: nothing comes in, and the reason is said; a whole one after it comes in', async () => {
    const file = await backupFile(20);
    const seeds = times(3, 6);
    const lost: string[] = [];
    const session = await windowWith(['原有']);
    for (const damage of DAMAGES)
      for (let seed = 1; seed <= seeds; seed += 1) {
        const bytes = damaged(Buffer.from(file), damage, seed);
        const answer = await readBackup('备份.jsonl', bytes.toString('utf8'), backupTools);
        if (answer.ok && bytes.toString('utf8') !== file) lost.push(`${damage} ${seed} was taken`);
        if (!answer.ok)
          expect(faultSentence(answer.fault)).toMatch(/^备份文件“备份\.jsonl”：.+。一条也没有导入/);
        expect(textsOf(session)).toEqual(['原有']);
      }
    for (const hostile of [
      '',
      '\n',
      '{}',
      '{"__proto__":{"x":1}}\n',
      `${'['.repeat(100_000)}`,
      'null\nnull\n',
    ])
      expect((await readBackup('x', hostile, backupTools)).ok).toBe(false);
    session.notes.getState().merge(valueOf(await readBackup('备份.jsonl', file, backupTools)));
    await session.settled();
    expect(textsOf(session)).toEqual([...numbered('甲', 20), '原有'].sort());
    tell('R14', 'damaged backup files', DAMAGES.length * seeds, lost);
  });

  it('taken twice, or taken on a full disk and again later, stands there once', async () => {
    const file = await backupFile(20);
    const entries = valueOf(await readBackup('备份.jsonl', file, backupTools));
    const journal = memoryJournal();
    const session = await windowWith(['原有'], journal);
    journal.fault = diskFull;
    session.notes.getState().merge(entries);
    await session.settled();
    expect(journal.lines).toHaveLength(1);
    expect(session.notes.getState().saving.state).toBe('unsaved');
    journal.fault = null;
    await session.settled();
    session.notes.getState().merge(entries);
    await session.settled();
    expect(journal.lines).toHaveLength(21);
    expect(textsOf(session)).toHaveLength(21);
    tell('R14', 'the same file twice', 2, 0);
  });
});

/** A host in memory: its journal, and snapshots as lists of entries. */
const hostOf = (journal: JournalPort) => {
  const kept = new Map<string, string>();
  const files: { name: string; bytes: Uint8Array }[] = [];
  let last = 0;
  const snapshots: SnapshotPort = {
    list: () => Promise.resolve(succeed({ folder: '/s', snapshots: [], damaged: [], fault: null })),
    make: async (reason) => {
      const entries = await journal.read(0);
      if (!entries.ok) return entries;
      const name = `00000${(last += 1)}-20261120-100000`;
      kept.set(name, JSON.stringify(entries.value));
      const counts = { entries: entries.value.length, notes: 0, hash: '', bytes: 0 };
      return succeed({ name, serial: last, time: TIME.toISOString(), reason, ...counts });
    },
    read: (name) => Promise.resolve(succeed(JSON.parse(kept.get(name) ?? '[]') as never[])),
  };
  return {
    names: () => [...kept.keys()],
    files,
    host: {
      snapshots,
      journal,
      library: emptyLibrary,
      space: () => Promise.resolve(fail(diskFull)),
      saveFile: (file: { name: string; bytes: Uint8Array }) => {
        files.push(file);
        return Promise.resolve(succeed({ saved: true as const, path: null }));
      },
      openFiles: () => Promise.resolve(succeed(files.slice(-1))),
    },
  };
};

describe('backups brought back (R15, R17)', () => {
  const open = async (count: number, journal: JournalPort = memoryJournal()) => {
    const session = await windowWith(numbered('甲', count), journal);
    const { host, names, files } = hostOf(journal);
    const backups = createBackups({
      host,
      notes: session.notes,
      tools: backupTools,
      newId: ulid,
      now: () => TIME,
      bookmarks: { pack: () => '', missing: () => 0, add: () => undefined },
      refreshShelf: () => Promise.resolve(null),
    });
    return { journal, session, backups, names, files };
  };

  it('a restore shows what it would do, does it, is undone, and loses no later note', async () => {
    const tries = times(5, 20);
    const lost: unknown[] = [];
    for (let count = 0; count < tries; count += 1) {
      const { session, backups, names } = await open(6 + count);
      const { notes } = session;
      await backups.getState().make();
      const then = textsOf(session);
      const [first, second] = notes.getState().notes;
      notes.getState().change([first?.id ?? ''], { body: { text: '改过' } });
      notes.getState().remove([second?.id ?? '']);
      notes.getState().create([], { text: '后来的' });
      await session.settled();
      const now = textsOf(session);
      await backups.getState().open(names()[0] ?? '', '那时');
      const { plan } = backups.getState().preview ?? { plan: null };
      expect([plan?.added.length, plan?.changed.length, plan?.removed.length]).toEqual([1, 1, 1]);
      expect(await backups.getState().restore()).toBe(3);
      await session.settled();
      if (JSON.stringify(textsOf(session)) !== JSON.stringify(then)) lost.push(textsOf(session));
      expect(notes.getState().bin.map(({ annotation }) => annotation.body.text)).toEqual(['后来的']);
      notes.getState().undo();
      await session.settled();
      if (JSON.stringify(textsOf(session)) !== JSON.stringify(now)) lost.push(textsOf(session));
      await backups.getState().open(names()[0] ?? '', '那时');
      expect(await backups.getState().copy()).toBe(2);
      await session.settled();
      expect(textsOf(session)).toHaveLength(now.length + 2);
      session.repository.close();
    }
    tell('R15', 'restore, undo, restore as copy', tries, lost);
  });

  it('deletions, one or all, are undone; before many a snapshot is made', async () => {
    const tries = times(5, 20);
    const lost: unknown[] = [];
    for (let count = 0; count < tries; count += 1) {
      const { session } = await open(20 + count);
      const before = textsOf(session);
      const ids = session.notes.getState().notes.map(({ id }) => id);
      session.notes.getState().remove(ids.slice(0, count % 2 ? 1 : ids.length));
      await session.settled();
      expect(textsOf(session).length).toBeLessThan(before.length);
      session.notes.getState().undo();
      await session.settled();
      if (JSON.stringify(textsOf(session)) !== JSON.stringify(before)) lost.push(textsOf(session));
      session.repository.close();
    }
    tell('R15', 'delete one or all, undo', tries, lost);
  });

  const many = times(2_000, 10_000);

  it(`${many} notes go to another computer in one file, byte-equal`, { timeout: 600_000 }, async () => {
    const tries = times(1, 5);
    const lost: unknown[] = [];
    for (let count = 0; count < tries; count += 1) {
      const folders = [await temporaryFolder(), await temporaryFolder()] as const;
      const [one, other] = [await openNotes(folders[0]), await openNotes(folders[1])];
      const { session, backups, files } = await open(many, one.journal);
      expect(await backups.getState().exportAll()).toBe(true);
      const there = await open(0, other.journal);
      there.files.push(...files);
      await there.backups.getState().openFile();
      expect(there.backups.getState().fault).toBeNull();
      expect(await there.backups.getState().merge()).toBe(many);
      await there.session.settled();
      const notesOf = ({ notes }: Session): string =>
        JSON.stringify(
          [...notes.getState().byId.values()]
            .map(({ annotation }) => annotation)
            .sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
      if (notesOf(session) !== notesOf(there.session)) lost.push(count);
      session.repository.close();
      there.session.repository.close();
      await closeNotes(one);
      await closeNotes(other);
      await Promise.all(folders.map(removeFolder));
    }
    tell('R17', `backup file to an empty computer, ${many} notes`, tries, lost);
  });
});
