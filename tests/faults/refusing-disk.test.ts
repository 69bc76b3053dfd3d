import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Keeping } from '../../src/main/services/open-services';
import { faultSentence } from '../../src/shared/fault';
import type { JournalPort } from '../../src/shared/host';
import { faultyFs, switchable, type Step } from '../helpers/failing-fs';
import { FULL, closeNotes, journalPath, openNotes, skipped, tell, times } from '../helpers/faults';
import { fillDisk } from '../helpers/filler';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { mountImage, mountLack, smallMount, type SmallMount } from '../helpers/small-mount';
import { allSaved, openSession, type Session, textsOf } from '../unit/store/session';

const TRIES = times(3, 10);

let serial = 0;

const openWindow = (journal: JournalPort): Promise<Session> =>
  openSession({ journal, database: `r5-${(serial += 1)}` });

/** What a fresh start shows. */
const textsOnDisk = async (folder: string): Promise<readonly string[]> => {
  const keeping = await openNotes(folder);
  const session = await openWindow(keeping.journal);
  const found = textsOf(session);
  session.repository.close();
  await closeNotes(keeping);
  return found;
};

/** A host that can be started again behind an open window. */
interface Restarting {
  keeping: Keeping;
}

const portOf = (host: Restarting): JournalPort => ({
  head: () => host.keeping.journal.head(),
  read: (after, limit) => host.keeping.journal.read(after, limit),
  append: (drafts) => host.keeping.journal.append(drafts),
});

/** Makes the disk refuse; the answer makes it well again. */
type Refuse = (host: Restarting) => Promise<() => Promise<void> | void>;

/** A window that writes while the disk refuses: what it says meanwhile, and the texts it must have in the end. */
const writeThrough = async (
  keeping: Keeping,
  refuse: Refuse,
): Promise<{ readonly said: string; readonly lied: boolean; readonly wanted: readonly string[] }> => {
  const host: Restarting = { keeping };
  const session = await openWindow(portOf(host));
  const { notes } = session;
  notes.getState().create([], { text: '之前' });
  await allSaved(session, 15_000);
  const heal = await refuse(host);
  let lied = false;
  const stop = notes.subscribe(({ saving, notes: shown }) => {
    if (shown.length > 1 && saving.state === 'saved') lied = true;
  });
  const id = notes.getState().create([], { text: '被拒的' });
  await session.settled();
  notes.getState().write(id, '正在写');
  session.runTimers();
  await session.settled();
  const { saving, editing } = notes.getState();
  stop();
  expect(editing[id]?.text).toBe('正在写');
  const said = saving.state === 'unsaved' ? faultSentence(saving.fault) : saving.state;
  await heal();
  await allSaved(session, 15_000);
  const wanted = textsOf(session);
  session.repository.close();
  await closeNotes(host.keeping);
  return { said, lied, wanted };
};

/** The window said why, named the journal, never said saved, and a fresh start shows all. */
const judge = async (
  folder: string,
  { said, lied, wanted }: Awaited<ReturnType<typeof writeThrough>>,
): Promise<readonly string[]> => {
  expect(said).toContain(journalPath(folder));
  expect(lied).toBe(false);
  expect(wanted).toHaveLength(2);
  const there = new Set(await textsOnDisk(folder));
  return wanted.filter((text) => !there.has(text));
};

