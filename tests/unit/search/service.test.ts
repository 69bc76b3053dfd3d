import { describe, expect, it, vi } from 'vitest';
import { createSearchClient, type SearchArchive } from '../../../src/renderer/workers/search-client';
import { createSearchService } from '../../../src/renderer/workers/search-service';
import type { WorkerEnd } from '../../../src/renderer/rpc';
import type { Found } from '../../../src/renderer/workers/search-protocol';
import { parseReport } from '../../../src/shared/parse';
import type { Result } from '../../../src/shared/fault';
import { passagesOf } from '../../../src/shared/search';
import { memoryWorker } from '../../helpers/memory-worker';
import { passagesFrom } from './library';

const matches = (found: Result<Found>): number | string =>
  found.ok ? found.value.results.total.matches : found.fault.code;

const context = { signal: new AbortController().signal, tell: () => undefined };

/** A service whose questions are answered at once. */
const service = () => createSearchService(() => Promise.resolve());

type Service = ReturnType<typeof service>;

const put = (to: Service, report: string, lines: readonly string[]): void =>
  void to.put({ report, passages: passagesFrom(lines, { report }) }, context);

const ask = async (to: Service, query: string): Promise<number> => {
  const found = await to.search({ query, options: {} }, context);
  return 'results' in found ? found.results.total.matches : -1;
};

describe('the search service', () => {
  it('searches what was put last, be it few reports or many', async () => {
    const own = service();
    for (let at = 0; at < 9; at++) put(own, `r${at}`, ['港口']);
    expect(await ask(own, '港口')).toBe(9);
    put(own, 'r0', []);
    put(own, 'r1', ['港口港口']);
    expect(await ask(own, '港口')).toBe(9);
  });

  it('hands over its index when asked to pack, once, and begins with it the next time', async () => {
    const first = service();
    put(first, 'r', ['港口货物吞吐量', '港口']);
    await ask(first, '港口');
    const packed = structuredClone(await first.pack(null, context));
    expect(packed).not.toBeNull();
    expect(await first.pack(null, context)).toBeNull();
    const index = packed && 'segments' in packed ? packed : null;
    const [segment] = index?.segments ?? [];
    const damaged = { ...index, segments: [{ ...segment, bytes: segment?.bytes.map((byte) => byte + 1) }] };
    for (const [stored, isKept] of [
      [index, true],
      [damaged, false],
      ['not an index', false],
    ] as const) {
      const own = service();
      void own.restore(stored, context);
      put(own, 'r', ['港口货物吞吐量', '港口']);
      expect(await ask(own, '港口')).toBe(2);
      expect((await own.pack(null, context)) === null).toBe(isKept);
    }
  });

  it('has an index to be kept again when a report was put in or taken out', async () => {
    const own = service();
    const totals: number[] = [];
    for (const [at, lines] of [['港口'], ['港口港口'], []].entries()) {
      put(own, `r${at % 2}`, lines);
      totals.push(await ask(own, '港口'));
      expect(await own.pack(null, context)).not.toBeNull();
    }
    expect(totals).toEqual([1, 3, 2]);
  });
});

/** A client over a service, and the worker it talks to. */
const clientOf = (
  archive: SearchArchive = { get: () => Promise.resolve(null), put: () => Promise.resolve() },
) => {
  const workers: WorkerEnd[] = [];
  const looked: string[] = [];
  const state = { breaks: false };
  const turn = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    if (state.breaks) workers[0]?.onerror?.({ message: 'out of memory' });
    state.breaks = false;
  };
  const client = createSearchClient(() => {
    const own = createSearchService(turn);
    const worker = memoryWorker<never>({
      ...own,
      search: async (
        request: { readonly query: string; readonly options: object },
        given: typeof context,
      ) => {
        const found = await own.search(request, given);
        if (!given.signal.aborted) looked.push(request.query);
        return found;
      },
    } as never);
    workers.push(worker);
    return worker;
  }, archive);
  const report = parseReport({ id: 'r', raw: '港口货物吞吐量增长。\n港口。' }, {});
  void client.load([
    { id: 'r', version: '1', observations: [], passages: () => Promise.resolve(passagesOf(report)) },
  ]);
  return { client, workers, looked, state };
};

describe('the search client', () => {
  it('answers the newest of several questions; the others are overtaken and not looked for', async () => {
    const { client, looked } = clientOf();
    const found = await Promise.all(['港', '港口', '港口货'].map((query) => client.search(query, {})));
    expect(found.map(matches)).toEqual(['search-superseded', 'search-superseded', 1]);
    expect(looked).toEqual(['港口货']);
  });

  it('fails the question its worker broke over, and answers the next from a new worker that knows the reports', async () => {
    const { client, workers, state } = clientOf();
    expect(matches(await client.search('港口', {}))).toBe(2);
    state.breaks = true;
    expect(matches(await client.search('港口货', {}))).toBe('search-failed');
    expect(matches(await client.search('港口货', {}))).toBe(1);
    expect(workers).toHaveLength(2);
  });

  it('does not wait for ever for a database that does not answer', async () => {
    vi.useFakeTimers();
    const { client } = clientOf({ get: () => new Promise(() => undefined), put: () => Promise.resolve() });
    const asked = client.search('港口', {});
    await vi.advanceTimersByTimeAsync(2_000);
    expect(matches(await asked)).toBe(2);
    vi.useRealTimers();
  });
});
