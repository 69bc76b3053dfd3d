import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import { CONTENT_PIECE, withReceipts, type CallInput, type CallValue } from '../../shared/host';
import { answerCall, serviceHandlers, type Services } from './calls';
import type { LibraryKeeper } from './library';
import { askHolder } from './lock';

/** What another program of this person may ask the one that has the shelf open. */
const CALLS = ['library/read', 'library/append', 'library/put', 'library/get'] as const;

type LineCall = (typeof CALLS)[number];

const WORD = 'library';
const KEY_BYTES = 32;
/** A whole content is hashed before it is answered. Milliseconds. */
const LONGEST_WAIT = 30_000;

/** Longest question: a piece of content as base64, and what names it. Characters. */
export const LONGEST_QUESTION = CONTENT_PIECE * 2;

const keyPath = (folder: string): string => join(folder, 'host.key');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const isCall = (name: string): name is LineCall => (CALLS as readonly string[]).includes(name);

/** Takes the key away with the process it leads to. */
export const removeKey = (folder: string): Promise<void> =>
  rm(keyPath(folder), { force: true }).catch(() => undefined);

/** Makes the key by which `duidu import` reaches this process; only this person can read it. Null where the disk refuses. */
export const makeKey = async (folder: string): Promise<string | null> => {
  const key = randomBytes(KEY_BYTES).toString('hex');
  try {
    // A file others could have read keeps its mode when it is written over.
    await rm(keyPath(folder), { force: true });
    await writeFile(keyPath(folder), key, { mode: 0o600, flag: 'wx' });
    return key;
  } catch {
    return null;
  }
};

const answerNamed = <Name extends LineCall>(
  services: Services,
  name: Name,
  input: string,
): Promise<Result<CallValue<Name>>> => {
  const handler: (input: CallInput<Name>) => Promise<Result<CallValue<Name>>> =
    serviceHandlers(services)[name];
  return answerCall(name, handler, JSON.parse(input));
};

/** Answers one line about the library as both shells answer their page; null for any other line or a wrong key. */
export const answerLine = async (services: Services, key: string, line: string): Promise<string | null> => {
  const [word, given = '', name = '', ...rest] = line.split(' ');
  if (word !== WORD || !isSame(given, key) || !isCall(name)) return null;
  return JSON.stringify(await answerNamed(services, name, rest.join(' ')));
};

const silent = (detail: string): Fault => ({
  code: 'host-silent',
  subject: '已经打开的对读',
  reason: '没有回应',
  remedy: '请关闭它以后再试一次',
  detail,
});

/** The library of the process that has the data folder open, asked over its lock; null where it cannot be asked. */
export const libraryOfHolder = async (
  folder: string,
): Promise<Pick<LibraryKeeper, 'append' | 'getPiece' | 'putPiece' | 'read'> | null> => {
  const key = await readFile(keyPath(folder), 'utf8').catch(() => null);
  if (key === null) return null;
  const ask = async <Name extends LineCall>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<CallValue<Name>>> => {
    const text = await askHolder(folder, `${WORD} ${key} ${name} ${JSON.stringify(input)}`, LONGEST_WAIT);
    try {
      return JSON.parse(text) as Result<CallValue<Name>>;
    } catch {
      return fail(silent(`${name}: ${text.slice(0, 80)}`));
    }
  };
  const looked = await ask('library/read', { afterSeq: Number.MAX_SAFE_INTEGER });
  if (!looked.ok) return null;
  return {
    read: (afterSeq) => ask('library/read', { afterSeq }),
    putPiece: (piece) => ask('library/put', piece),
    getPiece: (sha256, at) => ask('library/get', { sha256, at }),
    append: async (draft) => {
      const receipt = await ask('library/append', draft);
      if (!receipt.ok) return receipt;
      const [entry] = withReceipts([draft], [receipt.value]);
      return entry ? succeed(entry) : fail(silent('a change without its receipt'));
    },
  };
};
