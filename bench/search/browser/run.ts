/**
 * What a reader feels who types into the box over a large library: the built reader in a real browser, with its own
 * worker, stores and views; only the reports are generated. For each keystroke: milliseconds until the first page of
 * its results is painted, the tasks of the main thread, and the browser's own long tasks (over 50 ms).
 * `npm run bench:search-browser [passages]`; the bound is no long task.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, mergeConfig, type InlineConfig, type Plugin } from 'vite';
import electronConfig from '../../../electron.vite.config';
import { openReader } from '../../../tests/helpers/reader';
import { ROOT, removeFolder, temporaryFolder } from '../../../tests/helpers/places';
import { generateLibrary } from '../library';
import { seeded } from '../random';
import { reportCount, sentReports } from './generated';
import { measureTyping, type Keystroke } from './measure';

const PASSAGES = Number(process.argv[2] ?? 100_000);
const QUERIES = [
  '高新技术企业',
  '营商环境',
  '港口货物吞吐量',
  '项目',
  '高新技木企业',
  '乡村振兴 产业',
  '5205',
];

const generatedCorpus = (): Plugin => ({
  name: 'generated-corpus',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './library' && importer?.endsWith('main.tsx')
      ? join(ROOT, 'bench', 'search', 'browser', 'corpus.ts')
      : null,
});

/** The reader's page as it is shipped, but for its reports. */
async function buildPage(folder: string): Promise<void> {
  const outDir = join(folder, 'out', 'renderer');
  const { renderer } = electronConfig as { renderer: InlineConfig };
  await build(
    mergeConfig(renderer, {
      configFile: false,
      base: './',
      logLevel: 'warn',
      plugins: [generatedCorpus()],
      define: { REPORTS: String(reportCount(PASSAGES)) },
      build: { outDir, emptyOutDir: true },
    }),
  );
  await mkdir(join(outDir, 'reports'), { recursive: true });
  const library = sentReports(generateLibrary(PASSAGES, seeded(2024)));
  await writeFile(join(outDir, 'reports', 'library.txt'), JSON.stringify(library));
}

const fixed = (value: number): string => value.toFixed(1).padStart(8);

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

function summary(name: string, values: readonly number[]): void {
  const [p50, p95, most] = [0.5, 0.95, 1].map((part) => quantile(values, part));
  console.log(name.padEnd(44), fixed(p50 ?? NaN), fixed(p95 ?? NaN), fixed(most ?? NaN));
}

function report(keystrokes: readonly Keystroke[]): void {
  console.log(`\n${PASSAGES.toLocaleString('en')} passages, ${keystrokes.length} keystrokes`);
  console.log(''.padEnd(44), '     p50      p95     most');
  summary(
    'ms from keystroke to painted first page',
    keystrokes.map(({ painted }) => painted),
  );
  summary(
    'ms of main-thread tasks per keystroke',
    keystrokes.map(({ work }) => work),
  );
  const long = keystrokes.flatMap(({ longTasks }) => longTasks);
  console.log('long tasks'.padEnd(44), String(long.length).padStart(8), long.map(Math.round).join(' '));
}

const folder = await temporaryFolder();
try {
  await buildPage(folder);
  const reader = await openReader('loopback', { root: folder });
  try {
    const typed = await measureTyping(reader.page, QUERIES);
    report(typed);
    if (reader.errors.length > 0) console.log('errors of the page:', reader.errors);
  } finally {
    await reader.close();
  }
} finally {
  await removeFolder(folder);
}
