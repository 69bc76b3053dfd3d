import { ask } from './archives';
import type { Connection } from './connection';
import type { Database } from './database';

const ID = 'search';

/** The one row that holds the search index. What is read is not trusted: whoever opens it looks at every byte. */
export const searchArchive = (connection: Connection) => ({
  get: (): Promise<unknown> => {
    const find = ({ search }: Database) => search.get(ID);
    return ask(connection, find).then(
      (row) => row?.value ?? null,
      () => null,
    );
  },
  put: async (value: unknown): Promise<void> => {
    await ask(connection, ({ search }) => search.put({ id: ID, value })).catch(() => undefined);
  },
});
