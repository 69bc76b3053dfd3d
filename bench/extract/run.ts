import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseReport } from '../../src/shared/parse';
import { extractObservations } from '../../src/shared/figures';

/**
 * Extraction of a folder of reports in characters a second, beside `JSON.parse` of the same texts and beside a
 * single pass that only finds digits: `npx tsx bench/extract/run.ts [folder]`, by default the corpus beside the checkout,
 * else the bundled reports, which state a number every 60 characters, twice as many as reports do.
 *
 * The first round is printed apart; then the engine is warm. The jobs take turns, each long enough for the clock, and
 * the figure is the median of their turns in processor time, so that a busy machine is fair to all. Parsing is
 * done before and not counted.
 */
const CORPUS = '../shared/corpus';
const folder = process.argv[2] ?? (existsSync(CORPUS) ? CORPUS : 'resources/reports');
const ROUNDS = 11;
const TEN = 10;
/** A turn that is shorter says little, in milliseconds. */
const TURN = 12;

interface Text {
  readonly id: string;
  readonly raw: string;
}
type Job = () => number;

if (!existsSync(folder)) {
  console.log(`skipped: no folder ${folder}`);
} else {
  measure(readTexts(folder));
}

function readTexts(path: string): readonly Text[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ id: basename(name, '.txt'), raw: readFileSync(join(path, name), 'utf8') }));
}

function measure(texts: readonly Text[]): void {
  const characters = texts.reduce((sum, { raw }) => sum + raw.length, 0);
  const reports = texts.map((text) => parseReport(text));
  const json = texts.map(({ raw }) => JSON.stringify(raw));
  const extract: Job = () => reports.reduce((sum, report) => sum + extractObservations(report).length, 0);
  const first = timeOf(extract, 1);
  const numbers = extract();
  const [extraction = 0, digits = 1, parsing = 0] = race([
    extract,
    () => texts.reduce((sum, { raw }) => sum + (raw.match(/\d+(?:\.\d+)?/g)?.length ?? 0), 0),
    () => json.reduce((sum, text) => sum + String(JSON.parse(text)).length, 0),
  ]);
  const rate = (ms: number): string => `${(characters / ms / 1000).toFixed(1)} M characters/s`;
  console.log(
    `${String(texts.length)} texts, ${String(characters)} characters, ${String(numbers)} numbers stated`,
  );
  console.log(`extract      ${rate(extraction)} (first round, cold: ${rate(first)})`);
  console.log(`digit regex  ${rate(digits)}`);
  console.log(`JSON.parse   ${rate(parsing)}`);
  console.log(`extract takes ${(extraction / digits).toFixed(1)} times the digit regex`);
  console.log(`a text ten times as long takes ${growth(longest(texts)).toFixed(1)} times as long`);
}

function longest(texts: readonly Text[]): string {
  return texts.reduce((best, { raw }) => (raw.length > best.length ? raw : best), '');
}

/** A text ten times over against itself. */
function growth(raw: string): number {
  const short = parseReport({ id: 'short', raw });
  const long = parseReport({ id: 'long', raw: `${raw}\n`.repeat(TEN) });
  const [one = 1, ten = 1] = race([
    () => extractObservations(short).length,
    () => extractObservations(long).length,
  ]);
  return ten / one;
}

/** Processor time of one run in milliseconds, from several in a row. */
function timeOf(job: Job, runs: number): number {
  const { user, system } = process.cpuUsage();
  for (let run = 0; run < runs; run++) job();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1000 / runs;
}

/** The median time of each job in milliseconds. */
function race(jobs: readonly Job[]): readonly number[] {
  const runs = jobs.map((job) => {
    for (let round = 0; round < ROUNDS; round++) job();
    return Math.max(1, Math.ceil(TURN / timeOf(job, ROUNDS)));
  });
  const times = jobs.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    jobs.forEach((job, index) => times[index]?.push(timeOf(job, runs[index] ?? 1)));
  return times.map((of) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0);
}
