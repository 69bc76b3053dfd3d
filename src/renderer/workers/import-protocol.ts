import type { FileInput, ImportOutcome } from '../../shared/import';

/** What can be asked of the worker that reads files into reports. */
export type ImportContract = {
  readonly read: { readonly request: FileInput; readonly answer: readonly ImportOutcome[] };
};
