import { GENRES, type CatalogEntry } from '../../shared/report';

/** The reader's own reports as they stood on the shelf last time, so that the first paint need not wait for the host. */
export interface KeptShelf {
  readonly read: () => readonly CatalogEntry[];
  readonly write: (entries: readonly CatalogEntry[]) => void;
}

const KEY = 'duidu-own-shelf';

/** Reports whose lines fit well into what a browser keeps of this kind; a larger shelf is drawn when the host has told it. */
const MOST = 8_000;

type Row = readonly [string, string, string, string, number, string, string];

const isRow = (value: unknown): value is Row =>
  Array.isArray(value) &&
  value.length === 7 &&
  value.every((part, at) => typeof part === (at === 4 ? 'number' : 'string')) &&
  (GENRES as readonly unknown[]).includes(value[5]);

const entryOf = ([id, file, sha256, place, year, genre, title]: Row): CatalogEntry => ({
  id,
  file,
  sha256,
  place,
  year,
  genre: genre as CatalogEntry['genre'],
  title,
});

const rowsIn = (text: string | null): readonly CatalogEntry[] => {
  try {
    const rows: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(rows) && rows.every(isRow) ? rows.map(entryOf) : [];
  } catch {
    return [];
  }
};

/** Keeps the shelf in a storage. What it gives is for drawing only: the host's own catalog takes its place as soon as it is there. */
export const createKeptShelf = (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptShelf => ({
  read: () => rowsIn(storage.getItem(KEY)),
  write: (entries) => {
    const rows = entries.map(({ id, file, sha256, place, year, genre, title }): Row => [
      id,
      file,
      sha256,
      place,
      year,
      genre,
      title,
    ]);
    try {
      if (entries.length > MOST || entries.length === 0) storage.removeItem(KEY);
      else storage.setItem(KEY, JSON.stringify(rows));
    } catch {
      // A full storage costs time at the next start.
      storage.removeItem(KEY);
    }
  },
});
