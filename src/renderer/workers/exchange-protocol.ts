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

/** Reports and notes come in slices, so that the page is never long busy with copying; then one job is named. */
export type ExchangeRequest =
  | { readonly type: 'report'; readonly report: ExchangeReport }
  | { readonly type: 'notes'; readonly annotations: readonly Annotation[] }
  | { readonly type: 'write'; readonly format: ExchangeFormat }
  | { readonly type: 'read'; readonly file: string; readonly bytes: Uint8Array; readonly now: string };

export type ExchangeReply =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'notes'; readonly annotations: readonly Annotation[] }
  | { readonly type: 'read'; readonly result: Result<ImportSummary> }
  | { readonly type: 'broken'; readonly detail: string };

/** Notes in one message to the worker: a few milliseconds of the page, which then pauses. */
export const SLICE = 200;

/** Notes in one message to the page: unpacking them is its work, and they come without a pause. */
export const REPLY_SLICE = 50;
