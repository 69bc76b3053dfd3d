/**
 * Counts over a folder of public reports what the comparison must know of the language of reports, and writes
 * resources/frequencies.json and, apart because only 提法 reads it, resources/phrases.json:
 *
 * - `pairs`: in how many clauses two neighbouring characters stand (推进 in many, 航运 in few). The pairs of one class
 *   are strung together; class n holds those that stand in about one of 2^(n/2) clauses.
 * - phrases: runs of two to ten characters that hold together and stand in several reports (新质生产力), by the
 *   year from which reports use them and the class of the number of reports, class n being about 2^n.
 *
 * No sentence is kept, and no phrase of fewer than `LEAST_REPORTS` reports. File names end in a year (河北省_2025.txt).
 *
 *   node scripts/count-phrases.mjs FOLDER [--without NAME]… [--out FOLDER]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const OUT = resolve(import.meta.dirname, '../resources');

const LEAST_REPORTS = 3;
const LONGEST = 10;
/** Pairs that stand in fewer clauses than one of this many are all called rare. */
const RAREST = 4096;
/** How much more often two parts stand together than by chance, as a natural logarithm. */
const LEAST_COHESION = 2.5;
/** How evenly the characters before and after a phrase differ, in nats; a mark differs from every other. */
const LEAST_FREEDOM = 0.9;
/** A phrase that goes on in the same way as often as this is a part of the longer one. */
const MOST_EXTENDED = 0.65;

const NUMBER = /[\d０-９]+(?:[.．,，][\d０-９]+)*/g;
const CLAUSE = /[，,；;。！？!?：:\n]+/;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: OUT },
  },
});

const reports = readReports(positionals[0] ?? '.', values.without);
const phrases = findPhrases(reports);
write('frequencies.json', { reports: reports.length, pairs: countPairs(reports) });
write('phrases.json', phrases);

function write(name, counts) {
  writeFileSync(join(values.out, name), `${JSON.stringify(counts, null, 1)}\n`);
}

function readReports(folder, without) {
  return readdirSync(folder)
    .filter((name) => /\d{4}.*\.txt$/.test(name) && !without.some((part) => name.includes(part)))
    .map((name) => ({
      year: Number(/(\d{4})\D*$/.exec(name)?.[1]),
      text: readFileSync(join(folder, name), 'utf8').replace(/[ \t\u3000]/g, ''),
    }));
}

function countPairs(all) {
  const counts = new Map();
  let clauses = 0;
  for (const { text } of all) {
    for (const clause of text.split(CLAUSE)) {
      const plain = clause.replace(NUMBER, '0').replace(/[^\p{L}\p{N}%]/gu, '');
      if (plain.length < 2) continue;
      clauses += 1;
      const seen = new Set();
      for (let at = 1; at < plain.length; at += 1) seen.add(plain.slice(at - 1, at + 1));
      for (const pair of seen) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const classes = {};
  for (const [pair, count] of [...counts].sort()) {
    const rarity = Math.round(2 * Math.log2(clauses / count));
    if (clauses / count <= RAREST) classes[rarity] = (classes[rarity] ?? '') + pair;
  }
  return classes;
}

/** Every run of at most LONGEST characters that may be a phrase, with its reports and its neighbours. */
function findPhrases(all) {
  const runs = all.map(({ text }) => text.match(HAN_RUN) ?? []);
  const counts = new Map();
  let characters = 0;
  for (const list of runs) for (const run of list) characters += run.length;
  const counted = [];
  for (let length = 1; length <= LONGEST + 1; length += 1) {
    const level = countLevel(runs, length, counts);
    counted.push(level);
    for (const [gram, { count }] of level) counts.set(gram, count);
  }
  const found = counted.slice(1, LONGEST).flatMap((level) => [...level]);
  const good = found.filter(
    ([gram, seen]) =>
      seen.reports.size >= LEAST_REPORTS &&
      cohesion(gram, counts, characters) >= LEAST_COHESION &&
      isFree(seen.before, seen.count) &&
      isFree(seen.after, seen.count),
  );
  const table = {};
  for (const [gram, seen] of good.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const years = [...seen.reports].map((report) => all[report].year).sort((a, b) => a - b);
    const since = years[Math.floor(years.length / 10)];
    const size = Math.round(Math.log2(years.length));
    ((table[since] ??= {})[size] ??= []).push(gram);
  }
  return Object.fromEntries(
    Object.entries(table).map(([since, sizes]) => [
      since,
      Object.fromEntries(Object.entries(sizes).map(([size, list]) => [size, list.join(' ')])),
    ]),
  );
}

/** Counts the runs of one length whose own parts were often enough seen. */
function countLevel(runs, length, counts) {
  const level = new Map();
  runs.forEach((list, report) => {
    for (const run of list) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const gram = run.slice(at, at + length);
        if (length > 2 && !(counts.has(gram.slice(1)) && counts.has(gram.slice(0, -1)))) continue;
        let seen = level.get(gram);
        if (!seen)
          level.set(gram, (seen = { count: 0, reports: new Set(), before: new Map(), after: new Map() }));
        seen.count += 1;
        seen.reports.add(report);
        note(seen.before, run[at - 1] ?? '');
        note(seen.after, run[at + length] ?? '');
      }
    }
  });
  for (const [gram, { reports: found }] of level)
    if (length > 1 && found.size < LEAST_REPORTS) level.delete(gram);
  return level;
}

function note(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function cohesion(gram, counts, characters) {
  let least = Infinity;
  for (let cut = 1; cut < gram.length; cut += 1) {
    const apart = (counts.get(gram.slice(0, cut)) ?? 1) * (counts.get(gram.slice(cut)) ?? 1);
    least = Math.min(least, Math.log(((counts.get(gram) ?? 0) * characters) / apart));
  }
  return least;
}

function isFree(neighbours, count) {
  let entropy = 0;
  for (const [char, times] of neighbours) {
    if (char === '') entropy += (times / count) * Math.log(count);
    else if (times / count > MOST_EXTENDED) return false;
    else entropy -= (times / count) * Math.log(times / count);
  }
  return entropy >= LEAST_FREEDOM;
}
