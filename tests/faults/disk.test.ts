import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../src/shared/fault';
import { faultyFs, switchable, systemError, type Step } from '../helpers/failing-fs';
import { closeNotes, idsOnDisk, journalPath, openNotes, tell, times, valueOf } from '../helpers/faults';
import { draft } from '../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { smallDisk } from '../helpers/small-disk';

const CAPACITY = 400_000;
const LIMITS = { reserve: 40_000, low: 150_000, least: 60_000 };

const note = (length: number) => draft({ text: '批'.repeat(length) });

/** Sizes of notes in characters, the same on every run. */
const lengths = (seed: number): readonly number[] =>
  fc.sample(fc.integer({ min: 1, max: 3_000 }), { seed, numRuns: 200 });

describe('a full disk (R4)', () => {
  it('grown into by notes: read-only in time, typing is still kept, everything back once there is room', async () => {
    const tries = times(10, 20);
    const lost: string[] = [];
    let acknowledged = 0;
    for (let seed = 1; seed <= tries; seed += 1) {
      const folder = await temporaryFolder();
      const disk = smallDisk(folder, CAPACITY);
      const keeping = await openNotes(folder, { fs: disk.fs, limits: LIMITS });
      await keeping.space.settled();
      const kept: string[] = [];
      let refusal = '';
      for (const length of lengths(seed)) {
        const answer = await keeping.journal.append([note(length)]);
        if (answer.ok) kept.push(...answer.value.map(({ id }) => id));
        else refusal = faultSentence(answer.fault);
        if (refusal) break;
      }
      expect(refusal).toContain(journalPath(folder));
      expect(refusal).toMatch(/磁盘(快满了|已满)（剩余 .+，需要 .+）/);
      const typed = draft({ v: 1, text: '正在写', resolves: [] }, { kind: 'draft' });
      kept.push(...valueOf(await keeping.journal.append([typed])).map(({ id }) => id));
      const waiting = note(10);
      expect((await keeping.journal.append([waiting])).ok).toBe(false);
      disk.filled = -CAPACITY;
      kept.push(...valueOf(await keeping.journal.append([waiting])).map(({ id }) => id));
      await closeNotes(keeping);
      const ids = await idsOnDisk(folder);
      lost.push(...kept.filter((id) => !ids.has(id)));
      acknowledged += kept.length;
      await removeFolder(folder);
    }
    tell('R4', 'disk full, grown into by notes', tries, lost, `${acknowledged} acknowledged`);
  });

  it('filled by another program in one go: the reserve takes the last write', async () => {
    const tries = times(10, 20);
    const lost: string[] = [];
    for (let seed = 1; seed <= tries; seed += 1) {
      const folder = await temporaryFolder();
      const disk = smallDisk(folder, CAPACITY);
      let looked = false;
      // The disk fills up between the look at it and the write.
      const statfs = async (...args: Parameters<typeof disk.fs.statfs>) => {
        const answer = await disk.fs.statfs(...args);
        if (looked) disk.filled += await disk.free();
        return answer;
      };
      const keeping = await openNotes(folder, { fs: { ...disk.fs, statfs } as never, limits: LIMITS });
      await keeping.space.settled();
      looked = true;
      const [length = 1] = lengths(seed);
      const last = valueOf(await keeping.journal.append([note(length)])).map(({ id }) => id);
      const refused = await keeping.journal.append([note(10)]);
      expect(refused.ok ? '' : refused.fault.code).toBe('space-low');
      await closeNotes(keeping);
      const ids = await idsOnDisk(folder);
      lost.push(...last.filter((id) => !ids.has(id)));
      await removeFolder(folder);
    }
    tell('R4', 'disk full, filled from outside', tries, lost);
  });
});

describe('a disk that refuses (R5)', () => {
  const steps: readonly Step[] = ['write', 'datasync', 'stat'];

  it.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES'])('%s: never saved, always said why', async (code) => {
    const tries = times(3, 10);
    const lost: string[] = [];
    for (const step of steps)
      for (let count = 0; count < tries; count += 1) {
        const folder = await temporaryFolder();
        const { state, fault } = switchable(step, code);
        const keeping = await openNotes(folder, { fs: faultyFs(fault) });
        const kept: string[] = [];
        for (let i = 0; i <= count; i += 1)
          kept.push(...valueOf(await keeping.journal.append([note(i + 1)])).map(({ id }) => id));
        await keeping.space.spend();
        state.on = true;
        const refused = await keeping.journal.append([note(5)]);
        const sentence = refused.ok ? '' : faultSentence(refused.fault);
        expect(sentence).toContain(journalPath(folder));
        expect(sentence).toMatch(/磁盘|权限/);
        state.on = false;
        await closeNotes(keeping);
        const ids = await idsOnDisk(folder);
        lost.push(...kept.filter((id) => !ids.has(id)));
        expect(ids.size).toBe(kept.length);
        await removeFolder(folder);
      }
    tell('R5', code, steps.length * tries, lost);
  });

  it('folder deleted under the host: the next write puts all back', async () => {
    const tries = times(3, 10);
    const lost: string[] = [];
    for (let count = 0; count < tries; count += 1) {
      const folder = await temporaryFolder();
      const keeping = await openNotes(folder);
      const kept = valueOf(await keeping.journal.append([note(1), note(2 + count)]));
      await keeping.space.settled();
      await rm(folder, { recursive: true });
      const after = valueOf(await keeping.journal.append([note(3)]));
      await closeNotes(keeping);
      const ids = await idsOnDisk(folder);
      lost.push(...[...kept, ...after].map(({ id }) => id).filter((id) => !ids.has(id)));
      await removeFolder(folder);
    }
    tell('R5', 'folder deleted', tries, lost);
  });

  it('stalled: fails in time, and the same change is taken once when the disk answers', async () => {
    const tries = times(3, 10);
    const lost: string[] = [];
    for (let count = 0; count < tries; count += 1) {
      const folder = await temporaryFolder();
      let [stall, release] = [false, (): void => undefined];
      const fs = faultyFs((step) =>
        stall && step === 'datasync' ? new Promise((resolve) => (release = resolve)) : Promise.resolve(),
      );
      const keeping = await openNotes(folder, { fs, milliseconds: 50 });
      stall = true;
      const slow = note(count + 1);
      const late = await keeping.journal.append([slow]);
      expect(late.ok ? '' : late.fault.code).toBe('journal-stalled');
      stall = false;
      release();
      // A busy machine may take longer than this short limit once or twice.
      await expect
        .poll(async () => (await keeping.journal.append([slow])).ok, { timeout: 15_000 })
        .toBe(true);
      await closeNotes(keeping);
      const ids = await idsOnDisk(folder);
      if (!ids.has(slow.id) || ids.size !== 1) lost.push(slow.id);
      await removeFolder(folder);
    }
    tell('R5', 'disk stalls', tries, lost);
  });

  it('refused at the start: the host says why and touches nothing', async () => {
    const codes = ['EROFS', 'EACCES', 'EIO'];
    for (const code of codes) {
      const folder = await temporaryFolder();
      await closeNotes(await openNotes(folder));
      const fs = faultyFs((step, path) =>
        step === 'open' && path === journalPath(folder)
          ? Promise.reject(systemError(code))
          : Promise.resolve(),
      );
      await expect(openNotes(folder, { fs })).rejects.toThrow(/批注日志.+。/);
      await removeFolder(folder);
    }
  });
});
