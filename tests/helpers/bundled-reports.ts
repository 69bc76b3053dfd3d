import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../src/shared/parse';
import type { Report } from '../../src/shared/report';
import { readCatalog, type Catalog } from '../../src/shared/report/catalog';
import { ROOT } from './places';

const read = (file: string): string => readFileSync(join(ROOT, 'resources', 'reports', file), 'utf8');

/** The catalog of the bundled reports. */
export const bundledCatalog = (): Catalog => {
  const catalog = readCatalog(JSON.parse(read('catalog.json')));
  if (!catalog.ok) throw new Error(catalog.fault.detail);
  return catalog.value;
};

/** The five bundled reports, parsed with the catalog's facts as the reader parses them. */
export const bundledReports = (): readonly Report[] =>
  bundledCatalog().map(({ id, file, place, year, genre, title }) =>
    parseReport({ id, raw: read(file) }, { place, year, genre, title }),
  );
