import type { ExchangeFormat } from '../../shared/exchange';
import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import type { OpenedFile } from '../../shared/host';
import type { Annotation } from '../../shared/report';
import {
  SLICE,
  type ExchangeReply,
  type ExchangeReport,
  type ExchangeRequest,
  type ImportSummary,
} from './exchange-protocol';

/** What a file holds, with its notes. */
export interface ImportRead extends ImportSummary {
  readonly annotations: readonly Annotation[];
}

/** Work under way; after `cancel` its result is a fault with the code `cancelled`, and nothing of it is left. */
export interface ExchangeJob<T> {
  readonly result: Promise<Result<T>>;
  cancel(): void;
}

export type Progress = (done: number, of: number) => void;

/** Writes and reads files of notes off the main thread. */
export interface ExchangeClient {
  write(
    format: ExchangeFormat,
    annotations: readonly Annotation[],
    reports: readonly ExchangeReport[],
    onProgress: Progress,
  ): ExchangeJob<Uint8Array<ArrayBuffer>>;
  read(
    file: OpenedFile,
    reports: readonly ExchangeReport[],
    now: string,
    onProgress: Progress,
  ): ExchangeJob<ImportRead>;
}

/** The part of a Worker the client needs. */
export interface ExchangePort {
  postMessage(request: ExchangeRequest, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: { data: ExchangeReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
}

export const createExchangeWorkers = (): ExchangeClient =>
  createExchangeClient(
    () =>
      new Worker(new URL('./exchange.worker.ts', import.meta.url), {
        type: 'module',
      }) as unknown as ExchangePort,
  );

const fault = (code: string, subject: string, reason: string, detail?: string): Fault => ({
  code,
  subject,
  reason,
  remedy: '批注没有改动。',
  ...(detail === undefined ? {} : { detail }),
});

/** Copying a slice to the worker takes a few milliseconds; between two the page can paint. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function createExchangeClient(start: () => ExchangePort): ExchangeClient {
  const run = <T>(
    subject: string,
    requests: () => Iterable<ExchangeRequest>,
    onReply: (reply: ExchangeReply) => Result<T> | null,
  ): ExchangeJob<T> => {
    const port = start();
    let cancel = (): void => undefined;
    const result = new Promise<Result<T>>((resolve) => {
      let open = true;
      const end = (outcome: Result<T>): void => {
        open = false;
        port.terminate();
        resolve(outcome);
      };
      cancel = () => end(fail(fault('cancelled', subject, '已取消')));
      port.onerror = ({ message }) => end(fail(fault('exchange-failed', subject, '没有做完', message)));
      port.onmessage = ({ data }) => {
        const outcome =
          data.type === 'broken'
            ? fail(fault('exchange-failed', subject, '没有做完', data.detail))
            : onReply(data);
        if (outcome) end(outcome);
      };
      const send = async (): Promise<void> => {
        for (const request of requests()) {
          if (!open) return;
          port.postMessage(request, handedOver(request));
          await pause();
        }
      };
      // What cannot be copied to a worker must not leave the job without an end.
      send().catch((error: unknown) =>
        end(fail(fault('exchange-failed', subject, '没有做完', String(error)))),
      );
    });
    return { result, cancel: () => cancel() };
  };
  return {
    write: (format, annotations, reports, onProgress) =>
      run(
        '导出批注',
        () => [...reportRequests(reports), ...noteRequests(annotations), { type: 'write', format }],
        (reply) => {
          if (reply.type === 'progress') onProgress(reply.done, reply.of);
          return reply.type === 'written' ? succeed(reply.bytes) : null;
        },
      ),
    read: ({ name, bytes }, reports, now, onProgress) => {
      const annotations: Annotation[] = [];
      return run(
        `导入“${name}”`,
        () => [...reportRequests(reports), { type: 'read', file: name, bytes, now }],
        (reply) => {
          if (reply.type === 'progress') onProgress(reply.done, reply.of);
          if (reply.type === 'notes') annotations.push(...reply.annotations);
          if (reply.type !== 'read') return null;
          return reply.result.ok ? succeed({ ...reply.result.value, annotations }) : reply.result;
        },
      );
    },
  };
}

/** A file is not looked at again in the page, so its bytes need not be copied. */
const handedOver = (request: ExchangeRequest): Transferable[] =>
  request.type === 'read' && request.bytes.buffer instanceof ArrayBuffer ? [request.bytes.buffer] : [];

const reportRequests = (reports: readonly ExchangeReport[]): readonly ExchangeRequest[] =>
  reports.map((report) => ({ type: 'report', report }));

const noteRequests = (annotations: readonly Annotation[]): readonly ExchangeRequest[] =>
  Array.from({ length: Math.ceil(annotations.length / SLICE) }, (_, index) => ({
    type: 'notes',
    annotations: annotations.slice(index * SLICE, (index + 1) * SLICE),
  }));
