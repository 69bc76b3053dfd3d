import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A real file system of a few megabytes, for what only a kernel can show. */
export interface SmallMount {
  /** Where it is mounted. */
  readonly path: string;
  /** The file that is its disk: what a power cut would leave. */
  readonly image: string;
  unmount(): Promise<void>;
}

const run = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Why no file system can be mounted here, or null where one can. */
export const mountLack = (): string | null => {
  if (process.platform !== 'linux') return 'loop devices are mounted on Linux only';
  if (process.getuid?.() !== 0) return 'mounting a loop device needs root';
  return existsSync('/dev/loop-control') ? null : 'this machine has no loop devices';
};

/** Mounts an image; a copy of a disk in use is repaired by its own journal first, as after a power cut. */
export const mountImage = async (image: string, path: string): Promise<SmallMount> => {
  await mkdir(path, { recursive: true });
  if (!run('mount', '-o', 'loop', image, path)) throw new Error(`The image ${image} cannot be mounted.`);
  return {
    path,
    image,
    unmount: async () => {
      if (!run('umount', path)) run('umount', '-l', path);
      await rm(path, { recursive: true, force: true });
    },
  };
};

/** A fresh ext4 of so many megabytes below the folder. */
export const smallMount = async (folder: string, megabytes: number): Promise<SmallMount> => {
  const image = join(folder, 'disk.img');
  const handle = await open(image, 'w');
  await handle.truncate(megabytes * 1024 * 1024);
  await handle.close();
  if (!run('mkfs.ext4', '-q', '-F', '-m', '0', image)) throw new Error('mkfs.ext4 failed.');
  return mountImage(image, join(folder, 'disk'));
};
