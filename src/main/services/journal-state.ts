import { dirname } from 'node:path';
import { errnoOf } from './io-fault';
import { keepDamaged } from './journal-damage';
import type { Handle, JournalFs } from './journal-file';
import { openOwned, readOrEmpty, replaceFile, writeAll } from './journal-file';
import type { JournalLine } from './journal-line';
import type { Recovered } from './journal-recovery';
import { recover } from './journal-recovery';

/** The open journal: its file, what it holds, and how far it is acknowledged. */
export interface JournalState {
  readonly path: string;
  handle: Handle;
  readonly lines: JournalLine[];
  readonly byId: Map<string, JournalLine>;
  /** Bytes that were there at the start or are acknowledged; what lies behind them is a failed write. */
  size: number;
  /** A write has failed: bytes of it may lie behind `size`. */
  dirty: boolean;
  readonly damaged: number;
}

/** `foreign`: another program changed or replaced the file; `gone`: nothing has this name any more. */
export type Standing = 'ours' | 'gone' | 'foreign';

/** Whole lines as the bytes of a file. */
export const toBytes = (lines: readonly JournalLine[]): Buffer =>
  Buffer.concat(lines.flatMap((line) => [line.bytes, Buffer.from('\n')]));

/** Brings the file to a state the next line can follow: torn tail cut off, missing line end added, both durable. */
const settle = async (handle: Handle, bytes: Buffer, { torn, unended }: Recovered): Promise<number> => {
  const size = bytes.length - torn.length;
  if (torn.length === 0 && !unended) return size;
  if (torn.length > 0) await handle.truncate(size);
  if (unended) await writeAll(handle, Buffer.from('\n'), size);
  await handle.sync();
  return unended ? size + 1 : size;
};

const countDamage = ({ damaged, missing, torn }: Recovered): number =>
  damaged.length + missing + (torn.length > 0 ? 1 : 0);

/** Opens the journal, making it where there is none; throws the system's error. */
export const loadJournal = async (fs: JournalFs, path: string): Promise<JournalState> => {
  const handle = await openOwned(fs, path);
  try {
    const bytes = await readOrEmpty(fs, path);
    const recovered = recover(bytes);
    await keepDamaged(fs, path, recovered);
    const size = await settle(handle, bytes, recovered);
    const lines = [...recovered.lines];
    const byId = new Map(lines.map((line) => [line.entry.id, line]));
    return { path, handle, lines, byId, size, dirty: false, damaged: countDamage(recovered) };
  } catch (error) {
    await handle.close();
    throw error;
  }
};

/** Tells whether the path still names the file we hold: bytes written into a deleted or replaced file are lost silently. */
export const standingOf = async (fs: JournalFs, { path, handle }: JournalState): Promise<Standing> => {
  const named = await fs.stat(path, { bigint: true }).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (named === null) return 'gone';
  const held = await handle.stat({ bigint: true });
  return named.ino === held.ino && named.dev === held.dev ? 'ours' : 'foreign';
};

/** The folder was deleted under us: every acknowledged line is still in memory, so the file is written anew. */
const rebuild = async (fs: JournalFs, state: JournalState): Promise<void> => {
  const bytes = toBytes(state.lines);
  await fs.mkdir(dirname(state.path), { recursive: true, mode: 0o700 });
  await replaceFile(fs, state.path, bytes);
  const handle = await fs.open(state.path, 'r+');
  await state.handle.close().catch(() => undefined);
  state.handle = handle;
  state.size = bytes.length;
  state.dirty = false;
};

/** Makes the file ready for a write; `foreign` means hands off. Throws the system's error. */
export const prepare = async (fs: JournalFs, state: JournalState): Promise<'ours' | 'foreign'> => {
  const standing = await standingOf(fs, state);
  if (standing === 'foreign') return 'foreign';
  if (standing === 'gone') await rebuild(fs, state);
  if (state.dirty) {
    await state.handle.truncate(state.size);
    state.dirty = false;
  }
  const { size } = await state.handle.stat();
  return size === state.size ? 'ours' : 'foreign';
};
