/**
 * Writes the two character tables of src/shared/search/data from OpenCC (traditional to simplified) and
 * pinyin-pro (readings without tone). The tables are checked in, so that the reader ships neither library.
 * Run `node scripts/search-data.mjs` after raising one of the two versions.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import characters from 'opencc-js/dict/TSCharacters';
import { pinyin } from 'pinyin-pro';

const FOLDER = resolve(import.meta.dirname, '../src/shared/search/data');
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

const single = (text) => text.length === 1;

/** OpenCC lists several simplified forms for a few characters, the usual one first. */
const listed = new Map(
  characters
    .split('|')
    .map((entry) => entry.split(' '))
    .filter(([from, to]) => single(from) && to !== undefined && single(to) && from !== to),
);

/** A few simplified forms are themselves listed as traditional ones of a third; one step must be enough. */
const last = (char) => (listed.has(char) ? last(listed.get(char)) : char);

const pairs = [...listed.keys()]
  .sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0))
  .map((from) => [from, last(from)]);

/** Readings the dictionary lacks, needed for names of places. */
const EXTRA = {
  六: ['lu'],
  单: ['shan'],
  浚: ['xun'],
  涡: ['guo'],
  泌: ['bi'],
  牟: ['mu'],
  尉: ['yu'],
  莘: ['shen'],
};

function readingsOf(char) {
  const listed = pinyin(char, { multiple: true, type: 'array', toneType: 'none', v: true });
  return new Set([...listed, ...(EXTRA[char] ?? [])].filter((reading) => /^[a-z]+$/.test(reading)));
}

function readingTable() {
  const traditional = new Set(pairs.map(([from]) => from));
  const groups = new Map();
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const char = String.fromCharCode(code);
    if (traditional.has(char)) continue;
    for (const reading of readingsOf(char)) groups.set(reading, (groups.get(reading) ?? '') + char);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, chars]) => reading + chars);
}

writeFileSync(
  resolve(FOLDER, 'simplified.ts'),
  `/* Written by scripts/search-data.mjs from OpenCC (Apache-2.0); do not edit. */

/** Traditional characters; the simplified form of each stands at the same place in SIMPLIFIED. */
export const TRADITIONAL =
  '${pairs.map(([from]) => from).join('')}';

export const SIMPLIFIED =
  '${pairs.map(([, to]) => to).join('')}';
`,
);

writeFileSync(
  resolve(FOLDER, 'readings.ts'),
  `/* Written by scripts/search-data.mjs from pinyin-pro (MIT); do not edit. */

/** One entry per syllable: the letters (ü as v), then every simplified character read so, in any tone. */
export const READINGS =
  '${readingTable().join(' ')}';
`,
);
