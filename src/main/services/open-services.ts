import * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../shared/fault';
import { succeed } from '../../shared/fault';
import type { JournalEntry } from '../../shared/host';
import type { Services } from './calls';
import type { Answer } from './lock';
import { lockFolder } from './lock';
import { describeFrom } from './described-reports';
import { DATA_FORMAT, readFormat, writeFormat } from './format';
import type { Journal } from './journal';
import { openJournal } from './journal';
import type { JournalFs } from './journal-file';
import type { LibraryKeeper } from './library';
import { closedLibrary, openLibrary } from './library';
import { answerLine, LONGEST_QUESTION, makeKey, removeKey } from './library-line';
import { purgeLibrary, SNAPSHOT_CATALOG } from './library-purge';
import { readableNotes } from './readable-notes';
import { hasDisplay, revealFolder } from './reveal';
import type { SnapshotKeeper } from './snapshots';
import { openSnapshots } from './snapshots';
import type { SpaceGuard, SpaceLimits } from './space';
import { openSpace, SPACE_LIMITS } from './space';
import { VERSION } from './version';

/** The services of one host, and the end of them. */
export interface OpenServices {
  readonly services: Services;
  /** Ends the writes under way, then gives the data folder free. */
  readonly close: () => Promise<void>;
}

/** The notes of a data folder with all that keeps them. */
export interface Keeping {
  readonly journal: Journal;
  readonly snapshots: SnapshotKeeper;
  readonly library: LibraryKeeper;
  readonly space: SpaceGuard;
}

/** Only tests take others. */
export interface KeepingOptions {
  readonly fs?: JournalFs;
  readonly limits?: SpaceLimits;
  /** Longest time of an append. */
  readonly milliseconds?: number;
  readonly now?: () => Date;
}

/** Where the snapshots of a data folder lie. */
export const snapshotFolder = (folder: string): string => join(folder, 'snapshots');

/**
 * Opens the notes of a claimed data folder. What an older program wrote is copied into a snapshot before this one
 * writes its first byte; what a newer one wrote is left alone.
 */
export const openKeeping = async (
  folder: string,
  reportsFolder: string,
  { fs = nodeFs, limits = SPACE_LIMITS, milliseconds, now = () => new Date() }: KeepingOptions = {},
): Promise<Result<Keeping>> => {
  const format = await readFormat(fs, folder);
  if (!format.ok) return format;
  const space = openSpace(fs, folder, limits);
  const journal = await openJournal(folder, fs, milliseconds, space);
  if (!journal.ok) return journal;
  let library: LibraryKeeper | null = null;
  const snapshots = openSnapshots({
    fs,
    folder: snapshotFolder(folder),
    journal: journal.value,
    space,
    readable: async (entries) => {
      const { notes, files } = await readableNotes(entries, describeFrom(reportsFolder));
      return { notes, files: { ...files, [SNAPSHOT_CATALOG]: toJsonLines(library?.entries() ?? []) } };
    },
  });
  if (format.value < DATA_FORMAT) await migrate(fs, folder, journal.value, snapshots);
  // Nothing is written beside what an older program left before that is safe in a snapshot.
  const opened = await openLibrary(folder, fs, space);
  library = opened.ok ? opened.value : closedLibrary(opened.fault);
  await purgeLibrary(fs, snapshotFolder(folder), library, now());
  return succeed({ journal: journal.value, library, snapshots, space });
};

/** The catalog of own reports as a snapshot holds it: it names their content by hash, which lies beside it once. */
const toJsonLines = (entries: readonly JournalEntry[]): Buffer =>
  Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), 'utf8');

/** Where the disk does not allow it the notes open all the same, and the next start tries again. */
const migrate = async (
  fs: JournalFs,
  folder: string,
  journal: Journal,
  snapshots: SnapshotKeeper,
): Promise<void> => {
  const kept = journal.lines().length > 0 ? await snapshots.make('migration') : succeed(null);
  if (kept.ok) await writeFormat(fs, folder);
};

/** Closes what keeps the notes, once all under way is on the disk; the snapshots first, which read the others. */
export const closeKeeping = async ({ journal, library, snapshots, space }: Keeping): Promise<void> => {
  await snapshots.close();
  await library.close();
  await journal.close();
  await space.settled();
};

/** A folder that a file manager can open: what a package's archive holds beside it lies there under another name. */
export const outsideArchive = (path: string): string =>
  path.replace(/([/\\])app\.asar(?=[/\\])/, '$1app.asar.unpacked');

/** The window comes first; what changed since the last snapshot waits this long. Milliseconds. */
const START_PAUSE = 5_000;

/** Claims the data folder and opens what lies in it; fails where another host holds it or the disk refuses. */
export const openServices = async (
  folder: string,
  pages: string,
  answer?: Answer,
): Promise<Result<OpenServices>> => {
  let line: Answer = () => null;
  const lock = await lockFolder(
    folder,
    async (text) => (await line(text)) ?? (await answer?.(text)) ?? null,
    LONGEST_QUESTION,
  );
  if (!lock.ok) return lock;
  const reportsFolder = outsideArchive(join(pages, 'reports'));
  const opened = await openKeeping(folder, reportsFolder);
  if (!opened.ok) {
    await lock.value.release();
    return opened;
  }
  setTimeout(() => void opened.value.snapshots.catchUp(), START_PAUSE).unref();
  const info = {
    version: VERSION,
    dataFolder: folder,
    snapshotFolder: snapshotFolder(folder),
    reportsFolder,
    display: hasDisplay(),
  };
  const services: Services = { info, ...opened.value, reveal: (path) => revealFolder(path) };
  const key = await makeKey(folder);
  if (key !== null) line = (text) => answerLine(services, key, text);
  return succeed({
    services,
    close: async () => {
      line = () => null;
      await removeKey(folder);
      await closeKeeping(opened.value);
      await lock.value.release();
    },
  });
};
