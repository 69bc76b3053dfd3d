import { describe, expect, it, vi } from 'vitest';
import { createSearchClient, type Searchable } from '../../../src/renderer/workers/search-client';
import { createSearchService } from '../../../src/renderer/workers/search-service';
import type { WorkerEnd } from '../../../src/renderer/rpc';
import type { Found } from '../../../src/renderer/workers/search-protocol';
import { parseReport } from '../../../src/shared/parse';
import type { Result } from '../../../src/shared/fault';
import { passagesOf } from '../../../src/shared/search';
import type { SegmentStore } from '../../../src/renderer/store/segment-store';
import { memorySegments } from '../../helpers/memory-segments';
import { memoryWorker } from '../../helpers/memory-worker';
import { passagesFrom } from './library';

const matches = (found: Result<Found>): number | string =>
  found.ok ? found.value.results.total.matches : found.fault.code;

const context = { signal: new AbortController().signal, tell: () => undefined };

/** A service whose questions are answered at once. */
const service = () => createSearchService(() => Promise.resolve(), memorySegments().store);

type Service = ReturnType<typeof service>;

const shelve = (to: Service, ids: readonly string[]) =>
  to.shelve({ reports: ids.map((id) => ({ id, version: '1' })), gone: [] }, context);

const put = (to: Service, id: string, lines: readonly string[]): void =>
  void to.put({ id, version: '1', passages: passagesFrom(lines, { report: id }) }, context);

const ask = async (to: Service, query: string): Promise<number> => {
  const found = await to.search({ query, options: {} }, context);
  return 'results' in found ? found.results.total.matches : -1;
};

describe('the search service', () => {
  it('searches what was put of what is wanted, and tells what has to be put', async () => {
    const own = service();
    expect(await shelve(own, ['a', 'b'])).toEqual(['a', 'b']);
    put(own, 'a', ['港口']);
    put(own, 'b', ['港口港口']);
    expect(await ask(own, '港口')).toBe(3);
    expect(await shelve(own, ['b', 'c'])).toEqual(['c']);
    expect(await ask(own, '港口')).toBe(2);
  });
});

/** A client over a service, and the worker it talks to. */
const clientOf = (store: SegmentStore = memorySegments().store, reports = 1) => {
  const workers: WorkerEnd[] = [];
  const looked: string[] = [];
  const state = { breaks: false };
  const turn = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    if (state.breaks) workers[0]?.onerror?.({ message: 'out of memory' });
    state.breaks = false;
  };
  const client = createSearchClient(() => {
    const own = createSearchService(turn, store);
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
  });
  const told = { reads: 0 };
  const searchable = (id: string): Searchable => ({
    id,
    version: '1',
    observations: [],
    passages: () => {
      told.reads += 1;
      return Promise.resolve(passagesOf(parseReport({ id, raw: '港口货物吞吐量增长。\n港口。' }, {})));
    },
  });
  const loading = client.load(Array.from({ length: reports }, (_, at) => searchable(`r${at}`)));
  return { client, workers, looked, state, told, loading };
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
    const never = () => new Promise<never>(() => undefined);
    const { client } = clientOf({
      versions: never,
      passages: never,
      putPassages: never,
      dropPassages: never,
      segmentIds: never,
      segment: never,
      replace: never,
    });
    const asked = client.search('港口', {});
    await vi.advanceTimersByTimeAsync(2_000);
    expect(matches(await asked)).toBe(2);
    vi.useRealTimers();
  });

  it('reads no report again that an earlier window has indexed, and reads one again whose row is damaged', async () => {
    const { store, rows } = memorySegments();
    const first = clientOf(store, 3);
    expect(matches(await first.client.search('港口', {}))).toBe(6);
    expect(first.told.reads).toBe(3);
    const second = clientOf(store, 3);
    expect(matches(await second.client.search('港口', {}))).toBe(6);
    expect(second.told.reads).toBe(0);
    const row = rows.get('r1');
    if (row)
      rows.set('r1', { ...row, passages: row.passages.map((one) => ({ ...one, text: `坏${one.text}` })) });
    const third = clientOf(store, 3);
    const found = await third.client.search('港口', {});
    expect(matches(found)).toBe(6);
    expect(found.ok && found.value.results.hits.map(({ passage }) => passage.text)).not.toContain('坏港口。');
    expect(third.told.reads).toBe(1);
  });

  it('answers from what is there while many new reports are still coming, and tells when they have come', async () => {
    const { client, loading, told } = clientOf(memorySegments().store, 130);
    const tellings: number[] = [];
    const whole = new Promise<void>((resolve) =>
      client.subscribe(() => {
        tellings.push(told.reads);
        if (told.reads === 130) resolve();
      }),
    );
    expect(await loading).toBeGreaterThan(100);
    const early = matches(await client.search('港口', {}));
    expect(early).toBeLessThan(260);
    await whole;
    expect(tellings).toEqual([100, 130]);
    expect(matches(await client.search('港口', {}))).toBe(260);
  });
});
