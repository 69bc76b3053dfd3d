import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importFile } from '../../src/import';
import { heldAgainst, heldLine } from './held';

/**
 * Holds files of every kind against the plain text of the same report: whole paragraphs found, observations the same,
 * radicals and furniture left. `npx tsx bench/import/measure.ts [-v] [part of a file's name]…`
 */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const SET = `${SHARED}import-set/`;
const CORPUS = `${SHARED}corpus/`;
const MAPS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));

async function measure(name: string, stem: string, verbose: boolean): Promise<void> {
  const [outcome] = await importFile({ name, bytes: readFileSync(SET + name) }, { characterMaps: MAPS });
  if (!outcome?.result.ok) {
    console.log(`${name}\t${outcome?.result.ok === false ? outcome.result.fault.reason : '—'}`);
    return;
  }
  const { guesses, repairs } = outcome.result.value;
  const [, place = '', year = 0] = /_([^_]+)_(\d{4})/.exec(name) ?? [];
  const text = readFileSync(`${CORPUS}${stem}.txt`, 'utf8');
  const held = heldAgainst(outcome.result.value, text, { place, year: Number(year) });
  const mended = repairs.map(({ kind, count }) => `${kind}:${count}`).join(' ');
  const facts = [guesses.place, guesses.year, guesses.title].map((guess) => guess?.value ?? '?').join(' ');
  console.log([name, heldLine(held), mended, facts].join('\t'));
  if (!verbose) return;
  for (const line of held.furniture) console.log('   杂', line);
  for (const missing of held.missing) console.log('   缺', missing.slice(0, 40), '…', missing.slice(-20));
}

const asked = process.argv.slice(2).filter((word) => word !== '-v');
const verbose = process.argv.includes('-v');
if (!existsSync(SET)) console.log('../shared/import-set 不在，没有可量的文件。');
else
  for (const name of readdirSync(SET).filter(
    (file) => /\.(?!md)/.test(file) && asked.every((word) => file.includes(word)),
  )) {
    const stem = /^[^_]+_[^_]+_\d{4}/.exec(name)?.[0];
    if (stem !== undefined && existsSync(`${CORPUS}${stem}.txt`)) await measure(name, stem, verbose);
  }
