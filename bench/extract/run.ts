import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseReport } from '../../src/shared/parse';
import { extractObservations } from '../../src/shared/structure';

/**
 * Extraction of a folder of reports in characters a second, beside `JSON.parse` of the same texts and beside a
 * single pass that only finds digits: `npx tsx bench/extract/run.ts [folder]`, by default the bundled reports.
 * Each figure is the best of seven runs; parsing is done before and not counted.
 */
const folder = process.argv[2] ?? 'resources/reports';
const ROUNDS = 7;

if (!existsSync(folder)) {
  console.log(`skipped: no folder ${folder}`);
} else {
  measure(readTexts(folder));
}

function readTexts(path: string): readonly { id: string; raw: string }[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ id: basename(name, '.txt'), raw: readFileSync(join(path, name), 'utf8') }));
}

function measure(texts: readonly { id: string; raw: string }[]): void {
  const characters = texts.reduce((sum, { raw }) => sum + raw.length, 0);
  const reports = texts.map((text) => parseReport(text));
  const json = texts.map(({ raw }) => JSON.stringify(raw));
  const [extraction, digits, parsing] = race([
    () => reports.reduce((sum, report) => sum + extractObservations(report).length, 0),
    () => texts.reduce((sum, { raw }) => sum + (raw.match(/\d+(?:\.\d+)?/g)?.length ?? 0), 0),
    () => json.reduce((sum, text) => sum + String(JSON.parse(text)).length, 0),
  ]);
  const rate = (ms: number): string => `${(characters / ms / 1000).toFixed(1)} M characters/s`;
  console.log(`${String(texts.length)} texts, ${String(characters)} characters`);
  console.log(`extract      ${rate(extraction)}`);
  console.log(`digit regex  ${rate(digits)}`);
  console.log(`JSON.parse   ${rate(parsing)}`);
  console.log(`extract takes ${(extraction / digits).toFixed(1)} times the digit regex`);
  console.log(`a text ten times as long takes ${growth(longest(texts)).toFixed(1)} times as long`);
}

function longest(texts: readonly { id: string; raw: string }[]): string {
  return texts.reduce((best, { raw }) => (raw.length > best.length ? raw : best), '');
}

/** A text ten times over against itself. */
function growth(raw: string): number {
  const short = parseReport({ id: 'short', raw });
  const long = parseReport({ id: 'long', raw: `${raw}\n`.repeat(10) });
  const [one = 1, ten = 1] = race([
    () => extractObservations(short).length,
    () => extractObservations(long).length,
  ]);
  return ten / one;
}

/** The best time of each job in milliseconds, the jobs taking turns so that a busy machine is fair to all. */
function race<const T extends readonly (() => number)[]>(jobs: T): { [K in keyof T]: number } {
  const best = jobs.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    jobs.forEach((job, index) => {
      const start = performance.now();
      job();
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - start);
    });
  }
  return best as { [K in keyof T]: number };
}
