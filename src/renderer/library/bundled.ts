import { CATALOG, fetchSource } from './catalog';
import { createReadingSource, type SourceOptions } from './reading-source';
import type { Source } from './source';

/** The reports of the bundle. Their texts are verified at each start, so that a damaged file is told on the shelf. */
export const createBundledSource = (options: Omit<SourceOptions, 'texts'>): Source =>
  createReadingSource({
    ...options,
    texts: {
      entries: () => CATALOG,
      subscribe: () => () => undefined,
      read: fetchSource,
      verified: true,
    },
  });
