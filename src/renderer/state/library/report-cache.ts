import { fail, succeed, type Fault, type Result } from '../../../shared/fault';
import type { CatalogEntry } from '../../../shared/report';
import type { ReportFacts, Source } from '../../library';
import type { Shelved } from './shelf';
import { volumeOf, type Volume } from './volume';

/** Reports that stay open though nobody shows them: going back and forth between a few opens none anew. */
export const MOST_IDLE = 8;

interface CacheOptions {
  readonly source: Pick<Source, 'open'>;
  readonly entryOf: (id: string) => CatalogEntry | undefined;
  readonly isDamaged: (id: string) => boolean;
  readonly factsOf: (entry: CatalogEntry) => ReportFacts | undefined;
  readonly change: (next: Shelved) => void;
}

/** Opens reports while they are held, and closes those that have not been held for longest. */
export const createReportCache = ({ source, entryOf, isDamaged, factsOf, change }: CacheOptions) => {
  /** How often each is held; in order of the last use. */
  const holds = new Map<string, number>();
  const opened = new Map<string, Promise<Result<Volume>>>();

  const openNow = async (entry: CatalogEntry): Promise<Result<Volume>> => {
    // A damaged one that is tried again stays so until it opens: lists that leave it out must not flicker.
    if (!isDamaged(entry.id)) change({ entry, state: 'opening' });
    const read = await source.open(entry);
    // Meanwhile it may have left the shelf, or be another text.
    const isThere = entryOf(entry.id) === entry;
    if (read.ok) {
      const volume = volumeOf(read.value, factsOf(entry));
      if (!isThere) return succeed(volume);
      change({ entry, state: 'ready', volume });
      trim();
      return succeed(volume);
    }
    if (!isThere) return read;
    opened.delete(entry.id);
    change({ entry, state: 'damaged', fault: read.fault });
    return read;
  };
  const open = (id: string): Promise<Result<Volume>> => {
    const entry = entryOf(id);
    if (!entry) return Promise.resolve(fail(notOnShelf(id)));
    const known = opened.get(id) ?? openNow(entry);
    opened.set(id, known);
    return known;
  };
  const close = (id: string): void => {
    opened.delete(id);
    holds.delete(id);
    const entry = entryOf(id);
    if (entry) change({ entry, state: 'closed' });
  };
  const trim = (): void => {
    const idle = [...opened.keys()].filter((id) => !holds.get(id));
    const byUse = [...holds.keys()];
    const oldestFirst = idle.toSorted((a, b) => byUse.indexOf(a) - byUse.indexOf(b));
    for (const id of oldestFirst.slice(0, Math.max(0, idle.length - MOST_IDLE))) close(id);
  };
  const countHold = (id: string, by: 1 | -1): void => {
    const count = (holds.get(id) ?? 0) + by;
    holds.delete(id);
    holds.set(id, count);
  };
  return {
    read: async (id: string): Promise<Result<Volume>> => {
      countHold(id, 1);
      const volume = await open(id);
      countHold(id, -1);
      trim();
      return volume;
    },
    hold: (ids: readonly string[]): (() => void) => {
      for (const id of ids) {
        countHold(id, 1);
        void open(id);
      }
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        for (const id of ids) countHold(id, -1);
        trim();
      };
    },
    /** Forgets reports that are gone from the shelf, or are another text now. */
    forget: (ids: readonly string[]): void => {
      for (const id of ids) opened.delete(id);
    },
    /** Opens what is held and could not be opened before. */
    reopen: async (): Promise<void> => {
      const wanted = [...holds].flatMap(([id, count]) => (count > 0 ? [id] : []));
      await Promise.all(wanted.map(open));
    },
  };
};

export const notOnShelf = (id: string): Fault => ({
  code: 'report-unknown',
  subject: id,
  reason: '书架上没有这一篇',
  remedy: '请回书架看看。',
});
