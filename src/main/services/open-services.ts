import { join } from 'node:path';
import type { Result } from '../../shared/fault';
import { succeed } from '../../shared/fault';
import type { Services } from './calls';
import type { Answer } from './claim';
import { claimFolder } from './claim';
import { openJournal } from './journal';
import { hasDisplay, revealFolder } from './reveal';
import { VERSION } from './version';

/** The services of one host, and the end of them. */
export interface OpenServices {
  readonly services: Services;
  /** Ends the writes under way, then gives the data folder free. */
  close(): Promise<void>;
}

/** Claims the data folder and opens what lies in it; fails where another host holds it or the disk refuses. */
export const openServices = async (
  folder: string,
  pages: string,
  answer?: Answer,
): Promise<Result<OpenServices>> => {
  const claim = await claimFolder(folder, answer);
  if (!claim.ok) return claim;
  const journal = await openJournal(folder);
  if (!journal.ok) {
    await claim.value.release();
    return journal;
  }
  const info = {
    version: VERSION,
    dataFolder: folder,
    reportsFolder: join(pages, 'reports'),
    display: hasDisplay(),
  };
  return succeed({
    services: { info, journal: journal.value, reveal: (path) => revealFolder(path) },
    close: async () => {
      await journal.value.close();
      await claim.value.release();
    },
  });
};
