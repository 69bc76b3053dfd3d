import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { ContentPiece, ContentState } from '../../shared/host';
import { CONTENT_PIECE, MAX_CONTENT, fileTooLarge } from '../../shared/host';
import { errnoOf, ioFault } from './io-fault';
import type { JournalFs } from './journal-file';
import { syncFolder, writeAll } from './journal-file';

const SUBJECT = '报告的文件';

/** Bytes named by their SHA-256: written once, checked whenever they are read, never changed. */
export interface ContentStore {
  /** Takes a piece; the content is kept once its last byte is there and the whole has the hash it is named by. */
  put(piece: ContentPiece): Promise<Result<ContentState>>;
  /** The whole content, checked; fails for damaged or missing ones, which are left as they are. */
  read(sha256: string): Promise<Result<Buffer>>;
  /** A piece of the content that begins at `at`. */
  piece(sha256: string, at: number): Promise<Result<ContentPiece>>;
  /** Deletes a content that nothing names any more. */
  remove(sha256: string): Promise<void>;
  /** Tells whether the content is kept; its bytes are not read. */
  has(sha256: string): Promise<boolean>;
}

interface Place {
  readonly fs: JournalFs;
  readonly folder: string;
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const pathOf = ({ folder }: Place, sha256: string): string => join(folder, sha256);

/** Pieces gather here; what a dead host left is taken up again or written over, byte for byte the same. */
const gatheringPath = ({ folder }: Place, sha256: string): string => join(folder, `${sha256}.part`);

const misplaced = (): Result<never> =>
  fail({
    code: 'content-misplaced',
    subject: SUBJECT,
    reason: '送来的内容不完整',
    remedy: '请再导入一次',
  });

const damaged = (path: string): Result<never> =>
  fail({
    code: 'content-damaged',
    subject: `${SUBJECT}（${path}）`,
    reason: '内容与入架时不一致，可能被改动过或磁盘有损坏',
    remedy: '其他报告不受影响；请把原来的文件再导入一次',
  });

const missing = (path: string): Result<never> =>
  fail({
    code: 'content-missing',
    subject: `${SUBJECT}（${path}）`,
    reason: '文件不见了，可能被移走或删除',
    remedy: '其他报告不受影响；请把原来的文件再导入一次',
  });

const sizeAt = (fs: JournalFs, path: string): Promise<number | null> =>
  fs.stat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    },
  );

const openGathering = async ({ fs }: Place, path: string): ReturnType<JournalFs['open']> => {
  try {
    return await fs.open(path, 'r+');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return fs.open(path, 'wx+', 0o600);
  }
};

const gather = async (place: Place, piece: ContentPiece, bytes: Buffer): Promise<void> => {
  const handle = await openGathering(place, gatheringPath(place, piece.sha256));
  try {
    await writeAll(handle, bytes, piece.at);
    if (piece.at + bytes.length < piece.size) return;
    await handle.truncate(piece.size);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Gives gathered content its name once its hash is right; a wrong one is thrown away. */
const keep = async (place: Place, sha256: string): Promise<boolean> => {
  const { fs, folder } = place;
  const gathering = gatheringPath(place, sha256);
  if (digestOf(await fs.readFile(gathering)) !== sha256) {
    await fs.rm(gathering, { force: true });
    return false;
  }
  await fs.rename(gathering, pathOf(place, sha256));
  await syncFolder(fs, folder);
  return true;
};

const put = async (place: Place, piece: ContentPiece): Promise<Result<ContentState>> => {
  const { sha256, size, at } = piece;
  if (size > MAX_CONTENT) return fail(fileTooLarge(SUBJECT, size, MAX_CONTENT));
  const bytes = Buffer.from(piece.data, 'base64');
  if (at + bytes.length > size) return misplaced();
  await place.fs.mkdir(place.folder, { recursive: true, mode: 0o700 });
  if ((await sizeAt(place.fs, pathOf(place, sha256))) === size) {
    const whole = digestOf(await place.fs.readFile(pathOf(place, sha256))) === sha256;
    if (whole) return succeed({ received: size, kept: true });
  }
  await gather(place, piece, bytes);
  const received = at + bytes.length;
  if (received < size) return succeed({ received, kept: false });
  return (await keep(place, sha256)) ? succeed({ received, kept: true }) : misplaced();
};

/** Does something with a kept content's file; what the disk refuses is told by its path. */
const withFile = async <Value>(
  place: Place,
  sha256: string,
  work: (path: string) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  const path = pathOf(place, sha256);
  try {
    return await work(path);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? missing(path) : fail(ioFault(SUBJECT, path, error));
  }
};

const read = (place: Place, sha256: string): Promise<Result<Buffer>> =>
  withFile(place, sha256, async (path) => {
    const bytes = await place.fs.readFile(path);
    return digestOf(bytes) === sha256 ? succeed(bytes) : damaged(path);
  });

/** Gives what a file is known by since its hash was found right: whoever writes it changes one of these. */
const stampOf = async (fs: JournalFs, path: string): Promise<string> => {
  const { size, mtimeMs, ino } = await fs.stat(path);
  return [size, mtimeMs, ino].join(' ');
};

const readPart = async ({ fs }: Place, path: string, at: number): Promise<Buffer> => {
  const handle = await fs.open(path, 'r');
  try {
    const part = Buffer.alloc(CONTENT_PIECE);
    let read = 0;
    for (let got = -1; got !== 0 && read < part.length; read += got)
      got = (await handle.read(part, read, part.length - read, at + read)).bytesRead;
    return part.subarray(0, read);
  } finally {
    await handle.close();
  }
};

/** One piece; the whole is hashed with the first one, and again only where the file has changed since. */
const piece = (
  place: Place,
  checked: Map<string, string>,
  { sha256, at }: Pick<ContentPiece, 'sha256' | 'at'>,
): Promise<Result<ContentPiece>> =>
  withFile(place, sha256, async (path) => {
    const stamp = await stampOf(place.fs, path);
    if (at === 0 || checked.get(sha256) !== stamp) {
      checked.delete(sha256);
      const whole = await read(place, sha256);
      if (!whole.ok) return whole;
      checked.set(sha256, stamp);
    }
    const part = await readPart(place, path, at);
    const { size } = await place.fs.stat(path);
    return succeed({ sha256, at, size, data: part.toString('base64') });
  });

/** Content of a folder. Writes run one after another, so that two windows cannot tear one content. */
export const openContent = (fs: JournalFs, folder: string): ContentStore => {
  const place = { fs, folder };
  const checked = new Map<string, string>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    put: (piece) => {
      const work = turn.then(() =>
        put(place, piece).catch((error: unknown) => fail(ioFault(SUBJECT, folder, error))),
      );
      turn = work;
      return work;
    },
    read: (sha256) => read(place, sha256),
    piece: (sha256, at) => piece(place, checked, { sha256, at }),
    remove: (sha256) => {
      checked.delete(sha256);
      return fs.rm(pathOf(place, sha256), { force: true });
    },
    has: (sha256) => sizeAt(fs, pathOf(place, sha256)).then((size) => size !== null),
  };
};
