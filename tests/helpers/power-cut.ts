import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './places';
import type { SmallMount } from './small-mount';

/**
 * Lets a program of tests/helpers write into the folder `notes` of a small disk until it has acknowledged so many lines, and
 * copies the disk as a power cut would leave it. Answers the lines acknowledged by then.
 */
export const writeUntilCut = async (
  program: string,
  { path, image }: SmallMount,
  copy: string,
  after: number,
): Promise<readonly string[]> => {
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'tests', 'helpers', program), join(path, 'notes')],
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
