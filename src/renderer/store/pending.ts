import Dexie, { type Table } from 'dexie';
import type { FilingFacts, ReadReport } from '../../shared/library';

const NAME = 'duidu-pending';

/** A report that was read and waits for a person (待定). Its file is where it was: losing this costs reading it again. */
export interface PendingItem {
  readonly key: string;
  readonly name: string;
  readonly reading: ReadReport;
  /** What the reader has said of it so far. */
  readonly facts: FilingFacts;
}

/** Where undecided reports outlive the window. */
export interface Pending {
  readonly all: () => Promise<readonly PendingItem[]>;
  /** Puts these in the place of those that were given or kept before; the writing is begun and committed before it returns. */
  readonly keep: (items: readonly PendingItem[]) => void;
}

/** Before its version 2 the database held both as one. */
type Read = Omit<PendingItem, 'facts'> & Partial<Pick<PendingItem, 'facts'>>;
type Said = Pick<PendingItem, 'key' | 'facts'>;

/** What was said lies apart from what was read: it changes often and is small, and a file is not written anew for it. */
class PendingDatabase extends Dexie {
  declare readonly items: Table<Read, string>;
  declare readonly facts: Table<Said, string>;

  constructor() {
    super(NAME);
    this.version(1).stores({ items: 'key' });
    this.version(2).stores({ items: 'key', facts: 'key' });
  }
}

const readAll = async (database: PendingDatabase): Promise<readonly PendingItem[]> => {
  const [items, facts] = await Promise.all([database.items.toArray(), database.facts.toArray()]);
  const said = new Map(facts.map((each) => [each.key, each.facts]));
  return items.flatMap((item) => {
    const known = said.get(item.key) ?? item.facts;
    return known ? [{ ...item, facts: known }] : [];
  });
};

/** One transaction, begun, filled and committed in one breath: the page may be gone right after. */
const write = (
  database: IDBDatabase,
  last: ReadonlyMap<string, PendingItem>,
  next: ReadonlyMap<string, PendingItem>,
): void => {
  const writing = database.transaction(['items', 'facts'], 'readwrite');
  const [items, facts] = [writing.objectStore('items'), writing.objectStore('facts')];
  // A full disk keeps none of it; the list itself stays as long as the window.
  writing.addEventListener('error', (event) => event.preventDefault());
  for (const key of last.keys())
    if (!next.has(key)) {
      items.delete(key);
      facts.delete(key);
    }
  for (const { facts: said, ...read } of next.values()) {
    const before = last.get(read.key);
    if (before?.reading !== read.reading) items.put(read);
    if (before?.facts !== said) facts.put({ key: read.key, facts: said });
  }
  writing.commit();
};

/** Opens what waits; a browser that does not keep it answers with none. What was written is known without reading it. */
export const createPending = (): Pending => {
  const database = new PendingDatabase();
  let last: ReadonlyMap<string, PendingItem> = new Map();
  const byKey = (items: readonly PendingItem[]) => new Map(items.map((item) => [item.key, item]));
  return {
    all: async () => {
      const items = await readAll(database).catch(() => []);
      last = byKey(items);
      return items;
    },
    keep: (items) => {
      const next = byKey(items);
      try {
        if (database.isOpen()) write(database.backendDB(), last, next);
        last = next;
      } catch {
        // Closing, or refused: what is kept stays as it was, and the next change writes all that differs from it.
      }
    },
  };
};
