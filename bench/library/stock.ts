import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { openLibrary } from '../../src/main/services/library';
import { parseReport } from '../../src/shared/parse';
import { passagesOf, shadowOf } from '../../src/shared/search';
import { bundledReports } from '../../tests/helpers/bundled-reports';
import { valueOf } from '../../tests/helpers/faults';
import { madeReport, shelve } from '../../tests/helpers/own-reports';
import { generateReports } from './generate';

const SEED = 20_251;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The paragraphs of a library as search compares them. */
export type Shadows = readonly string[];

/** Puts a generated library on the shelf of a folder, beside the bundled reports; answers all paragraphs on it. */
export const stock = async (folder: string, size: number): Promise<Shadows> => {
  const library = valueOf(await openLibrary(folder, nodeFs, null));
  const shadows = bundledReports().flatMap((report) => passagesOf(report).map(({ text }) => shadowOf(text)));
  let number = 0;
  for (const { name, text } of generateReports(size, SEED)) {
    const [place = '', year = ''] = name.replace('.txt', '').split('_');
    const bytes = Buffer.from(text, 'utf8');
    const part = { place, year: Number(year), text: sha256(bytes), original: null };
    const { report } = madeReport((number += 1), { ...part, characters: text.length });
    valueOf(await shelve(library, { report, bytes: [bytes] }));
    for (const passage of passagesOf(parseReport({ id: report.id, raw: text })))
      shadows.push(shadowOf(passage.text));
  }
  await library.close();
  return shadows;
};

/** Places of a word by a plain scan. */
export const scan = (shadows: Shadows, word: string): number => {
  let places = 0;
  for (const shadow of shadows)
    for (let at = shadow.indexOf(word); at !== -1; at = shadow.indexOf(word, at + word.length)) places += 1;
  return places;
};
