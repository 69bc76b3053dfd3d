import type {
  FileInput,
  ImportOutcome,
  TableOffer,
  TableWish,
  TextDifference,
  TextLikeness,
} from '../../shared/import';

/** What the reader says of a file beside handing it over. */
export interface ReadWish {
  /** Of a table's columns. */
  readonly columns: TableWish;
  /** What opens a locked PDF; empty where nothing was said. */
  readonly password: string;
}

/** Which page of how many is read. */
export interface PageProgress {
  readonly page: number;
  readonly pages: number;
}

interface TwoTexts {
  readonly one: string;
  readonly other: string;
}

/** What can be asked of the worker that reads files into reports. */
export type ImportContract = {
  readonly read: {
    readonly request: FileInput & ReadWish;
    readonly answer: readonly ImportOutcome[];
    readonly progress: PageProgress;
  };
  /** What a table offers to be chosen from; null for a file that is none. */
  readonly offer: { readonly request: FileInput; readonly answer: TableOffer | null };
  /** Two source texts held against each other. */
  readonly compare: { readonly request: TwoTexts; readonly answer: TextLikeness };
  /** Every place where two source texts differ. */
  readonly differ: { readonly request: TwoTexts; readonly answer: readonly TextDifference[] };
};
