import { shadowOf } from '../../src/shared/search';
import type { Engine, Library } from './engines';
import { SCAN, buildFlex, buildFuse, buildMini, buildOurs, buildScan } from './engines';
import { generateLibrary } from './library';
import { phrases, slips } from './queries';
import { seeded } from './random';
import { buildTrigram } from './trigram';
import { isOneEditAway } from './truth';

/*
 * Prints, for libraries of 1,000 and 10,000 passages (or the sizes given; 100,000 take an hour with all peers), this
 * search beside its peers (`PEERS=0` leaves them out, so that two builds can take turns): build, load, size, latency and recall. The engines take turns, round after round, at the whole list of
 * queries, so that whatever else the machine does hits them alike; a query counts with its median of the rounds.
 * Turns are not taken at each query: a reader has one engine open, and six that push each other's tables out of the
 * processor's cache would measure the cache.
 */
const SIZES = process.argv.slice(2).map(Number);
const PEERS = process.env['PEERS'] === '0' ? [] : [buildTrigram, buildFlex, buildMini, buildFuse];
const QUERIES = 96;
const WARM_ROUNDS = 3;
const ROUNDS = 5;
const SLOW_QUERIES = 4;
const TRUTH_QUERIES = 24;
const FIRST = 20;

interface Built {
  readonly engines: readonly Engine[];
  readonly seconds: number;
  readonly megabytes: number;
}

const used = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

function measured(build: (library: Library) => readonly Engine[], library: Library): Built {
  const before = used();
  const start = performance.now();
  const engines = build(library);
  const seconds = (performance.now() - start) / 1000;
  return { engines, seconds, megabytes: used() - before };
}

const time = (task: () => unknown): number => {
  const start = performance.now();
  task();
  return performance.now() - start;
};

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

/** Median milliseconds of each query, for each engine. */
function latencies(
  engines: readonly Engine[],
  queries: readonly string[],
): ReadonlyMap<Engine, readonly number[]> {
  const medians = new Map<Engine, number[]>(engines.map((engine) => [engine, []]));
  // A reader's window has been open for a while: the engines' code is warm before the clock starts.
  for (let round = 0; round < WARM_ROUNDS; round++) {
    for (const query of queries) for (const engine of engines) if (engine.slow !== true) engine.page(query);
  }
  const taken = new Map(engines.map((engine) => [engine, queries.map((): number[] => [])]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const engine of engines) {
      if (engine.slow === true && round > 0) continue;
      const asked = engine.slow === true ? queries.slice(0, SLOW_QUERIES) : queries;
      asked.forEach((query, at) => taken.get(engine)?.[at]?.push(time(() => engine.page(query))));
    }
  }
  for (const [engine, times] of taken)
    for (const rounds of times) if (rounds.length > 0) medians.get(engine)?.push(quantile(rounds, 0.5));
  return medians;
}

interface Quality {
  readonly recall: number;
  readonly precision: number;
  /** Precision of the first 20. */
  readonly first: number;
}

function quality(
  engine: Engine,
  queries: readonly string[],
  truths: readonly ReadonlySet<number>[],
): Quality {
  const sums = { right: 0, wanted: 0, given: 0, firstRight: 0, first: 0 };
  queries.slice(0, engine.slow === true ? SLOW_QUERIES : queries.length).forEach((query, at) => {
    const truth = truths[at] ?? new Set();
    const given = [...new Set(engine.all(query))];
    const head = given.slice(0, FIRST);
    sums.right += given.filter((number) => truth.has(number)).length;
    sums.wanted += truth.size;
    sums.given += given.length;
    sums.firstRight += head.filter((number) => truth.has(number)).length;
    sums.first += head.length;
  });
  return {
    recall: sums.wanted === 0 ? NaN : sums.right / sums.wanted,
    precision: sums.given === 0 ? NaN : sums.right / sums.given,
    first: sums.first === 0 ? NaN : sums.firstRight / sums.first,
  };
}

