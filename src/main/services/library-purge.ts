import { join } from 'node:path';
import type { JournalEntry } from '../../shared/host';
import type { JournalFs } from './journal-file';
import { recover } from './journal-recovery';
import type { LibraryKeeper } from './library';
import { snapshotNames } from './snapshot-folder';

/** The catalog of own reports in a snapshot. */
export const SNAPSHOT_CATALOG = 'library.jsonl';

/** The catalogs of all snapshots; null where one cannot be read, as then nobody knows what it names. */
const catalogsOf = async (
  fs: JournalFs,
  folder: string,
): Promise<readonly (readonly JournalEntry[])[] | null> => {
  try {
    const catalogs: (readonly JournalEntry[])[] = [];
    for (const name of await snapshotNames(fs, folder))
      catalogs.push(await catalogOf(fs, join(folder, name)));
    return catalogs;
  } catch {
    return null;
  }
};

/** A snapshot that is older than own reports has none. */
const catalogOf = async (fs: JournalFs, folder: string): Promise<readonly JournalEntry[]> => {
  if (!(await fs.readdir(folder)).includes(SNAPSHOT_CATALOG)) return [];
  const { lines, damaged, missing, torn } = recover(await fs.readFile(join(folder, SNAPSHOT_CATALOG)));
  if (damaged.length + missing + torn.length > 0) throw new Error(`${folder}: catalog damaged`);
  return lines.map(({ entry }) => entry);
};

/**
 * Deletes the content of reports whose days in the bin are over and that no snapshot wants back. Nothing is deleted
 * where a snapshot or a line of the catalog cannot be read. Answers how many files were deleted.
 */
export const purgeLibrary = async (
  fs: JournalFs,
  snapshots: string,
  library: LibraryKeeper,
  now: Date,
): Promise<number> => {
  const catalogs = await catalogsOf(fs, snapshots);
  return catalogs === null ? 0 : library.forget(catalogs, now);
};
