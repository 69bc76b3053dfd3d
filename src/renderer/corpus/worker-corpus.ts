import { fail, succeed, type Result } from '../../shared/fault';
import type { CatalogEntry } from '../../shared/report';
import { CATALOG, fetchSource } from './catalog';
import type { Answer, Ask, Relations, Volume } from './volume';

const broken = (file: string, detail: string): Result<never> =>
  fail({
    code: 'report-unparsed',
    subject: file,
    reason: '解析时出错，没有读完',
    remedy: '其他报告不受影响；请点“重新检查”，仍不行就复制详情告诉我们。',
    detail,
  });

type Settle = (answer: Result<Answer>) => void;

/** One worker; its answers come in the order of the questions. */
const createDesk = () => {
  let worker: Worker | null = null;
  const waiting: { readonly subject: string; readonly settle: Settle }[] = [];
  const start = (): Worker => {
    const made = new Worker(new URL('./volume.worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<Answer>) => waiting.shift()?.settle(succeed(data));
    // A worker that broke answers nothing more: every question still open fails, and the next one gets a new worker.
    made.onerror = ({ message }) => {
      worker = null;
      for (const { subject, settle } of waiting.splice(0)) settle(broken(subject, message));
    };
    return made;
  };
  return (subject: string, ask: Ask): Promise<Result<Answer>> =>
    new Promise((settle) => {
      waiting.push({ subject, settle });
      worker ??= start();
      worker.postMessage(ask);
    });
};

/**
 * The bundled reports, parsed and indexed in one worker so that the page never waits for them. The work begins
 * when `ready` resolves: the shelf with its covers is painted first.
 */
export const createWorkerCorpus = (ready: () => Promise<void>) => {
  const ask = createDesk();
  return {
    catalog: CATALOG,
    volume: async (entry: CatalogEntry): Promise<Result<Volume>> => {
      await ready();
      const raw = await fetchSource(entry);
      if (!raw.ok) return raw;
      const answer = await ask(entry.file, { kind: 'open', entry, raw: raw.value });
      if (!answer.ok) return answer;
      return answer.value.kind === 'opened'
        ? succeed(answer.value.volume)
        : broken(entry.file, 'out of order');
    },
    relate: async (): Promise<Result<Relations>> => {
      const answer = await ask('五篇对照', { kind: 'relate' });
      if (!answer.ok) return answer;
      return answer.value.kind === 'related'
        ? succeed(answer.value.relations)
        : broken('五篇对照', 'out of order');
    },
  };
};
