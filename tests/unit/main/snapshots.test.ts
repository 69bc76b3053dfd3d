import * as nodeFs from 'node:fs/promises';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshotFolder } from '../../../src/main/services/open-services';
import { openSpace } from '../../../src/main/services/space';
import { readInput } from '../../../src/main/services/validate';
import { closeNotes, journalPath, openNotes, valueOf } from '../../helpers/faults';
import { draft, drafts } from '../../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../../helpers/places';
import { smallDisk } from '../../helpers/small-disk';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  vi.useRealTimers();
  await removeFolder(folder);
});

const list = async (keeping: Awaited<ReturnType<typeof openNotes>>) =>
  valueOf(await keeping.snapshots.list());

describe('snapshots', () => {
  it('hold the journal as it is, byte for byte, and give its entries back', async () => {
    const keeping = await openNotes(folder);
    const entries = valueOf(await keeping.journal.append(drafts(4)));
    const made = valueOf(await keeping.snapshots.make('manual'));
    expect(made).toMatchObject({ serial: 1, reason: 'manual', entries: 4, hash: entries.at(-1)?.sha256 });
    expect(valueOf(await keeping.snapshots.read(made.name))).toEqual(entries);
    const inside = join(snapshotFolder(folder), made.name);
    expect(await nodeFs.readFile(join(inside, 'notes.jsonl'))).toEqual(
      await nodeFs.readFile(journalPath(folder)),
    );
    await closeNotes(keeping);
  });

  it('are made by themselves in the first pause after many changes, and not twice of the same', async () => {
    const keeping = await openNotes(folder);
    valueOf(await keeping.journal.append(drafts(3)));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const after = async (milliseconds: number) => {
      vi.advanceTimersByTime(milliseconds);
      return (await list(keeping)).snapshots.map(({ reason }) => reason);
    };
    keeping.snapshots.changed(3);
    expect(await after(5_000)).toEqual([]);
    keeping.snapshots.changed(200);
    expect(await after(4_000)).toEqual([]);
    // Still writing.
    keeping.snapshots.changed(1);
    expect(await after(4_000)).toEqual([]);
    expect(await after(1_000)).toEqual(['auto']);
    await keeping.snapshots.catchUp();
    valueOf(await keeping.snapshots.make('restore'));
    expect((await list(keeping)).snapshots).toHaveLength(1);
    await closeNotes(keeping);
  });

  it('are made of few changes too, and of writing without a pause, after a quarter of an hour', async () => {
    const keeping = await openNotes(folder);
    valueOf(await keeping.journal.append(drafts(3)));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (let second = 0; second < 15 * 60; second += 3) {
      expect((await list(keeping)).snapshots).toEqual([]);
      keeping.snapshots.changed(second < 600 ? 1 : 10);
      vi.advanceTimersByTime(3_000);
    }
    expect((await list(keeping)).snapshots.map(({ reason }) => reason)).toEqual(['auto']);
    await closeNotes(keeping);
  });

  it('that hold what the journal has lost stay, however many follow (shrink guard)', async () => {
    const before = await openNotes(folder);
    valueOf(await before.journal.append(drafts(10)));
    const full = valueOf(await before.snapshots.make('manual'));
    await closeNotes(before);
    await rm(journalPath(folder));
    const after = await openNotes(folder);
    for (let i = 0; i < 30; i += 1) {
      valueOf(await after.journal.append([draft({ text: String(i) })]));
      valueOf(await after.snapshots.make('manual'));
    }
    const { snapshots } = await list(after);
    expect(snapshots.length).toBeLessThan(30);
    expect(snapshots.at(-1)?.name).toBe(full.name);
    await closeNotes(after);
  });

  it('leave nothing of one that was cut off, and do not take a stranger’s folder for theirs', async () => {
    const inside = snapshotFolder(folder);
    await mkdir(join(inside, '.making'), { recursive: true });
    await writeFile(join(inside, '.making', 'notes.jsonl'), 'half');
    await mkdir(join(inside, '我的文件夹'));
    const keeping = await openNotes(folder);
    valueOf(await keeping.journal.append(drafts(1)));
    const { name } = valueOf(await keeping.snapshots.make('manual'));
    expect((await readdir(inside)).sort()).toEqual([name, '我的文件夹'].sort());
    await closeNotes(keeping);
  });

  it('are not made on a nearly full disk, which is said with the room that is missing', async () => {
    const disk = smallDisk(folder, 300_000);
    const limits = { reserve: 1_000, low: 200_000, least: 100_000 };
    const keeping = await openNotes(folder, { fs: disk.fs, limits });
    valueOf(await keeping.journal.append(drafts(2)));
    disk.filled = 199_000;
    await keeping.snapshots.catchUp();
    const { fault, snapshots } = await list(keeping);
    expect(snapshots).toEqual([]);
    expect(fault?.reason).toMatch(/^磁盘快满了（剩余 .+ MB，需要 .+ MB）$/);
    disk.filled = 0;
    await keeping.snapshots.catchUp();
    expect(await list(keeping)).toMatchObject({ fault: null, snapshots: [{ reason: 'auto' }] });
    await closeNotes(keeping);
  });

  it.each([
    '../notes',
    '000001-20261120-101500/../..',
    '.making',
    '',
    '/etc/passwd',
    '000001-20261120-101500 ',
  ])('are asked for by their own names only: %j is refused', (name) => {
    expect(readInput('snapshot/read', { name }).ok).toBe(false);
  });
});

describe('the space reserve', () => {
  it('is given back when asked for, and kept again once there is room', async () => {
    const disk = smallDisk(folder, 100_000);
    const guard = openSpace(disk.fs, folder, { reserve: 20_000, low: 50_000, least: 30_000 });
    await guard.settled();
    expect(await disk.free()).toBe(80_000);
    disk.filled = 60_000;
    expect((await guard.look()).state).toBe('full');
    expect(await guard.spend()).toBe(true);
    expect(await guard.spend()).toBe(false);
    await guard.mend();
    expect(await disk.free()).toBe(40_000);
    expect((await guard.look()).state).toBe('low');
    disk.filled = 0;
    await guard.mend();
    expect(await disk.free()).toBe(80_000);
    expect((await guard.look()).state).toBe('ok');
  });

  it('says nothing about a disk that does not tell its room', async () => {
    const disk = smallDisk(folder, 100_000);
    const statfs = () => Promise.resolve({ bavail: 0, bsize: 0, blocks: 0 });
    const guard = openSpace({ ...disk.fs, statfs } as never, folder);
    expect(await guard.look()).toMatchObject({ free: null, state: 'ok' });
    await guard.settled();
  });
});
