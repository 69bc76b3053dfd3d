import Dexie, { type Table } from 'dexie';

const NAME = 'duidu-pending';

/** Reports that were read and wait for a person (待定). Their files are where they were: losing this costs reading them again. */
export interface Pending<Item> {
  readonly all: () => Promise<readonly Item[]>;
  /** Puts these in the place of all. */
  readonly keep: (items: readonly Item[]) => Promise<void>;
}

class PendingDatabase<Item> extends Dexie {
  declare readonly items: Table<Item, string>;

  constructor() {
    super(NAME);
    this.version(1).stores({ items: 'key' });
  }
}

/** Opens what waits; a browser that does not keep it answers with none. */
export const createPending = <Item extends { readonly key: string }>(): Pending<Item> => {
  const database = new PendingDatabase<Item>();
  return {
    all: () => database.items.toArray().catch(() => []),
    keep: async (items) => {
      try {
        await database.transaction('rw', database.items, async () => {
          const kept = new Set(await database.items.toCollection().primaryKeys());
          const wanted = new Set(items.map(({ key }) => key));
          await database.items.bulkDelete([...kept].filter((key) => !wanted.has(key)));
          await database.items.bulkPut(items);
        });
      } catch {
        // A full disk keeps none of it; the list itself stays as long as the window.
      }
    },
  };
};
