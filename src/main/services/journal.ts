import * as nodeFs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Fault, FaultCode, Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { JournalDraft, JournalEntry, JournalHead, JournalPort } from '../../shared/host';
import { bisect } from '../../shared/text';
import { deadline } from './deadline';
import { ioFault } from './io-fault';
import type { JournalFs } from './journal-file';
import { writeAll } from './journal-file';
import type { JournalLine } from './journal-line';
import { encodeLine } from './journal-line';
import type { JournalState } from './journal-state';
import { loadJournal, prepare, standingOf, toBytes } from './journal-state';
import type { SpaceGuard } from './space';
import { spaceFault } from './space';

/** A write answers within this time: below `WRITE_DEADLINE`, so that the page shows this host's reason, not its own. */
const HOST_DEADLINE = 4_500;

/** A log as a person knows it: its name, and where it lies. */
interface Named {
  readonly subject: string;
  readonly path: string;
}

/** The record of notes on disk. */
export interface Journal extends JournalPort {
  /** Its lines now; the array is not changed afterwards. */
  lines(): readonly JournalLine[];
  /** Waits for the writes under way, then closes the file. */
  close(): Promise<void>;
}

/** A log as it is opened. */
export interface LogOptions extends Named {
  readonly fs?: JournalFs;
  /** Longest time of an append in milliseconds. */
  readonly time?: number;
  /** Where it is given, a nearly full disk takes drafts only, and the reserve helps a suddenly full one out. */
  readonly space?: SpaceGuard | null;
}

interface Parts {
  readonly fs: JournalFs;
  readonly state: JournalState;
  readonly space: SpaceGuard | null;
  readonly subject: string;
}

const stalled = ({ subject, path }: Named): Fault => ({
  code: 'journal-stalled',
  subject: `${subject}（${path}）`,
  reason: '磁盘没有在 5 秒内写完',
  remedy: '请稍后再试一次',
});

const changed = ({ subject, path }: Named): Fault => ({
  code: 'journal-changed',
  subject: `${subject}（${path}）`,
  reason: '文件被别的程序改动或替换了',
  remedy: '为免覆盖已停止写入，请重新启动对读',
});

const gone = ({ subject, path }: Named): Fault => ({
  code: 'journal-gone',
  subject: `${subject}（${path}）`,
  reason: '文件刚刚被移走或删除了',
  remedy: '请再试一次，会重新写全',
});

const encodeAll = (
  drafts: readonly JournalDraft[],
  last: JournalLine | undefined,
): readonly JournalLine[] => {
  const lines: JournalLine[] = [];
  for (const draft of drafts) {
    const previous = lines.at(-1) ?? last;
    const batch = drafts.length > 1 ? { at: lines.length + 1, of: drafts.length } : null;
    lines.push(encodeLine(draft, (previous?.entry.seq ?? 0) + 1, previous?.entry.sha256 ?? '', batch));
  }
  return lines;
};

/** Drafts the journal does not hold yet, each id once: a repeated append changes nothing. */
const unknownOf = (drafts: readonly JournalDraft[], { byId }: JournalState): readonly JournalDraft[] => {
  const fresh = new Map<string, JournalDraft>();
  for (const draft of drafts) if (!byId.has(draft.id) && !fresh.has(draft.id)) fresh.set(draft.id, draft);
  return [...fresh.values()];
};

const FULL: ReadonlySet<FaultCode> = new Set(['io-enospc', 'io-edquot']);

/** A full disk is the fault people can mend: say how much room there is and how much is needed. */
const withSpace = async (fs: JournalFs, path: string, fault: Fault, needed: number): Promise<Fault> => {
  if (!FULL.has(fault.code)) return fault;
  const free = await fs.statfs(dirname(path)).then(
    ({ bavail, bsize }) => `剩余 ${bavail * bsize} 字节`,
    () => '剩余不明',
  );
  return { ...fault, reason: `${fault.reason}（${free}，需要 ${needed} 字节）` };
};

