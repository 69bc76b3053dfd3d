import type { DescribedReport, ExchangeFormat, NotesRead } from '../../shared/exchange';
import type { Result } from '../../shared/fault';
import type { Annotation } from '../../shared/report';

/** A report as the worker needs it, with its name and the SHA-256 of its raw text. */
export interface ExchangeReport {
  readonly report: DescribedReport;
  readonly name: string;
  readonly sha256: string;
}

/** What an import found, without the notes, which come before in slices. */
export interface ImportSummary extends Omit<NotesRead, 'annotations' | 'refused'> {
  /** The first few hundred; `refusedCount` counts all. */
  readonly refused: NotesRead['refused'];
  readonly refusedCount: number;
}

/** How far the work is. */
export interface ExchangeCount {
  readonly done: number;
  readonly of: number;
}

/** What is told of reading: how far it is, and the notes found, in slices. */
export type ReadingProgress = ExchangeCount | { readonly annotations: readonly Annotation[] };

/** Reports and notes come in slices, so that the page is never long busy with copying; then one job is named. */
export type ExchangeContract = {
  readonly report: { readonly request: ExchangeReport; readonly answer: null };
  readonly notes: { readonly request: readonly Annotation[]; readonly answer: null };
  readonly write: {
    readonly request: ExchangeFormat;
    readonly answer: Uint8Array<ArrayBuffer>;
    readonly progress: ExchangeCount;
  };
  readonly read: {
    readonly request: { readonly file: string; readonly bytes: Uint8Array; readonly now: string };
    readonly answer: Result<ImportSummary>;
    readonly progress: ReadingProgress;
  };
};

/** Notes in one message to the worker: a few milliseconds of the page, which then pauses. */
export const SLICE = 200;

/** Notes in one message to the page: unpacking them is its work, and they come without a pause. */
export const REPLY_SLICE = 50;