describe('a window over a disk that refuses (R5)', () => {
  const steps: readonly Step[] = ['write', 'datasync', 'stat'];

  it.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES'])(
    '%s: never says saved, says why, loses nothing',
    async (code) => {
      const lost: string[] = [];
      for (let count = 0; count < TRIES; count += 1) {
        const folder = await temporaryFolder();
        const { state, fault } = switchable(steps[count % steps.length] ?? 'write', code);
        const keeping = await openNotes(folder, { fs: faultyFs(fault) });
        const outcome = await writeThrough(keeping, async () => {
          await keeping.space.spend();
          state.on = true;
          return () => void (state.on = false);
        });
        expect(outcome.said).toMatch(/磁盘|权限/);
        lost.push(...(await judge(folder, outcome)));
        await removeFolder(folder);
      }
      tell('R5', `${code} under a window`, TRIES, lost);
    },
  );

  const stall = FULL ? 30_000 : 1_500;

  it(
    `stalls for ${stall} ms: fails in time, and everything is taken once`,
    { timeout: 180_000 },
    async () => {
      const outcomes = Array.from({ length: TRIES }, async () => {
        const folder = await temporaryFolder();
        let until: Promise<void> = Promise.resolve();
        const fs = faultyFs((step) => (step === 'datasync' ? until : Promise.resolve()));
        const keeping = await openNotes(folder, { fs, ...(FULL ? {} : { milliseconds: 150 }) });
        let slowest = 0;
        const outcome = await writeThrough(keeping, () => {
          const since = performance.now();
          until = new Promise((resolve) => setTimeout(resolve, stall));
          slowest = since;
          return Promise.resolve(async () => {
            slowest = performance.now() - since;
            await until;
          });
        });
        const lost = await judge(folder, outcome);
        await removeFolder(folder);
        return { ...outcome, lost, slowest };
      });
      const all = await Promise.all(outcomes);
      // Two writes, each told within five seconds.
      const slowest = Math.max(...all.map((each) => each.slowest));
      expect(slowest).toBeLessThan(FULL ? 11_000 : 5_000);
      for (const { said } of all) expect(said).toMatch(/磁盘没有在 5 秒内写完/);
      const more = `two writes were told within ${Math.round(slowest)} ms`;
      tell(
        'R5',
        `disk stalls for ${stall} ms under a window`,
        TRIES,
        all.flatMap(({ lost }) => lost),
        more,
      );
    },
  );
});

const lack = FULL ? mountLack() : null;
if (lack) skipped('R5', `on a real file system: ${lack}`);

describe.skipIf(!FULL || lack !== null)('a window over a real disk that refuses (R5)', () => {
  const run = (program: string, ...args: readonly string[]): string => {
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
    // fsck says 1 for a disk it has repaired.
    if (status !== 0 && status !== 1) throw new Error(`${program} ${args.join(' ')} ended with ${status}.`);
    return stdout.trim();
  };

  /** A fault of the disk: the kernel lets nothing more be written on it until it has been checked. */
  const turnReadOnly = async (disk: SmallMount, host: Restarting): ReturnType<Refuse> => {
    run('mount', '-o', 'remount,errors=remount-ro', disk.path);
    const device = basename(run('findmnt', '-no', 'SOURCE', disk.path));
    await writeFile(`/sys/fs/ext4/${device}/trigger_fs_error`, '1');
    return async () => {
      await closeNotes(host.keeping);
      await disk.unmount();
      run('fsck.ext4', '-y', disk.image);
      await mountImage(disk.image, disk.path);
      host.keeping = await openNotes(join(disk.path, 'notes'));
    };
  };

  const REFUSALS: Readonly<Record<string, (disk: SmallMount) => Refuse>> = {
    'turned read-only': (disk) => (host) => turnReadOnly(disk, host),
    'filled to the last byte':
      ({ path }) =>
      async ({ keeping }) => {
        await keeping.space.spend();
        return fillDisk(path, 0);
      },
  };

  it.each(Object.entries(REFUSALS))('%s: never says saved, loses nothing', async (name, refuse) => {
    const lost: string[] = [];
    for (let count = 0; count < TRIES; count += 1) {
      const base = await temporaryFolder();
      const disk = await smallMount(base, 16);
      const folder = join(disk.path, 'notes');
      try {
        const outcome = await writeThrough(await openNotes(folder), refuse(disk));
        expect(outcome.said).toMatch(/磁盘|只读/);
        lost.push(...(await judge(folder, outcome)));
      } finally {
        await disk.unmount();
        await removeFolder(base);
      }
    }
    tell('R5', `${name}, a real disk under a window`, TRIES, lost);
  });
});
