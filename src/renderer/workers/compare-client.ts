import type { Fault, Result } from '../../shared/fault';
import type { Report } from '../../shared/report';
import { createPort, workerEnd, type CallProblem, type Port, type WorkerEnd } from '../rpc';
import type { CompareContract, CompareKind, CompareQuestion } from './compare-protocol';

export type CompareAnswer<Kind extends CompareKind> = Result<CompareContract[Kind]['answer']>;

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

const unanswered = (problem: CallProblem, _: unknown, detail: string): Fault => ({
  code: 'compare-failed',
  subject: '这几篇的对读',
  reason: '没有算完',
  remedy: '报告和批注都没有改动；请换一组报告再试，仍不行就复制详情告诉我们。',
  detail: `${problem}: ${detail}`,
});

const send = (port: Port<CompareContract>, question: CompareQuestion): Promise<Result<unknown>> => {
  const { kind, ...request } = question;
  return port.call(kind, request);
};

function createCompareClient(start: () => WorkerEnd): CompareClient {
  const port = createPort<CompareContract>({ start, explain: unanswered });
  let known: readonly Known[] = [];
  return {
    ask: <Q extends CompareQuestion>(question: Q) => {
      const [key, reports] = [keyOf(question), reportsOf(question)];
      const found = known.find((entry) => entry.key === key && sameReports(entry.reports, reports));
      const entry = found ?? { key, reports, answer: send(port, question) };
      known = [...known.filter((other) => other !== entry), entry].slice(-KEPT);
      // What failed is asked again the next time.
      void entry.answer.then(({ ok }) => {
        if (!ok) known = known.filter((other) => other !== entry);
      });
      // The contract pairs each kind with its answer; the worker is the only one who writes them.
      return entry.answer as Promise<CompareAnswer<Q['kind']>>;
    },
  };
}

/** Makes the client; its worker starts with the first question. */
export const createCompareWorker = (): CompareClient =>
  createCompareClient(() =>
    workerEnd(new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })),
  );
