import { succeed, type Result } from '../../shared/fault';
import type { LibraryPort } from '../../shared/host';
import type { KeptReports, OwnReport } from '../../shared/library';
import type { CatalogEntry } from '../../shared/report';
import type { Texts } from './reading-source';

/** The reader's own reports, as the host keeps them. */
export interface OwnTexts extends Texts {
  /** Reads what the catalog says since the last look; this window and others may have changed it. */
  readonly refresh: () => Promise<Result<null>>;
  /** All own reports by id, those in the bin too; the same map until something changes. */
  readonly kept: () => KeptReports;
}

const entryOf = ({ id, place, year, genre, title, text, original }: OwnReport): CatalogEntry => ({
  id,
  file: original?.name ?? title,
  sha256: text,
  place,
  year,
  genre,
  title,
});

const onShelf = (reports: KeptReports): readonly CatalogEntry[] =>
  [...reports.values()].filter(({ binned }) => binned === null).map(({ report }) => entryOf(report));

/** Makes the texts of own reports; there are none until the host is there and has been looked at. */
export const createOwnTexts = (port: () => Promise<LibraryPort>): OwnTexts => {
  const listeners = new Set<() => void>();
  let reports: KeptReports = new Map();
  let entries: readonly CatalogEntry[] = [];
  let lastSeq = 0;
  let turn: Promise<Result<null>> = Promise.resolve(succeed(null));
  const look = async (): Promise<Result<null>> => {
    const read = await (await port()).read(lastSeq);
    if (!read.ok) return read;
    const last = read.value.at(-1);
    if (!last) return succeed(null);
    // The shelf's first paint does without the schemas that a catalog is read by.
    const { replayLibrary } = await import('../../shared/library/replay');
    reports = replayLibrary(read.value, reports);
    entries = onShelf(reports);
    lastSeq = last.seq;
    for (const tell of listeners) tell();
    return succeed(null);
  };
  return {
    verified: () => false,
    entries: () => entries,
    kept: () => reports,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: async ({ sha256 }) => {
      const bytes = await (await port()).get(sha256);
      return bytes.ok ? succeed(new TextDecoder().decode(bytes.value)) : bytes;
    },
    // One look after another: two at once would tell the same changes twice.
    refresh: () => (turn = turn.then(look)),
  };
};
