import { fail, type Fault, type Result } from '../../shared/fault';
import type { Observation, Report } from '../../shared/report';
import { passagesOf, type PackedIndex } from '../../shared/search';
import type { AskOptions, Found, SearchReply, SearchRequest } from './search-protocol';

/** The part of a Worker the client needs. */
export interface SearchPort {
  postMessage(request: SearchRequest): void;
  onmessage: ((event: { data: SearchReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
}

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

/** Starts the worker. */
export const createSearchWorker = (archive: SearchArchive): SearchClient =>
  createSearchClient(
    new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }) as unknown as SearchPort,
    archive,
  );

/** The first answer does not wait longer for a database than an index takes to build. */
const PATIENCE = 500;

const inTime = (kept: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    kept.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE)),
  ]);

export function createSearchClient(port: SearchPort, archive: SearchArchive): SearchClient {
  const waiting = new Map<number, { query: string; settle: (result: Result<Found>) => void }>();
  let loaded: ReadonlyMap<string, Searchable> = new Map();
  let begun: Promise<void> | null = null;
  let asked = 0;

  /** What was kept goes first, and is read only when something is asked: the shelf does not wait for it. */
  const begin = async (): Promise<void> => {
    const stored = await inTime(archive.get());
    if (stored !== null) port.postMessage({ type: 'restore', stored });
  };
  const send = (request: SearchRequest): void => {
    begun ??= begin();
    void begun.then(() => port.postMessage(request));
  };
  const settle = (id: number, result: (query: string) => Result<Found>): void => {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.settle(result(entry.query));
  };
  port.onmessage = ({ data }) => {
    if (data.type === 'answer') settle(data.id, () => data.result);
    else if (data.type === 'superseded') settle(data.id, (query) => fail(superseded(query)));
    else void archive.put(data.index);
  };
  port.onerror = ({ message }) => {
    for (const id of [...waiting.keys()]) settle(id, (query) => fail(crashed(query, message)));
  };
  return {
    load: (volumes) => {
      const next = new Map(volumes.map((volume) => [volume.report.id, volume]));
      for (const request of changes(loaded, next)) send(request);
      loaded = next;
    },
    search: (query, options) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, { query, settle: resolve });
        send({ type: 'search', id, query, options });
      }),
  };
}

/** What has to be sent where these volumes take the place of those. */
function changes(
  before: ReadonlyMap<string, Searchable>,
  after: ReadonlyMap<string, Searchable>,
): readonly SearchRequest[] {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  return [
    ...gone.flatMap((report): readonly SearchRequest[] => [
      { type: 'put', report, passages: [] },
      { type: 'numbers', report, observations: [] },
    ]),
    ...[...after.values()].flatMap(({ report, observations }): readonly SearchRequest[] => {
      const known = before.get(report.id);
      return [
        ...(known?.report === report
          ? []
          : [{ type: 'put', report: report.id, passages: passagesOf(report) } as const]),
        ...(known?.observations === observations
          ? []
          : [{ type: 'numbers', report: report.id, observations } as const]),
      ];
    }),
  ];
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
