import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import { ioFault } from './io-fault';
import type { JournalFs } from './journal-file';
import { readOrEmpty, replaceFile } from './journal-file';

/**
 * The form of what lies in a data folder. 1: single lines (0.1, which left no mark of it). 2: lines appended together
 * carry their place in the batch, and a batch without its end does not count.
 */
export const DATA_FORMAT = 2;

const mark = z.object({ format: z.int().min(1) });

const pathOf = (folder: string): string => join(folder, 'format.json');

const newer = (path: string, format: number | null): Result<never> =>
  fail({
    code: 'data-newer',
    subject: `批注文件夹（${path}）`,
    reason:
      format === null
        ? '格式记录读不懂，可能是更新的对读写的'
        : `是更新版的对读写的（格式 ${format}，本程序只认到 ${DATA_FORMAT}）`,
    remedy: '请用新版对读打开；本程序没有改动其中任何内容',
  });

const read = (bytes: Buffer): number | null => {
  try {
    const parsed = mark.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data.format : null;
  } catch {
    return null;
  }
};

/**
 * The form of a data folder, before anything in it is opened. Refuses, without touching a byte, what a newer program
 * has written. A folder without a mark is of form 1.
 */
export const readFormat = async (fs: JournalFs, folder: string): Promise<Result<number>> => {
  try {
    const bytes = await readOrEmpty(fs, pathOf(folder));
    const format = bytes.length === 0 ? 1 : read(bytes);
    return format === null || format > DATA_FORMAT ? newer(folder, format) : succeed(format);
  } catch (error) {
    return fail(ioFault('批注文件夹', folder, error));
  }
};

/** Marks a data folder as of this program's form; the snapshot before it has been made by then. */
export const writeFormat = async (fs: JournalFs, folder: string): Promise<Result<null>> => {
  try {
    await replaceFile(fs, pathOf(folder), Buffer.from(`{"format":${DATA_FORMAT}}\n`));
    return succeed(null);
  } catch (error) {
    return fail(ioFault('批注文件夹', folder, error));
  }
};
