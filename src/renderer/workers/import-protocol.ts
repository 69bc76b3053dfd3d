import type { FileInput, ImportOutcome, TextLikeness } from '../../shared/import';

/** What can be asked of the worker that reads files into reports. */
export type ImportContract = {
  readonly read: { readonly request: FileInput; readonly answer: readonly ImportOutcome[] };
  /** Two source texts held against each other. */
  readonly compare: {
    readonly request: { readonly one: string; readonly other: string };
    readonly answer: TextLikeness;
  };
};
