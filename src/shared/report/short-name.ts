import type { CatalogEntry } from './catalog';
import { isSurvey } from './vocabulary';

/** 周口市 2025: how a report is called everywhere in the interface. */
export const shortName = (entry: Pick<CatalogEntry, 'place' | 'year' | 'genre'>): string =>
  `${entry.place} ${entry.year}${isSurvey(entry) ? ' 亮点' : ''}`;
