import type { Fault, Result } from '../../shared/fault';
import type { Observation, Report } from '../../shared/report';
import { passagesOf, type PackedIndex } from '../../shared/search';
import { createPort, workerEnd, type CallProblem, type PendingCall, type Port, type WorkerEnd } from '../rpc';
import type { AskOptions, Found, SearchContract } from './search-protocol';

/** Where the index outlives the window; neither may fail, for an index can always be made again. */
export interface SearchArchive {
  /** What was kept, or null. */
  get(): Promise<unknown>;
  put(index: PackedIndex): Promise<void>;
}

/** A report to be searched, with the numbers found in it. */
export interface Searchable {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** The page's end of the search worker; fits the reader's SearchEngine. */
export interface SearchClient {
  /** What is searched from now on; only what is new or gone since last time is sent. */
  load(volumes: readonly Searchable[]): void;
  /** A question that a newer one overtakes is answered by a fault with the code `search-superseded`. */
  search(query: string, options: AskOptions): Promise<Result<Found>>;
}

/** The first answer does not wait longer for a database than an index takes to build. Milliseconds. */
const PATIENCE = 500;

/** Long enough after the last answer for nobody to be typing. Milliseconds. */
const IDLE = 1_000;

const inTime = (kept: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    kept.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE)),
  ]);

type Volumes = ReadonlyMap<string, Searchable>;

/** Tells the worker what has to change where these volumes take the place of those. */
const sendChanges = (port: Port<SearchContract>, before: Volumes, after: Volumes): void => {
  for (const report of before.keys()) {
    if (after.has(report)) continue;
    void port.call('put', { report, passages: [] });
    void port.call('numbers', { report, observations: [] });
  }
  for (const [id, { report, observations }] of after) {
    const known = before.get(id);
    if (known?.report !== report) void port.call('put', { report: id, passages: passagesOf(report) });
    if (known?.observations !== observations) void port.call('numbers', { report: id, observations });
  }
};

export function createSearchClient(start: () => WorkerEnd, archive: SearchArchive): SearchClient {
  let loaded: Volumes = new Map();
  let begun: Promise<void> | null = null;
  let newest: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const port = createPort<SearchContract>({
    start,
    explain,
    // A new worker knows nothing; it is told before the question that started it.
    onRestart: () => sendChanges(port, new Map(), loaded),
  });

  /** What was kept goes first, and is read only when something is asked: the shelf does not wait for it. */
  const begin = async (): Promise<void> => {
    const stored = await inTime(archive.get());
    if (stored !== null) await port.call('restore', stored);
  };
  const keep = async (): Promise<void> => {
    const packed = await port.call('pack', null);
    if (packed.ok && packed.value) await archive.put(packed.value);
  };
  return {
    load: (volumes) => {
      const before = loaded;
      const after = new Map(volumes.map((volume) => [volume.report.id, volume]));
      loaded = after;
      begun ??= begin();
      void begun.then(() => sendChanges(port, before, after));
    },
    search: async (query, options) => {
      newest?.abort();
      const controller = new AbortController();
      newest = controller;
      begun ??= begin();
      await begun;
      const found = await port.call('search', { query, options }, { signal: controller.signal });
      clearTimeout(rest);
      rest = setTimeout(() => void keep(), IDLE);
      return found;
    },
  };
}

/** Makes the client; its worker starts with the first question. */
export const createSearchWorker = (archive: SearchArchive): SearchClient =>
  createSearchClient(
    () => workerEnd(new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' })),
    archive,
  );

const explain = (problem: CallProblem, { request }: PendingCall<SearchContract>, detail: string): Fault => {
  const subject = queryOf(request);
  if (problem === 'cancelled')
    return { code: 'search-superseded', subject, reason: '已有更新的查询', remedy: '请看新的结果。' };
  const threw = problem === 'threw';
  return {
    code: 'search-failed',
    subject,
    reason: threw ? '搜索时出错，没有查完' : '搜索线程出错，没有查完',
    remedy: threw
      ? '请换一种写法再试；仍不行就复制详情告诉我们。'
      : '请再搜一次；仍不行就重新打开窗口。报告和批注不受影响。',
    detail,
  };
};

const queryOf = (request: unknown): string =>
  typeof request === 'object' && request !== null && 'query' in request ? String(request.query) : '搜索';
