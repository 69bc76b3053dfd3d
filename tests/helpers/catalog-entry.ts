import type { CatalogEntry, Report } from '../../src/shared/report';

/** The catalog's entry of a report, as far as its own facts tell it; the hash is of nothing. */
export const entryOf = ({ id, meta }: Pick<Report, 'id' | 'meta'>): CatalogEntry => ({
  id,
  file: `${id}.txt`,
  sha256: '0'.repeat(64),
  place: meta.place ?? '',
  year: meta.year ?? 2000,
  genre: meta.genre,
  title: meta.title,
});
