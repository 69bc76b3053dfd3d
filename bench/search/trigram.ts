import { createRequire } from 'node:module';
import type { Engine, Library } from './engines';
import { rankedPage, rowsOf } from './pages';

/** What is used of node-sqlite3-wasm. */
interface Database {
  readonly exec: (sql: string) => void;
  readonly run: (sql: string, values?: readonly unknown[]) => unknown;
  readonly all: (sql: string, values?: readonly unknown[]) => readonly { readonly rowid: number | bigint }[];
  readonly prepare: (sql: string) => {
    readonly run: (values: readonly unknown[]) => unknown;
    readonly finalize: () => void;
  };
}

/** Null where the package is not installed. */
const openDatabase = (): Database | null => {
  try {
    const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm') as {
      readonly Database: new (path: string) => Database;
    };
    return new Database(':memory:');
  } catch {
    console.log('node-sqlite3-wasm is not installed: without SQLite FTS5');
    return null;
  }
};

const SHORTEST = 3;

/** SQLite's full-text index of three characters (FTS5 trigram), as WebAssembly; two characters are a LIKE over all rows, as its manual says. */
export function buildTrigram(library: Library): readonly Engine[] {
  const { shadows } = library;
  const database = openDatabase();
  if (database === null) return [];
  database.exec("CREATE VIRTUAL TABLE passage USING fts5(text, tokenize = 'trigram')");
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO passage (rowid, text) VALUES (?, ?)');
  shadows.forEach((shadow, at) => insert.run([at + 1, shadow]));
  insert.finalize();
  database.exec('COMMIT');
  const find = (query: string): number[] =>
    (query.length < SHORTEST
      ? database.all('SELECT rowid FROM passage WHERE text LIKE ?', [`%${query}%`])
      : database.all('SELECT rowid FROM passage WHERE passage MATCH ?', [`"${query}"`])
    ).map(({ rowid }) => Number(rowid) - 1);
  const first: Engine = {
    name: 'SQLite FTS5 trigram',
    finds: 'exact',
    page: (query) => rowsOf(shadows, find(query), query),
    all: find,
  };
  return [
    first,
    { ...first, name: 'FTS5 trigram, ranked', page: (query) => rankedPage(library, find(query), query) },
  ];
}
