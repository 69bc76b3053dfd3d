import type { FileInput, ImportOutcome, TableOffer, TableWish, TextLikeness } from '../../shared/import';

/** What can be asked of the worker that reads files into reports. */
export type ImportContract = {
  readonly read: {
    readonly request: FileInput & { readonly columns: TableWish };
    readonly answer: readonly ImportOutcome[];
  };
  /** What a table offers to be chosen from; null for a file that is none. */
  readonly offer: { readonly request: FileInput; readonly answer: TableOffer | null };
  /** Two source texts held against each other. */
  readonly compare: {
    readonly request: { readonly one: string; readonly other: string };
    readonly answer: TextLikeness;
  };
};
