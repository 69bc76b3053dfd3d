import * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalFs } from '../../src/main/services/journal-file';
import { systemError } from './failing-fs';

/** A disk of a given size below a folder, for machines on which no small one can be mounted. */
export interface SmallDisk {
  readonly fs: JournalFs;
  /** Bytes other programs hold; raised to fill the disk from outside. */
  filled: number;
  free(): Promise<number>;
}

const sizeOf = async (folder: string): Promise<number> => {
  const names = await nodeFs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map((entry) =>
        nodeFs.stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

export const smallDisk = (folder: string, capacity: number): SmallDisk => {
  const free = async (): Promise<number> => Math.max(0, capacity - disk.filled - (await sizeOf(folder)));
  type Handle = Awaited<ReturnType<JournalFs['open']>>;
  /** A full disk takes what still fits, then says so. */
  const watch = (handle: Handle): Handle =>
    new Proxy(handle, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]): Promise<unknown> => {
          if (key === 'write') {
            const [bytes, offset, length, position] = args as [Buffer, number, number, number];
            const { size } = await target.stat();
            const grows = position + length - size;
            const room = await free();
            if (grows > room) {
              await target.write(bytes, offset, Math.max(0, length - (grows - room)), position);
              throw systemError('ENOSPC');
            }
          }
          if (key === 'writeFile' && (args[0] as Buffer).length > (await free())) throw systemError('ENOSPC');
          return Reflect.apply(method, target, args) as unknown;
        };
      },
    });
  const fs = {
    ...nodeFs,
    open: async (path: string, flags?: string, mode?: number) => watch(await nodeFs.open(path, flags, mode)),
    statfs: async () => ({ bavail: await free(), bsize: 1, blocks: capacity }),
  } as unknown as JournalFs;
  const disk: SmallDisk = { fs, filled: 0, free };
  return disk;
};
