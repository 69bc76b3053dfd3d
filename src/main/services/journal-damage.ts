import type { JournalFs } from './journal-file';
import { openOwned, readOrEmpty, writeAll } from './journal-file';
import type { Recovered } from './journal-recovery';

const LINE_END = Buffer.from('\n');

/**
 * Copies what cannot be read into `<journal>.damaged`, each piece once, and makes the copy durable.
 * Damaged lines stay in the journal too; a torn tail is cut off only after this copy exists.
 */
export const keepDamaged = async (fs: JournalFs, journal: string, recovered: Recovered): Promise<void> => {
  const pieces = recovered.torn.length > 0 ? [...recovered.damaged, recovered.torn] : recovered.damaged;
  if (pieces.length === 0) return;
  const path = `${journal}.damaged`;
  const kept = await readOrEmpty(fs, path);
  const fresh = pieces.filter((piece) => !kept.includes(Buffer.concat([piece, LINE_END])));
  if (fresh.length === 0) return;
  const handle = await openOwned(fs, path);
  try {
    await writeAll(handle, Buffer.concat(fresh.flatMap((piece) => [piece, LINE_END])), kept.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
