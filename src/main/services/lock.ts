import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import { errnoOf, ioFault } from './io-fault';

/** The right to write into a data folder, held by one process at a time. */
export interface Lock {
  release(): Promise<void>;
}

/** Kernels cut socket paths off at 104 to 108 bytes. */
const LONGEST_SOCKET = 100;

const fingerprint = (folder: string): string =>
  createHash('sha256').update(folder).digest('hex').slice(0, 24);

/** Where the lock on a folder is held: a named pipe on Windows, a socket elsewhere; both end with their process. */
export const lockAddress = (folder: string, platform: NodeJS.Platform = process.platform): string => {
  if (platform === 'win32') return `\\\\.\\pipe\\duidu-${fingerprint(folder)}`;
  const inside = join(folder, 'host.sock');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET) return inside;
  return join(tmpdir(), `duidu-${userInfo().uid}-${fingerprint(folder)}.sock`);
};

/** What the holder of a lock answers to one line from another process; null says nothing. */
export type Answer = (line: string) => string | null | Promise<string | null>;

const LONGEST_LINE = 200;
/** Longest time a question may come in pieces, and an answer take. Milliseconds. */
const LONGEST_SILENCE = 2_000;
const LONGEST_ANSWER = 30_000;

const converse = (socket: Socket, answer: Answer, longest: number): void => {
  let line = '';
  const reply = async (): Promise<void> => {
    socket.setTimeout(LONGEST_ANSWER);
    socket.end((await answer(line)) ?? '');
  };
  socket.setEncoding('utf8').setTimeout(LONGEST_SILENCE, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (part: string) => {
    const end = part.indexOf('\n');
    line += end < 0 ? part : part.slice(0, end);
    if (line.length > longest) socket.destroy();
    else if (end >= 0) reply().catch(() => socket.destroy());
  });
};

const listen = (address: string, answer: Answer, longest: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => converse(socket, answer, longest));
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Removes the socket of a killed process. Moved away first: a live one that came in between is seen and put back. */
const clearStale = async (address: string): Promise<boolean> => {
  const aside = `${address}.${process.pid}`;
  await rename(address, aside);
  if (await answers(aside)) {
    await rename(aside, address);
    return false;
  }
  await rm(aside, { force: true });
  return true;
};

const release = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

const taken = (folder: string): Result<never> =>
  fail({
    code: 'already-running',
    subject: `批注文件夹（${folder}）`,
    reason: '对读已经打开，批注只能由一个对读写入',
    remedy: '请回到已经打开的对读，或关闭它以后再试一次',
  });

const attempt = async (address: string, answer: Answer, longest: number): Promise<Server | null> => {
  try {
    return await listen(address, answer, longest);
  } catch (error) {
    if (errnoOf(error) !== 'EADDRINUSE') throw error;
    return null;
  }
};

/**
 * Claims a data folder for this process; fails with `already-running` while another one holds it.
 * An endpoint of the operating system is the lock, not a file: it ends with its process, so a killed host leaves no lock behind.
 */
export const lockFolder = async (
  folder: string,
  answer: Answer = () => null,
  longest = LONGEST_LINE,
): Promise<Result<Lock>> => {
  const address = lockAddress(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    let server = await attempt(address, answer, longest);
    if (!server && !(await answers(address)) && (await clearStale(address)))
      server = await attempt(address, answer, longest);
    if (!server) return taken(folder);
    const held = server;
    return succeed({ release: () => release(held) });
  } catch (error) {
    return fail(ioFault('批注文件夹', folder, error));
  }
};

/** Asks the holder of the lock on a folder; empty when there is none or it has nothing to say. */
export const askHolder = (folder: string, line: string, patience = LONGEST_SILENCE): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(lockAddress(folder));
    let text = '';
    socket.setEncoding('utf8').setTimeout(patience, () => socket.destroy());
    socket.once('connect', () => socket.write(`${line}\n`));
    socket.on('data', (part: string) => (text += part));
    socket.once('error', () => resolve(''));
    socket.once('close', () => resolve(text));
  });
