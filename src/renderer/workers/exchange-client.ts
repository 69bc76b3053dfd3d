import type { ExchangeFormat } from '../../shared/exchange';
import { succeed, type Fault, type Result } from '../../shared/fault';
import type { OpenedFile } from '../../shared/host';
import type { Annotation } from '../../shared/report';
import { createPort, workerEnd, type CallProblem, type Port, type WorkerEnd } from '../rpc';
import {
  SLICE,
  type ExchangeContract,
  type ExchangeCount,
  type ExchangeReport,
  type ImportSummary,
} from './exchange-protocol';

/** What a file holds, with its notes. */
export interface ImportRead extends ImportSummary {
  readonly annotations: readonly Annotation[];
}

/** How a job is watched and given up; given up its result is a fault with the code `cancelled`, and nothing of it is left. */
export interface ExchangeJob {
  readonly signal: AbortSignal;
  readonly onProgress: (count: ExchangeCount) => void;
}

/** The way to a report; null where it cannot be read. */
export type ReportGiver = () => Promise<ExchangeReport | null>;

/** Writes and reads files of notes off the main thread. */
export interface ExchangeClient {
  write(
    format: ExchangeFormat,
    annotations: readonly Annotation[],
    reports: readonly ReportGiver[],
    job: ExchangeJob,
  ): Promise<Result<Uint8Array<ArrayBuffer>>>;
  read(
    file: OpenedFile,
    reports: readonly ReportGiver[],
    now: string,
    job: ExchangeJob,
  ): Promise<Result<ImportRead>>;
}

const explainFor =
  (subject: string) =>
  (problem: CallProblem, _: unknown, detail: string): Fault => {
    const common = { subject, remedy: '批注没有改动。' };
    return problem === 'cancelled'
      ? { ...common, code: 'cancelled', reason: '已取消' }
      : { ...common, code: 'exchange-failed', reason: '没有做完', detail };
  };

/** Copying a slice to the worker takes a few milliseconds; between two the page can paint. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const slicesOf = (annotations: readonly Annotation[]): readonly (readonly Annotation[])[] =>
  Array.from({ length: Math.ceil(annotations.length / SLICE) }, (_, index) =>
    annotations.slice(index * SLICE, (index + 1) * SLICE),
  );

type ExchangePort = Port<ExchangeContract>;

/** Hands over slices one by one; the first that fails ends it. */
const handOver = async <Item>(
  items: readonly Item[],
  give: (item: Item) => Promise<Result<null>>,
): Promise<Result<null>> => {
  for (const item of items) {
    const given = await give(item);
    if (!given.ok) return given;
    await pause();
  }
  return succeed(null);
};

export function createExchangeClient(start: () => WorkerEnd): ExchangeClient {
  /** A worker for one job, ended with it. */
  const withWorker = async <T>(
    subject: string,
    work: (port: ExchangePort) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const port = createPort<ExchangeContract>({ start, explain: explainFor(subject) });
    try {
      return await work(port);
    } finally {
      port.end();
    }
  };
  const giveReports = (port: ExchangePort, reports: readonly ReportGiver[], signal: AbortSignal) =>
    handOver(reports, async (give) => {
      const report = await give();
      return report ? port.call('report', report, { signal }) : succeed(null);
    });

  return {
    write: (format, annotations, reports, { signal, onProgress }) =>
      withWorker('导出批注', async (port) => {
        const known = await giveReports(port, reports, signal);
        if (!known.ok) return known;
        const given = await handOver(slicesOf(annotations), (slice) => port.call('notes', slice, { signal }));
        return given.ok ? port.call('write', format, { signal, onProgress }) : given;
      }),
    read: ({ name, bytes }, reports, now, { signal, onProgress }) =>
      withWorker(`导入“${name}”`, async (port) => {
        const known = await giveReports(port, reports, signal);
        if (!known.ok) return known;
        const annotations: Annotation[] = [];
        // A file is not looked at again in the page, so its bytes need not be copied.
        const transfer = bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
        const read = await port.call(
          'read',
          { file: name, bytes, now },
          {
            signal,
            transfer,
            onProgress: (told) =>
              'annotations' in told ? annotations.push(...told.annotations) : onProgress(told),
          },
        );
        if (!read.ok) return read;
        return read.value.ok ? succeed({ ...read.value.value, annotations }) : read.value;
      }),
  };
}

/** Makes the client; each job starts a worker of its own. */
export const createExchangeWorkers = (): ExchangeClient =>
  createExchangeClient(() =>
    workerEnd(new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' })),
  );
