import { parentPort } from 'node:worker_threads';
import { importFile, type ImportOptions } from '../import';
import type { FileInput } from '../shared/import';

/** What the worker is asked: a file, and where the character maps are. */
export interface WorkerQuestion {
  readonly file: FileInput;
  readonly options: ImportOptions;
}

parentPort?.on('message', ({ file, options }: WorkerQuestion) => {
  void importFile(file, options).then((outcomes) => parentPort?.postMessage(outcomes));
});
