import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MB = 1024 * 1024;

export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Another program that fills the disk until so many bytes are left; the answer takes its file away again. */
export const fillDisk = async (folder: string, left: number): Promise<() => Promise<void>> => {
  const path = join(folder, 'filler.bin');
  const handle = await open(path, 'w');
  try {
    for (let room = await freeBytes(folder); room > left; room = await freeBytes(folder)) {
      await handle.write(Buffer.alloc(Math.min(4 * MB, room - left), 1));
      await handle.sync();
    }
  } catch {
    // The last bytes of a disk are not always to be had: full is full.
  } finally {
    await handle.close();
  }
  return () => rm(path, { force: true });
};
