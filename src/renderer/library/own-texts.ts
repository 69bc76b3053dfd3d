import { succeed, type Result } from '../../shared/fault';
import type { LibraryPort } from '../../shared/host';
import type { KeptReports, OwnReport } from '../../shared/library';
import type { CatalogEntry } from '../../shared/report';
import { subjectOf } from './facts';
import type { KeptShelf } from './kept-shelf';
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

/** Long enough after a change for an import to go on undisturbed. Milliseconds. */
const SETTLED = 3_000;

const isSame = (one: readonly CatalogEntry[], other: readonly CatalogEntry[]): boolean =>
  one.length === other.length && subjectOf(one) === subjectOf(other);

/**
 * Makes the texts of own reports: those of the last time, until the host is there and has been looked at. `kept` is told what
 * stands on the shelf when nothing has changed for a while.
 */
export const createOwnTexts = (port: () => Promise<LibraryPort>, kept: KeptShelf): OwnTexts => {
  const listeners = new Set<() => void>();
  let reports: KeptReports = new Map();
  let entries: readonly CatalogEntry[] = kept.read();
  let lastSeq = 0;
  let isKnown = false;
  let turn: Promise<Result<null>> = Promise.resolve(succeed(null));
  let soon: ReturnType<typeof setTimeout> | undefined;
  const show = (next: readonly CatalogEntry[]): void => {
    if (!isSame(entries, next)) {
      entries = next;
      clearTimeout(soon);
      soon = setTimeout(() => kept.write(entries), SETTLED);
    }
    for (const tell of listeners) tell();
  };
  const look = async (): Promise<Result<null>> => {
    const read = await (await port()).read(lastSeq);
    if (!read.ok) return read;
    const last = read.value.at(-1);
    if (!last && isKnown) return succeed(null);
    isKnown = true;
    if (last) {
      // The shelf's first paint does without the schemas that a catalog is read by.
      const { replayLibrary } = await import('../../shared/library/replay');
      reports = replayLibrary(read.value, reports);
      lastSeq = last.seq;
    }
    show(onShelf(reports));
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
