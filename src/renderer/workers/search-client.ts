import type { Fault, Result } from '../../shared/fault';
import type { Observation } from '../../shared/report';
import type { PackedIndex, Passage } from '../../shared/search';
import { createPort, workerEnd, type CallProblem, type PendingCall, type Port, type WorkerEnd } from '../rpc';
import type { AskOptions, Found, SearchContract } from './search-protocol';

/** Where the index outlives the window; neither may fail, for an index can always be made again. */
export interface SearchArchive {
  /** What was kept, or null. */
  get(): Promise<unknown>;
  put(index: PackedIndex): Promise<void>;
}

/** A report to be searched: the way to its passages, which nobody in the page keeps, and the numbers found in it. */
export interface Searchable {
  readonly id: string;
  /** Another version is another text. */
  readonly version: string;
  readonly observations: readonly Observation[];
  /** Null where the report cannot be read. */
  readonly passages: () => Promise<readonly Passage[] | null>;
}

/** The page's end of the search worker; fits the reader's SearchEngine. */
export interface SearchClient {
  /** What is searched from now on; only what is new or gone since last time is sent. */
  load(reports: readonly Searchable[]): Promise<void>;
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

type Known = ReadonlyMap<string, Searchable>;

/** Tells the worker what has to change where these reports take the place of those, one report at a time. */
const sendChanges = async (port: Port<SearchContract>, before: Known, after: Known): Promise<void> => {
  for (const report of before.keys()) {
    if (after.has(report)) continue;
    void port.call('put', { report, passages: [] });
    void port.call('numbers', { report, observations: [] });
  }
  for (const { id, version, observations, passages } of after.values()) {
    const known = before.get(id);
    if (known?.observations !== observations) void port.call('numbers', { report: id, observations });
    if (known?.version === version) continue;
    const read = await passages();
    void port.call('put', { report: id, passages: read ?? [] });
  }
};

export function createSearchClient(start: () => WorkerEnd, archive: SearchArchive): SearchClient {
  let loaded: Known = new Map();
  /** Changes are told in the order in which they came about. */
  let told: Promise<void> = Promise.resolve();
  let begun: Promise<void> | null = null;
  let newest: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const port = createPort<SearchContract>({
    start,
    explain,
    // A new worker knows nothing: it is told before the next question.
    onRestart: () => void (told = sendChanges(port, new Map(), loaded)),
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
    load: (reports) => {
      const before = loaded;
      const after = new Map(reports.map((report) => [report.id, report]));
      loaded = after;
      begun ??= begin();
      const earlier = Promise.all([begun, told]);
      told = earlier.then(() => sendChanges(port, before, after));
      return told;
    },
    search: async (query, options) => {
      newest?.abort();
      const controller = new AbortController();
      newest = controller;
      begun ??= begin();
      await begun;
      await told;
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
