import { createHash } from 'node:crypto';
import { createExchange, type ExchangeStore } from '../../../src/renderer/state/files/exchange';
import { createLibrary, type LibraryStore } from '../../../src/renderer/state/library/library';
import type { WorkerEnd } from '../../../src/renderer/rpc';
import { createExchangeClient } from '../../../src/renderer/workers/exchange-client';
import { createExchangeService } from '../../../src/renderer/workers/exchange-service';
import { succeed, type Result } from '../../../src/shared/fault';
import type { FileToSave, OpenedFile, OpenLimits } from '../../../src/shared/host';
import type { Report } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';
import { memoryJournal, type MemoryJournal } from '../../helpers/memory-journal';
import { memorySource } from '../../helpers/memory-source';
import { memoryWorker } from '../../helpers/memory-worker';
import { openSession, type Session } from '../store/session';

/** The worker of one job, without a thread. */
export const exchangeWorker = (): WorkerEnd => memoryWorker(createExchangeService());

/** Reports on the shelf: the five bundled ones, or others. */
export const openLibrary = (reports: readonly Report[] = bundledReports()): LibraryStore =>
  createLibrary(memorySource(reports));

/** Import and export over a journal, with a person who chooses files and takes what is saved. */
export interface Desk extends Session {
  readonly exchange: ExchangeStore;
  readonly journal: MemoryJournal;
  /** What the next choice of a file gives. */
  chosen: Result<readonly OpenedFile[]>;
  readonly asked: (OpenLimits | undefined)[];
  readonly files: FileToSave[];
  /** Of all that is kept: the journal's lines and the notes of the window. */
  hash(): string;
}

let serial = 0;

export async function openDesk(
  library: LibraryStore,
  start: () => WorkerEnd = exchangeWorker,
): Promise<Desk> {
  const journal = memoryJournal();
  const session = await openSession({ journal, database: `exchange-${(serial += 1)}` });
  const asked: (OpenLimits | undefined)[] = [];
  const files: FileToSave[] = [];
  const desk: Desk = {
    ...session,
    journal,
    asked,
    files,
    chosen: succeed([]),
    exchange: createExchange({
      host: {
        openFiles: (_, limits) => {
          asked.push(limits);
          return Promise.resolve(desk.chosen);
        },
        saveFile: (file) => {
          files.push(file);
          return Promise.resolve(succeed({ saved: true, path: `/下载/${file.name}` }));
        },
      },
      client: createExchangeClient(start),
      library,
      notes: session.notes,
      now: () => new Date('2026-11-21T08:00:00Z'),
    }),
    hash: () => {
      const kept = [journal.lines, [...session.notes.getState().byId.values()]];
      return createHash('sha256').update(JSON.stringify(kept)).digest('hex');
    },
  };
  return desk;
}

/** A file as a person chooses it. */
export const fileOf = (name: string, content: string | Uint8Array): Result<readonly OpenedFile[]> =>
  succeed([{ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }]);
