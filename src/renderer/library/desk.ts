import { fail, succeed, type Result } from '../../shared/fault';
import type { Answer, Ask } from './volume';

export const broken = (subject: string, detail: string): Result<never> =>
  fail({
    code: 'report-unparsed',
    subject,
    reason: '解析时出错，没有读完',
    remedy: '其他报告不受影响；请点“重新检查”，仍不行就复制详情告诉我们。',
    detail,
  });

interface Question {
  readonly subject: string;
  /** Made when the question is sent: by then more may be known. */
  readonly ask: () => Ask;
  readonly settle: (answer: Result<Answer>) => void;
}

/** Questions with the worker at a time: enough that it never waits for the page. */
const IN_HAND = 2;

/** What a worker needs to have here. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror'>;

type Asker = (subject: string, ask: () => Ask) => Promise<Result<Answer>>;

/** Asks one worker, started with the first question; its answers come in the order of the questions. */
export const createDesk = (makeWorker: () => WorkerLike): Asker => {
  let worker: WorkerLike | null = null;
  let started = false;
  const waiting: Question[] = [];
  const sent: Question[] = [];

  const send = (): void => {
    while (started && sent.length < IN_HAND && waiting.length > 0) {
      const question = waiting.shift();
      if (!question) return;
      sent.push(question);
      worker?.postMessage(question.ask());
    }
  };
  const start = (): void => {
    if (worker) return;
    const made = makeWorker();
    worker = made;
    made.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'started') started = true;
      else sent.shift()?.settle(succeed(data));
      send();
    };
    // A worker that broke answers nothing more: what it had in hand fails, and the next question gets a new one. One
    // that never started would not start again either.
    made.onerror = ({ message }: ErrorEvent) => {
      const lost = started ? sent.splice(0) : [...sent.splice(0), ...waiting.splice(0)];
      worker = null;
      started = false;
      for (const { subject, settle } of lost) settle(broken(subject, message));
      if (waiting.length > 0) start();
    };
  };
  return (subject, ask) =>
    new Promise((settle) => {
      waiting.push({ subject, ask, settle });
      start();
      send();
    });
};