/** Appends whole lines and makes them durable, or leaves the journal as it was. */
const writeLines = async (
  { fs, state, subject }: Parts,
  lines: readonly JournalLine[],
): Promise<Result<null>> => {
  const bytes = toBytes(lines);
  const named = { subject, path: state.path };
  try {
    if ((await prepare(fs, state)) === 'foreign') return fail(changed(named));
    state.dirty = true;
    await writeAll(state.handle, bytes, state.size);
    await state.handle.datasync();
    const standing = await standingOf(fs, state);
    if (standing !== 'ours') return fail(standing === 'gone' ? gone(named) : changed(named));
  } catch (error) {
    return fail(await withSpace(fs, state.path, ioFault(subject, state.path, error), bytes.length));
  }
  state.dirty = false;
  state.size += bytes.length;
  return succeed(null);
};

const remember = (state: JournalState, lines: readonly JournalLine[]): void => {
  state.lines.push(...lines);
  for (const line of lines) state.byId.set(line.entry.id, line);
};

/** Nearly full, the disk takes what is being typed and nothing else; suddenly full, the reserve takes this write. */
const writeWithin = async (parts: Parts, lines: readonly JournalLine[]): Promise<Result<null>> => {
  const { space, state, subject } = parts;
  const room = await space?.look();
  if (room?.state === 'full' && lines.some(({ entry }) => entry.kind !== 'draft'))
    return fail(spaceFault(subject, state.path, room));
  const written = await writeLines(parts, lines);
  if (written.ok || !FULL.has(written.fault.code) || !(await space?.spend())) return written;
  return writeLines(parts, lines);
};

const append = async (
  parts: Parts,
  drafts: readonly JournalDraft[],
): Promise<Result<readonly JournalEntry[]>> => {
  const { state } = parts;
  const fresh = unknownOf(drafts, state);
  if (fresh.length > 0) {
    const lines = encodeAll(fresh, state.lines.at(-1));
    const written = await writeWithin(parts, lines);
    if (!written.ok) return written;
    remember(state, lines);
  }
  return succeed(drafts.flatMap(({ id }) => state.byId.get(id)?.entry ?? []));
};

const headOf = ({ path, lines, damaged }: JournalState): JournalHead => {
  const last = lines.at(-1)?.entry;
  return { entries: lines.length, lastSeq: last?.seq ?? 0, hash: last?.sha256 ?? '', damaged, path };
};

/** Lines stand in the order of their numbers, though some may be missing. */
const firstAfter = (lines: readonly JournalLine[], seq: number): number =>
  bisect(lines.length, (index) => (lines[index]?.entry.seq ?? 0) <= seq);

const portOf = (parts: Parts, time: number): Journal => {
  const { state, subject } = parts;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    head: () => Promise.resolve(succeed(headOf(state))),
    read: (afterSeq, limit) => {
      const start = firstAfter(state.lines, afterSeq);
      const lines = state.lines.slice(start, limit === undefined ? undefined : start + limit);
      return Promise.resolve(succeed(lines.map(({ entry }) => entry)));
    },
    append: (drafts) => {
      const work = queue.then(() => append(parts, drafts));
      queue = work;
      return deadline(work, time, () => fail(stalled({ subject, path: state.path })));
    },
    lines: () => [...state.lines],
    close: async () => {
      await queue;
      // What was refused must not be there at the next start.
      if (state.dirty) await state.handle.truncate(state.size).catch(() => undefined);
      await state.handle.close();
    },
  };
};

/** Where the journal of a data folder lies. */
export const journalPath = (folder: string): string => join(folder, 'notes.jsonl');

/**
 * Opens an append-only log of changes: reads what is there, keeps what is damaged aside, and is ready to append.
 * Appends run one after another; each answers after fdatasync or fails, within `time` milliseconds.
 */
export const openLog = async ({
  subject,
  path,
  fs = nodeFs,
  time = HOST_DEADLINE,
  space = null,
}: LogOptions): Promise<Result<Journal>> => {
  try {
    return succeed(portOf({ fs, state: await loadJournal(fs, path), space, subject }, time));
  } catch (error) {
    return fail(ioFault(subject, path, error));
  }
};

/** Opens the journal of a data folder, the log of its notes. */
export const openJournal = (
  folder: string,
  fs?: JournalFs,
  time?: number,
  space?: SpaceGuard | null,
): Promise<Result<Journal>> =>
  openLog({
    subject: '批注日志',
    path: journalPath(folder),
    ...(fs ? { fs } : {}),
    ...(time === undefined ? {} : { time }),
    ...(space === undefined ? {} : { space }),
  });
