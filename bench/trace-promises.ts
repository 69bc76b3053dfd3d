import { traceCommitments, tracePledges } from '../src/shared/commitments';
import { extractObservations, statedObservations } from '../src/shared/figures';
import { parseReport } from '../src/shared/parse';
import { generateReports } from './library/generate';

/**
 * Tracing 20 years of one place, promises in words, beside extracting the numbers of the same reports:
 * `npm run bench:trace`; tracing the targets that are numbers is told apart. The jobs take turns in processor time on a library made by seed; the figure is the ratio of
 * their medians. Reports are read from their texts anew for each turn, for tracing keeps by report what it has read.
 */
const YEARS = 20;
const SEED = 16;
const ROUNDS = 7;
/** Tracing may take so many times as long as extracting. */
const BOUND = 3;

const texts = [...generateReports(YEARS, SEED)];
const extracting: number[] = [];
const tracing: number[] = [];
const counting: number[] = [];
const counts = { numbers: 0, pledges: 0 };

for (let round = 0; round <= ROUNDS; round++) {
  const reports = texts.map(({ name, text }) => parseReport({ id: name, raw: text }));
  const extracted = timed(() => reports.reduce((sum, report) => sum + extractObservations(report).length, 0));
  const library = reports.map((report) => ({ report, observations: statedObservations(report) }));
  const traced = timed(() => tracePledges(library));
  const numbers = timed(() => traceCommitments(library, traced.value));
  counts.numbers = extracted.value;
  counts.pledges = traced.value.length;
  // The first round warms the engine.
  if (round === 0) continue;
  extracting.push(extracted.ms);
  tracing.push(traced.ms);
  counting.push(numbers.ms);
}

const [own, other] = [median(tracing), median(extracting)];
console.log(
  `${String(YEARS)} years of one place: ${String(counts.numbers)} numbers, ${String(counts.pledges)} promises`,
);
console.log(`extract  ${other.toFixed(0)} ms`);
console.log(`promises ${own.toFixed(0)} ms`);
console.log(`numbers  ${median(counting).toFixed(0)} ms`);
console.log(`tracing promises takes ${(own / other).toFixed(2)} times extracting (bound ${String(BOUND)})`);
if (own / other > BOUND) process.exitCode = 1;

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
