import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { importFile } from '../import';
import { containerOf, REFUSALS, type FileInput, type ImportOutcome, type TableWish } from '../shared/import';
import type { WorkerQuestion } from './import-worker';

/** Longest time one file may take (S-18). Milliseconds. */
const LONGEST = 20_000;
/** Most memory reading one file may take (S-18). Megabytes. */
const MOST_MEMORY = 512;
/** Plain text up to this size is read at once: starting a worker takes longer than reading it. Bytes. */
const SMALL = 2 ** 20;

/** Character maps of pdfjs-dist as they are installed beside the program. */
const characterMaps = (): string =>
  `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;

/** Limits of a reading; only tests take others. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

let worker: Worker | null = null;

/** The worker of this run, started with the first file that needs one; a file that breaks it costs the next one a new one. */
const workerWith = ({ megabytes }: Limits): Worker => {
  if (worker) return worker;
  const started = new Worker(new URL('../../bin/import-worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stderr: true,
  });
  started.unref();
  worker = started;
  return started;
};

const readInWorker = ({ file, options }: WorkerQuestion, limits: Limits): Promise<readonly ImportOutcome[]> =>
  new Promise((resolve) => {
    const own = workerWith(limits);
    const end = (outcomes: readonly ImportOutcome[]): void => {
      clearTimeout(late);
      own.off('message', onMessage).off('error', onError).off('exit', onExit);
      own.unref();
      resolve(outcomes);
    };
    const refuse = (result: ImportOutcome['result']): void => {
      worker = null;
      // What still comes from it concerns nobody.
      own.on('error', () => undefined);
      void own.terminate();
      end([{ name: file.name, result }]);
    };
    const onMessage = (outcomes: readonly ImportOutcome[]): void => end(outcomes);
    const onError = (error: Error & { readonly code?: string }): void =>
      refuse(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? REFUSALS.tooMuchMemory(file.name)
          : REFUSALS.damaged(file.name, String(error)),
      );
    const onExit = (): void => refuse(REFUSALS.damaged(file.name, 'the worker ended'));
    const late = setTimeout(() => refuse(REFUSALS.slow(file.name)), limits.milliseconds);
    own.on('message', onMessage).on('error', onError).on('exit', onExit);
    own.ref();
    own.postMessage({ file, options });
  });

/** Reads a file of any kind on this machine, in a worker that is ended at 20 seconds or 512 MB. */
export const importHere = (
  file: FileInput,
  limits: Limits = { milliseconds: LONGEST, megabytes: MOST_MEMORY },
  columns: TableWish = {},
): Promise<readonly ImportOutcome[]> => {
  const options = { characterMaps: characterMaps(), columns };
  const isPlain = containerOf(file.bytes) === 'text' && file.bytes.length <= SMALL;
  return isPlain ? importFile(file, options) : readInWorker({ file, options }, limits);
};
