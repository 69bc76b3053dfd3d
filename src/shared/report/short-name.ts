import type { CatalogEntry } from './catalog';

/** 周口市 2025: how a report is called everywhere in the interface. */
export const shortName = ({ place, year, genre }: Pick<CatalogEntry, 'place' | 'year' | 'genre'>): string =>
  genre === '综述' ? `${place} ${year} 亮点` : `${place} ${year}`;
