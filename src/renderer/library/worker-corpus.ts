import { succeed, type Result } from '../../shared/fault';
import type { CatalogEntry } from '../../shared/report';
import { CATALOG, fetchSource } from './catalog';
import { broken, createDesk } from './desk';
import type { KeptIndex } from './kept-index';
import type { Relations, Volume } from './volume';

/** Where indexes are kept between starts. What it gives is checked; it may fail, an index can always be made again. */
export interface IndexKeeper {
  get(entry: CatalogEntry): Promise<unknown>;
  put(entry: CatalogEntry, index: KeptIndex): Promise<void>;
}

/** What a promise has given so far; null before that and where it fails. */
const soFar = <T>(promise: Promise<T>): (() => T | null) => {
  let value: T | null = null;
  promise.then(
    (given) => (value = given),
    () => undefined,
  );
  return () => value;
};

const makeWorker = (): Worker =>
  new Worker(new URL('./volume.worker.ts', import.meta.url), { type: 'module' });

/**
 * The bundled reports, parsed and indexed in one worker so that the page never waits for them. The work begins
 * when `ready` resolves: the shelf with its covers is painted first. An index that `keeper` has handed over by the
 * time the worker can take the report is used; nobody waits for it.
 */
export const createWorkerCorpus = (ready: () => Promise<void>, keeper: IndexKeeper) => {
  const ask = createDesk(makeWorker);
  const fresh: (readonly [CatalogEntry, KeptIndex])[] = [];
  const keepFresh = () =>
    requestIdleCallback(() => {
      for (const [entry, index] of fresh.splice(0)) void keeper.put(entry, index).catch(() => undefined);
    });
  return {
    catalog: CATALOG,
    volume: async (entry: CatalogEntry): Promise<Result<Volume>> => {
      await ready();
      const kept = soFar(keeper.get(entry));
      const raw = await fetchSource(entry);
      if (!raw.ok) return raw;
      const answer = await ask(entry.file, () => ({
        kind: 'open',
        entry,
        raw: raw.value,
        kept: kept(),
      }));
      if (!answer.ok) return answer;
      if (answer.value.kind !== 'opened') return broken(entry.file, 'out of order');
      const { volume, made } = answer.value;
      if (made) fresh.push([entry, made]);
      return succeed(volume);
    },
    relate: async (): Promise<Result<Relations>> => {
      const answer = await ask('各篇对照', () => ({ kind: 'relate' }));
      keepFresh();
      if (!answer.ok) return answer;
      return answer.value.kind === 'related'
        ? succeed(answer.value.relations)
        : broken('各篇对照', 'out of order');
    },
  };
};
