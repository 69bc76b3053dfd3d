import * as nodeFs from 'node:fs/promises';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { OpenedFile } from '../../shared/host';
import { fileTooLarge } from '../../shared/host';
import { basename } from 'node:path';
import { ioFault } from './io-fault';
import type { JournalFs } from './journal-file';
import { replaceFile } from './journal-file';

const MAX_NAME_BYTES = 200;
/** Largest file taken in (S-18), in bytes. */
const MAX_OPEN_BYTES = 100 * 1024 * 1024;

const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const DROPPED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

const shorten = (text: string, limit: number): string => {
  let short = text;
  while (Buffer.byteLength(short) > limit) short = [...short].slice(0, -1).join('');
  return short;
};

/**
 * A name every file system takes: no separators, control or direction marks, no device names, no dots or spaces at
 * its ends, at most 200 bytes with its ending kept.
 */
export const cleanName = (name: string): string => {
  const plain = name
    .replace(DROPPED, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  const stem = shorten(
    ending ? plain.slice(0, dot).trimEnd() : plain,
    MAX_NAME_BYTES - Buffer.byteLength(ending),
  );
  const safe = DEVICES.test(stem.split('.')[0] ?? '') ? `_${stem}` : stem;
  return `${safe || '未命名'}${ending}`;
};

/** Writes a file so that a crash leaves the old one or the new one (tmp, fsync, rename). Asking before an overwrite is the dialog's part. */
export const saveFile = async (
  path: string,
  bytes: Uint8Array,
  fs: JournalFs = nodeFs,
): Promise<Result<string>> => {
  try {
    await replaceFile(fs, path, bytes, 0o644);
    return succeed(path);
  } catch (error) {
    return fail(ioFault('文件没有保存', path, error));
  }
};

/** Reads one file a person has chosen; one of more than `most` bytes is refused unread. */
export const openFile = async (path: string, most: number = MAX_OPEN_BYTES): Promise<Result<OpenedFile>> => {
  const limit = Math.min(most, MAX_OPEN_BYTES);
  try {
    const { size } = await nodeFs.stat(path);
    if (size > limit) return fail(fileTooLarge(path, size, limit));
    return succeed({ name: basename(path), bytes: new Uint8Array(await nodeFs.readFile(path)) });
  } catch (error) {
    return fail(ioFault('文件', path, error));
  }
};
