import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';

const FOLDER = resolve(import.meta.dirname, '../../../resources/reports');

/** The bundled reports, parsed. */
export const bundledReports = (): readonly Report[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => parseReport({ id: name.slice(0, -4), raw: readFileSync(resolve(FOLDER, name), 'utf8') }));
