import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { importFile } from '../import';
import type { FileInput, ImportOutcome } from '../shared/import';

/** Character maps of pdfjs-dist as they are installed beside the program. */
const characterMaps = (): string =>
  `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;

/** Reads a file of any kind on this machine. */
export const importHere = (file: FileInput): Promise<readonly ImportOutcome[]> =>
  importFile(file, { characterMaps: characterMaps() });
