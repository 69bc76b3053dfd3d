import { fail, type Fault, type Result } from '../../shared/fault';
import type { Report } from '../../shared/report';
import { passagesOf, type Results, type SearchOptions } from '../../shared/search';
import type { SearchReply, SearchRequest } from './search-protocol';

/** The part of a Worker the client needs. */
export interface SearchPort {
  postMessage(request: SearchRequest): void;
  onmessage: ((event: { data: SearchReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
}

/** The page's end of the search worker; fits the reader's SearchEngine. */
export interface SearchClient {
  /** The reports searched from now on; only those that are new or gone since last time are sent. */
  load(reports: readonly Report[]): void;
  /** A question that a newer one overtakes is answered by a fault with the code `search-superseded`. */
  search(query: string, options: SearchOptions): Promise<Result<Results>>;
}

/** Starts the worker. */
export const createSearchWorker = (): SearchClient =>
  createSearchClient(
    new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }) as unknown as SearchPort,
  );

export function createSearchClient(port: SearchPort): SearchClient {
  const waiting = new Map<number, { query: string; settle: (result: Result<Results>) => void }>();
  let loaded: ReadonlyMap<string, Report> = new Map();
  let asked = 0;

  const settle = (id: number, result: (query: string) => Result<Results>): void => {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.settle(result(entry.query));
  };
  port.onmessage = ({ data }) => {
    if (data.type === 'answer') settle(data.id, () => data.result);
    else if (data.type === 'superseded') settle(data.id, (query) => fail(superseded(query)));
  };
  port.onerror = ({ message }) => {
    for (const id of [...waiting.keys()]) settle(id, (query) => fail(crashed(query, message)));
  };
  return {
    load: (reports) => {
      const next = new Map(reports.map((report) => [report.id, report]));
      for (const id of loaded.keys())
        if (!next.has(id)) port.postMessage({ type: 'put', report: id, passages: [] });
      for (const [id, report] of next) {
        if (loaded.get(id) !== report)
          port.postMessage({ type: 'put', report: id, passages: passagesOf(report) });
      }
      loaded = next;
    },
    search: (query, options) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, { query, settle: resolve });
        port.postMessage({ type: 'search', id, query, options });
      }),
  };
}

const superseded = (query: string): Fault => ({
  code: 'search-superseded',
  subject: query,
  reason: '已有更新的查询',
  remedy: '请看新的结果。',
});

const crashed = (query: string, detail: string): Fault => ({
  code: 'search-failed',
  subject: query,
  reason: '搜索线程出错，没有查完',
  remedy: '请重新打开窗口再试；报告和批注不受影响。',
  detail,
});
