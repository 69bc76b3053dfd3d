import type { Fault, Result } from '../../shared/fault';
import type { Observation } from '../../shared/report';
import type { Passage } from '../../shared/search';
import { createPort, workerEnd, type CallProblem, type PendingCall, type Port, type WorkerEnd } from '../rpc';
import type { AskOptions, Found, SearchContract } from './search-protocol';

/** A report to be searched: the way to its passages, which nobody in the page keeps, and the numbers found in it. */
export interface Searchable {
  readonly id: string;
  /** Another version is another text, or the same read by other rules. */
  readonly version: string;
  readonly observations: readonly Observation[];
  /** Null where the report cannot be read. */
  readonly passages: () => Promise<readonly Passage[] | null>;
}

/** The page's end of the search worker; fits the reader's SearchEngine. */
export interface SearchClient {
  /**
   * Gives what is searched from now on; only what is new or gone since last time is sent. Resolves when questions can be
   * asked: a few new reports are in by then, of many the rest follows in the background. Answers how many are still to come.
   */
  load(reports: readonly Searchable[]): Promise<number>;
  /** Calls back when reports that were still to come have come: what was asked before has another answer now. */
  subscribe(listener: () => void): void;
  /** Makes the index ready for a question that is likely to come. */
  warm(): void;
  /** A question that a newer one overtakes is answered by a fault with the code `search-superseded`. */
  search(query: string, options: AskOptions): Promise<Result<Found>>;
}

/** Long enough after the last answer for nobody to be typing. Milliseconds. */
const IDLE = 1_000;

/** So many new reports are waited for. */
const FEW = 24;

/** In the background it is told after so many that answers have changed. */
const TOLD = 100;

type Known = ReadonlyMap<string, Searchable>;

const sendNumbers = (port: Port<SearchContract>, before: Known, after: Known): void => {
  for (const report of before.keys())
    if (!after.has(report)) void port.call('numbers', { report, observations: [] });
  for (const { id, observations } of after.values())
    if (before.get(id)?.observations !== observations && (before.has(id) || observations.length > 0))
      void port.call('numbers', { report: id, observations });
};

const isChanged = (before: Known, after: Known): boolean =>
  before.size !== after.size ||
  [...after.values()].some(({ id, version }) => before.get(id)?.version !== version);

export function createSearchClient(start: () => WorkerEnd): SearchClient {
  const listeners = new Set<() => void>();
  let loaded: Known = new Map();
  /** Changes are told in the order in which they came about. */
  let told: Promise<unknown> = Promise.resolve();
  let missing: readonly string[] = [];
  /** Counts the shelves told: what is sent for an older one stops. */
  let serial = 0;
  let newest: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const port = createPort<SearchContract>({
    start,
    explain,
    // A new worker knows nothing: it is told before the next question.
    onRestart: () => void (told = tell(new Map(), loaded)),
  });

  const put = async (id: string): Promise<void> => {
    const one = loaded.get(id);
    const passages = await one?.passages();
    if (one && passages) await port.call('put', { id, version: one.version, passages });
  };
  const restLater = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => void port.call('rest', null), IDLE);
  };
  /** Sends what is still to come, while the shelf is the one it was asked for. */
  const goOn = async (mine: number): Promise<void> => {
    for (let sent = 1; missing.length > 0; sent += 1) {
      const [next = ''] = missing;
      await put(next);
      if (mine !== serial) return;
      missing = missing.slice(1);
      if (missing.length === 0 || sent % TOLD === 0) for (const listener of listeners) listener();
    }
    restLater();
  };
  const tell = async (before: Known, after: Known): Promise<number> => {
    sendNumbers(port, before, after);
    if (!isChanged(before, after)) return missing.length;
    const mine = (serial += 1);
    const gone = [...before.keys()].filter((id) => !after.has(id));
    const asked = await port.call('shelve', { reports: [...after.values()].map(named), gone });
    missing = asked.ok ? asked.value : [];
    if (missing.length > FEW) void goOn(mine);
    else {
      for (const id of missing) await put(id);
      missing = [];
    }
    return missing.length;
  };
  const ask = async (query: string, options: AskOptions, signal: AbortSignal): Promise<Result<Found>> => {
    const found = await port.call('search', { query, options }, { signal });
    if (!found.ok || found.value.lost.length === 0) return found;
    for (const id of found.value.lost) await put(id);
    return port.call('search', { query, options }, { signal });
  };
  return {
    load: (reports) => {
      const before = loaded;
      const after = new Map(reports.map((report) => [report.id, report]));
      loaded = after;
      const mine = told.then(() => tell(before, after));
      told = mine;
      return mine;
    },
    subscribe: (listener) => void listeners.add(listener),
    warm: () => void told.then(() => port.call('warm', null)),
    search: async (query, options) => {
      newest?.abort();
      const controller = new AbortController();
      newest = controller;
      await told;
      const found = await ask(query, options, controller.signal);
      restLater();
      return found;
    },
  };
}

const named = ({ id, version }: Searchable) => ({ id, version });

/** Makes the client; its worker starts with the first question. */
export const createSearchWorker = (): SearchClient =>
  createSearchClient(() =>
    workerEnd(new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' })),
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