const UNASKED: Quality = { recall: NaN, precision: NaN, first: NaN };

const fixed = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';

const row = (cells: readonly string[]): void =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(25) : cell.padStart(11))).join(''));

/** Latency of every engine beside the scan's, and how much of the truth it finds. */
function compare(
  question: 'exact' | 'near',
  engines: readonly Engine[],
  queries: readonly string[],
  judged: readonly string[],
  truths: readonly ReadonlySet<number>[],
): void {
  const scan = engines.find(({ name }) => name === SCAN);
  const times = latencies(engines, queries);
  const base = (scan && times.get(scan)) ?? [];
  row(['', 'p50 ms', 'p95 ms', 'p50 : scan', 'p95 : scan', 'recall', 'precision', 'first 20']);
  for (const engine of engines) {
    const own = times.get(engine) ?? [];
    const [p50, p95] = [quantile(own, 0.5), quantile(own, 0.95)];
    const same = base.slice(0, own.length);
    const other = engine.finds !== undefined && engine.finds !== question;
    const { recall, precision, first } = other ? UNASKED : quality(engine, judged, truths);
    row([
      engine.name,
      fixed(p50, 3),
      fixed(p95, 3),
      fixed(p50 / quantile(same, 0.5), 3),
      fixed(p95 / quantile(same, 0.95), 3),
      fixed(recall, 4),
      fixed(precision, 4),
      fixed(first, 3),
    ]);
  }
}

function describeBuilds(builds: readonly Built[], textMegabytes: number): void {
  row(['', 'build s', 'heap MB', 'heap : text', 'less text', 'stored MB', 'load ms', 'load : build']);
  for (const { engines, seconds, megabytes } of builds) {
    const [engine] = engines;
    const stored = engine?.stored?.();
    const name = engine?.name ?? '';
    const shadowBytes = stored?.shadowBytes ?? 0;
    const load = stored
      ? quantile(
          Array.from({ length: ROUNDS }, () => time(stored.load)),
          0.5,
        )
      : NaN;
    row([
      name,
      fixed(seconds, 2),
      fixed(megabytes, 1),
      fixed(megabytes / textMegabytes, 2),
      fixed((megabytes - shadowBytes / 2 ** 20) / textMegabytes, 2),
      fixed(stored ? stored.bytes / 2 ** 20 : NaN, 1),
      fixed(load, 0),
      fixed(load / (seconds * 1000), 3),
    ]);
  }
}

function run(size: number): void {
  const random = seeded(2024);
  const passages = generateLibrary(size, random);
  const library: Library = { passages, shadows: passages.map(({ text }) => shadowOf(text)) };
  const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
  const builds = [buildScan, buildOurs, ...PEERS].map((build) => measured(build, library));
  const engines = builds.flatMap((built) => built.engines);
  console.log(`\n${size.toLocaleString('en')} passages, ${(characters / 1e6).toFixed(2)} million characters`);
  describeBuilds(builds.slice(1), (characters * 2) / 2 ** 20);

  const exact = phrases(library.shadows, QUERIES, random);
  const scan = engines.find(({ name }) => name === SCAN);
  console.log('\nphrases as they stand');
  compare(
    'exact',
    engines.filter(({ finds, name }) => finds !== 'near' || name.startsWith('对读')),
    exact,
    exact,
    exact.map((query) => new Set(scan?.all(query))),
  );
  const slipped = slips(exact, random);
  const judged = slipped.slice(0, TRUTH_QUERIES);
  console.log('\nphrases of four characters or more with one slip; the truth is Sellers’ distance of 1');
  compare(
    'near',
    engines.filter(({ finds }) => finds !== 'exact'),
    slipped,
    judged,
    judged.map(
      (query) => new Set(library.shadows.flatMap((shadow, at) => (isOneEditAway(query, shadow) ? [at] : []))),
    ),
  );
}

for (const size of SIZES.length > 0 ? SIZES : [1_000, 10_000]) run(size);
