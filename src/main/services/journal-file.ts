import type * as fsPromises from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './io-fault';

/** The part of node:fs/promises the journal uses; tests hand in one that fails. */
export type JournalFs = Pick<
  typeof fsPromises,
  'open' | 'stat' | 'mkdir' | 'readFile' | 'readdir' | 'rename' | 'rm' | 'statfs'
>;

export type Handle = Awaited<ReturnType<JournalFs['open']>>;

/** Makes the name of a new or renamed file durable; Windows cannot open a folder and does not need it. */
export const syncFolder = async (fs: Pick<JournalFs, 'open'>, folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Bytes of a file, empty when there is none. */
export const readOrEmpty = async (fs: JournalFs, path: string): Promise<Buffer> => {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};

/** Writes all bytes at the given place; a short write is continued, as POSIX allows one at any time. */
export const writeAll = async (handle: Handle, bytes: Buffer, position: number): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    const part = await handle.write(bytes, written, bytes.length - written, position + written);
    written += part.bytesWritten;
  }
};

/** Opens a file for reading and writing, made with mode 0600 where it does not exist. */
export const openOwned = async (fs: JournalFs, path: string): Promise<Handle> => {
  try {
    return await fs.open(path, 'r+');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
  await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await fs.open(path, 'wx+', 0o600);
  await syncFolder(fs, dirname(path));
  return handle;
};

/** Replaces a file as a whole: a reader finds the old bytes or the new ones, never a part (tmp, fsync, rename). */
export const replaceFile = async (
  fs: Pick<JournalFs, 'open' | 'rename' | 'rm'>,
  path: string,
  bytes: Uint8Array,
  mode = 0o600,
): Promise<void> => {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${process.pid}.tmp`);
  try {
    const handle = await fs.open(temporary, 'w', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, path);
    await syncFolder(fs, dirname(path));
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
};
