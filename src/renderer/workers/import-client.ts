import type { Fault, Result } from '../../shared/fault';
import {
  REFUSALS,
  type FileInput,
  type ImportOutcome,
  type TableOffer,
  type TextDifference,
  type TextLikeness,
} from '../../shared/import';
import { createPort, workerEnd, type CallProblem, type PendingCall, type WorkerEnd } from '../rpc';
import type { ImportContract, PageProgress, ReadWish } from './import-protocol';

/** Longest time one file may take (S-18). Milliseconds. */
const LONGEST = 20_000;

/** How a reading is followed and stopped. */
interface Watch {
  readonly signal: AbortSignal;
  readonly onPage: (progress: PageProgress) => void;
}

/** Reads files into reports. */
export interface ImportClient {
  /** Ends in 20 seconds with what the file holds or the reason why it cannot be read. */
  read(file: FileInput, wish: ReadWish, watch: Watch): Promise<Result<readonly ImportOutcome[]>>;
  /** Gives what a table offers to be chosen from; null for a file that is none. */
  offer(file: FileInput): Promise<TableOffer | null>;
  /** Holds two texts against each other; null where that failed. */
  compare(one: string, other: string): Promise<TextLikeness | null>;
  /** Gives every place where two texts differ; null where that failed. */
  differ(one: string, other: string): Promise<readonly TextDifference[] | null>;
}

const unread = (problem: CallProblem, { request }: PendingCall<ImportContract>, detail: string): Fault => ({
  code: 'import-failed',
  subject: 'name' in (request as object) ? (request as FileInput).name : '两份报告',
  reason: problem === 'cancelled' ? '停下了，没有读' : '读这个文件时出错，没有读完',
  remedy:
    problem === 'cancelled'
      ? '要读时请再打开一次'
      : '书架没有改动；请换一种格式（如另存为 .docx 或 .txt）再试',
  detail: `${problem}: ${detail}`,
});

/** Makes the client; a file that takes too long takes its worker with it, and the next file gets a new one. */
function createImportClient(start: () => WorkerEnd, longest = LONGEST): ImportClient {
  const port = createPort<ImportContract>({ start, explain: unread });
  return {
    read: async (file, wish, { signal, onPage }) => {
      const late = AbortSignal.timeout(longest);
      const answer = await port.call(
        'read',
        { ...file, ...wish },
        { signal: AbortSignal.any([signal, late]), onProgress: onPage },
      );
      if (answer.ok) return answer;
      // Code that runs on and on hears of no signal: the worker is ended.
      if (late.aborted || signal.aborted) port.end();
      return late.aborted && !signal.aborted ? REFUSALS.slow(file.name) : answer;
    },
    offer: async (file) => {
      const answer = await port.call('offer', file);
      return answer.ok ? answer.value : null;
    },
    compare: async (one, other) => {
      const answer = await port.call('compare', { one, other });
      return answer.ok ? answer.value : null;
    },
    differ: async (one, other) => {
      const answer = await port.call('differ', { one, other });
      return answer.ok ? answer.value : null;
    },
  };
}

/** Makes the client; its worker, which is large, starts with the first file that is handed over. */
export const createImportWorker = (): ImportClient =>
  createImportClient(() =>
    workerEnd(new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })),
  );
