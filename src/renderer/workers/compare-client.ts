import { fail, succeed, type Result } from '../../shared/fault';
import type { Report } from '../../shared/report';
import type {
  CompareKind,
  CompareKinds,
  CompareQuestion,
  CompareReply,
  CompareRequest,
} from './compare-protocol';

/** The part of a Worker the client needs. */
export interface ComparePort {
  postMessage(request: CompareRequest): void;
  onmessage: ((event: { data: CompareReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
}

export type CompareAnswer<Kind extends CompareKind> = Result<CompareKinds[Kind]['answer']>;

export interface CompareClient {
  /** The same question of the same reports is answered once, and known from then on. */
  ask<Q extends CompareQuestion>(question: Q): Promise<CompareAnswer<Q['kind']>>;
}

/** Answers kept; a reader walks between a few pairs and parts of them. */
const KEPT = 24;

interface Known {
  readonly key: string;
  readonly reports: readonly Report[];
  readonly answer: Promise<Result<unknown>>;
}

const reportsOf = ({ reports, others = [] }: CompareQuestion): readonly Report[] => [...reports, ...others];

/** A report that was read again is another report, so its name alone does not do. */
const keyOf = ({ kind, reports, options }: CompareQuestion): string =>
  JSON.stringify([kind, reports.map(({ id }) => id), options]);

const sameReports = (a: readonly Report[], b: readonly Report[]): boolean =>
  a.length === b.length && a.every((report, at) => report === b[at]);

const broken = (detail: string): Result<never> =>
  fail({
    code: 'compare-failed',
    subject: '这几篇的对读',
    reason: '没有算完',
    remedy: '报告和批注都没有改动；请换一组报告再试，仍不行就复制详情告诉我们。',
    detail,
  });

export function createCompareClient(port: ComparePort): CompareClient {
  const waiting = new Map<number, (answer: Result<unknown>) => void>();
  let known: readonly Known[] = [];
  let last = 0;
  port.onmessage = ({ data: { id, answer } }) => {
    waiting.get(id)?.(answer === null ? broken('no answer') : succeed(answer));
    waiting.delete(id);
  };
  port.onerror = ({ message }) => {
    for (const settle of waiting.values()) settle(broken(message));
    waiting.clear();
    known = [];
  };
  const send = (question: CompareQuestion): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      const id = (last += 1);
      waiting.set(id, resolve);
      port.postMessage({ id, question });
    });
  return {
    ask: <Q extends CompareQuestion>(question: Q) => {
      const [key, reports] = [keyOf(question), reportsOf(question)];
      const found = known.find((entry) => entry.key === key && sameReports(entry.reports, reports));
      const entry = found ?? { key, reports, answer: send(question) };
      known = [...known.filter((other) => other !== entry), entry].slice(-KEPT);
      // The protocol pairs each kind with its answer; the worker is the only one who writes them.
      return entry.answer as Promise<CompareAnswer<Q['kind']>>;
    },
  };
}

/** Starts the worker. */
export const createCompareWorker = (): CompareClient =>
  createCompareClient(
    new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' }) as unknown as ComparePort,
  );
