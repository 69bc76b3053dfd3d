import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import { errnoOf, ioFault } from '../services/io-fault';

const SHAPE = /^[\w-]{43}$/;

/** 256 random bits as 43 characters of base64url. */
const newSecret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. */
export const sameSecret = (given: string | undefined, secret: string): boolean =>
  timingSafeEqual(digest(given ?? ''), digest(secret));

/** Where the token of a data folder lies. */
export const tokenPath = (folder: string): string => join(folder, 'loopback.token');

/** The token of a host already running for the same person; null when there is none to read. */
export const readToken = async (folder: string): Promise<string | null> => {
  const text = await readFile(tokenPath(folder), 'utf8').catch(() => '');
  return SHAPE.test(text) ? text : null;
};

const isPrivate = async (path: string): Promise<boolean> => {
  if (process.platform === 'win32') return true;
  const { mode, uid } = await stat(path);
  return (mode & 0o077) === 0 && uid === process.getuid?.();
};

const create = async (path: string): Promise<string> => {
  const secret = newSecret();
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(secret);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return secret;
};

/**
 * The token of this data folder, made at the first start. It stays the same afterwards, so that a window left open
 * can go on saving when its host comes back. A token others could have read is thrown away.
 */
export const loadToken = async (folder: string): Promise<Result<string>> => {
  const path = tokenPath(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32') await chmod(folder, 0o700);
    const kept = await readToken(folder);
    if (kept !== null && (await isPrivate(path))) return succeed(kept);
    await rm(path, { force: true });
    return succeed(await create(path));
  } catch (error) {
    return fail(
      ioFault(errnoOf(error) === 'EEXIST' ? '令牌文件正被另一个对读写入' : '令牌文件', path, error),
    );
  }
};

/** One-time tickets: what stands in an address, where other programs may read it, is worth nothing after its first use. */
export interface Tickets {
  issue(): string;
  redeem(ticket: string): boolean;
}

/** Tickets are few and short-lived; older ones give way so that asking for many holds no memory. */
const MOST_TICKETS = 8;

export const makeTickets = (): Tickets => {
  const open: string[] = [];
  return {
    issue: () => {
      const ticket = newSecret();
      open.push(ticket);
      if (open.length > MOST_TICKETS) open.shift();
      return ticket;
    },
    redeem: (ticket) => {
      const place = open.findIndex((one) => sameSecret(ticket, one));
      if (place < 0) return false;
      open.splice(place, 1);
      return true;
    },
  };
};
