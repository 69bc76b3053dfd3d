import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryFolder } from '../../src/main/services/library';
import type { Keeping } from '../../src/main/services/open-services';
import { faultSentence } from '../../src/shared/fault';
import { replayLibrary, type KeptReports } from '../../src/shared/library';
import { closeNotes, FULL, openNotes, skipped, tell, times, valueOf } from '../helpers/faults';
import { draft } from '../helpers/journal-drafts';
import { madeReport, shelve, type Made } from '../helpers/own-reports';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { writeUntilCut } from '../helpers/power-cut';
import { mountImage, mountLack, smallMount } from '../helpers/small-mount';
import { smallDisk } from '../helpers/small-disk';

const CAPACITY = 400_000;
const LIMITS = { reserve: 40_000, low: 150_000, least: 60_000 };
const CUTS = 50;

const shelfOf = async ({ library }: Keeping): Promise<KeptReports> =>
  replayLibrary(valueOf(await library.read(0)));

/** Reports of the catalog whose text or file cannot be read. */
const halfReports = async (keeping: Keeping): Promise<readonly string[]> => {
  const half: string[] = [];
  for (const { report } of (await shelfOf(keeping)).values()) {
    const parts = [await keeping.library.getPiece(report.text, 0), await keeping.library.original(report.id)];
    if (parts.some(({ ok }) => !ok)) half.push(report.id);
  }
  return half;
};

/** Opens the folder as a fresh start does; answers which of these reports are lost or half, and how many notes there are. */
const lostIn = async (folder: string, acknowledged: readonly string[]) => {
  const keeping = await openNotes(folder);
  const reports = await shelfOf(keeping);
  const lost = [...acknowledged.filter((id) => !reports.has(id)), ...(await halfReports(keeping))];
  const notes = keeping.journal.lines().length;
  await closeNotes(keeping);
  return { lost, notes, reports };
};

describe('own reports on a disk that fails (R3, R4, R7)', () => {
  it('full: the import that does not fit says so, all before it stand whole, and it fits once there is room', async () => {
    const tries = times(5, 20);
    const lost: string[] = [];
    let count = 0;
    for (let round = 0; round < tries; round += 1) {
      const folder = await temporaryFolder();
      const disk = smallDisk(folder, CAPACITY + round * 1_733);
      const keeping = await openNotes(folder, { fs: disk.fs, limits: LIMITS });
      await keeping.space.settled();
      const kept: string[] = [];
      let waiting: Made | null = null;
      let refusal = '';
      for (let number = 0; waiting === null; number += 1) {
        const made = madeReport(round * 1_000 + number);
        const answer = await shelve(keeping.library, made);
        if (answer.ok) kept.push(made.report.id);
        else [waiting, refusal] = [made, faultSentence(answer.fault)];
      }
      expect(refusal).toMatch(/磁盘|没有存到/);
      disk.filled = -CAPACITY;
      valueOf(await shelve(keeping.library, waiting));
      kept.push(waiting.report.id);
      await keeping.journal.append([draft('一条')]);
      await closeNotes(keeping);
      const after = await lostIn(folder, kept);
      lost.push(...after.lost);
      expect(after.notes).toBe(1);
      count += kept.length;
      await removeFolder(folder);
    }
    tell('R4', 'disk full while reports are imported', tries, lost, `${count} acknowledged`);
  });

  it('a damaged line of the catalog takes its own report only, and is kept aside', async () => {
    const tries = times(6, 24);
    const lost: string[] = [];
    for (let round = 0; round < tries; round += 1) {
      const folder = await temporaryFolder();
      const keeping = await openNotes(folder);
      await keeping.journal.append([draft('一条')]);
      const made = Array.from({ length: 6 }, (_, number) => madeReport(round * 10 + number));
      for (const one of made) valueOf(await shelve(keeping.library, one));
      await closeNotes(keeping);
      const path = join(libraryFolder(folder), 'catalog.jsonl');
      const bytes = await readFile(path);
      const hit = round % made.length;
      const id = made[hit]?.report.id ?? '';
      const at = bytes.indexOf(id) + 40 + round;
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      await writeFile(path, bytes);
      const others = made.map(({ report }) => report.id).filter((other) => other !== id);
      const after = await lostIn(folder, others);
      lost.push(...after.lost);
      expect(after.notes).toBe(1);
      expect(after.reports.has(id)).toBe(false);
      await removeFolder(folder);
    }
    tell('R7', 'damaged line of the catalog', tries, lost);
  });

  it('two windows import the same files at once: each report stands there once', async () => {
    const tries = times(4, 20);
    const lost: string[] = [];
    for (let round = 0; round < tries; round += 1) {
      const folder = await temporaryFolder();
      const keeping = await openNotes(folder);
      const numbers = Array.from({ length: 8 }, (_, number) => round * 10 + number);
      const window = async (): Promise<readonly string[]> => {
        const kept: string[] = [];
        for (const number of numbers) {
          const made = madeReport(number);
          if ((await shelve(keeping.library, made)).ok) kept.push(made.report.id);
        }
        return kept;
      };
      const kept = (await Promise.all([window(), window()])).flat();
      await closeNotes(keeping);
      const after = await lostIn(folder, kept);
      lost.push(...after.lost);
      expect(kept).toHaveLength(numbers.length);
      expect(after.reports.size).toBe(numbers.length);
      await removeFolder(folder);
    }
    tell('R11', 'two windows import at once', tries, lost);
  });
});

const lack = FULL ? mountLack() : null;
if (lack) skipped('R3', lack);

describe.skipIf(!FULL || lack !== null)('a power cut while reports are imported (R3)', () => {
  it(`${CUTS} times: what was 已入架 is there, whole`, { timeout: CUTS * 20_000 }, async () => {
    const folder = await temporaryFolder();
    const moments = fc.sample(fc.integer({ min: 1, max: 60 }), { seed: 13, numRuns: CUTS });
    const lost: string[] = [];
    let count = 0;
    for (const moment of moments) {
      const disk = await smallMount(folder, 32);
      const copy = join(folder, 'after.img');
      const known = await writeUntilCut('library-writer.ts', disk, copy, moment).finally(() =>
        disk.unmount(),
      );
      const after = await mountImage(copy, join(folder, 'after'));
      const found = await lostIn(join(after.path, 'notes'), known).finally(() => after.unmount());
      lost.push(...found.lost);
      count += known.length;
    }
    tell('R3', 'power cut while reports are imported', CUTS, lost, `${count} acknowledged`);
    await removeFolder(folder);
  });
});
