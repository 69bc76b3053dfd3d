import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'vitest';
import { closeNotes, FULL, openNotes, skipped, tell } from '../helpers/faults';
import { ROOT, removeFolder, temporaryFolder } from '../helpers/places';
import { mountImage, mountLack, smallMount } from '../helpers/small-mount';

const CUTS = 50;

const lack = FULL ? mountLack() : null;
if (lack) skipped('R3', lack);

/** Writes onto the small disk until the power goes; answers what was acknowledged by then. */
const writeUntilCut = async (
  folder: string,
  image: string,
  copy: string,
  after: number,
): Promise<readonly string[]> => {
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'tests', 'helpers', 'journal-writer.ts'), folder],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const acknowledged: string[] = [];
  const ended = new Promise((resolve) => writer.once('close', resolve));
  await new Promise<void>((resolve) => {
    createInterface(writer.stdout).on('line', (line) => {
      if (line !== 'ready') acknowledged.push(line);
      if (acknowledged.length === after) resolve();
    });
    writer.once('close', () => resolve());
  });
  // Held still, so that the copy is the disk of one moment: what the kernel has not written yet is not on it.
  writer.kill('SIGSTOP');
  const known = [...acknowledged];
  await copyFile(image, copy);
  writer.kill('SIGKILL');
  await ended;
  return known;
};

/** What a fresh start finds there. */
const linesIn = async (notes: string): Promise<ReadonlySet<string>> => {
  const keeping = await openNotes(notes);
  const lines = keeping.journal.lines().map(({ entry }) => `${entry.id} ${entry.sha256}`);
  await closeNotes(keeping);
  return new Set(lines);
};

describe.skipIf(!FULL || lack !== null)('a power cut (R3)', () => {
  it(`${CUTS} times: what was acknowledged is on the disk`, { timeout: CUTS * 20_000 }, async () => {
    const folder = await temporaryFolder();
    const moments = fc.sample(fc.integer({ min: 1, max: 150 }), { seed: 3, numRuns: CUTS });
    const lost: string[] = [];
    let count = 0;
    for (const moment of moments) {
      const disk = await smallMount(folder, 16);
      const copy = join(folder, 'after.img');
      const known = await writeUntilCut(join(disk.path, 'notes'), disk.image, copy, moment).finally(() =>
        disk.unmount(),
      );
      const after = await mountImage(copy, join(folder, 'after'));
      const there = await linesIn(join(after.path, 'notes')).finally(() => after.unmount());
      lost.push(...known.filter((line) => !there.has(line)));
      count += known.length;
    }
    tell('R3', 'power cut on ext4', CUTS, lost, `${count} acknowledged`);
    await removeFolder(folder);
  });
});
