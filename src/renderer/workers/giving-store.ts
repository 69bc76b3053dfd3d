import type { PackedPassages } from '../../shared/search';
import type { SegmentStore } from '../store/segment-store';

/** A database that says nothing for so long is done without. Milliseconds. */
const PATIENCE = 1_000;

/** About as long as it takes to make one report's part anew: a slow database is waited for while that is worth it. Milliseconds. */
const WORTH = 40;

/** Hundreds of megabytes take their time. Milliseconds. */
const LONG_PATIENCE = 20_000;

const within = <T>(work: () => Promise<T>, milliseconds: number): Promise<T | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    const end = (value: T | null): void => {
      clearTimeout(timer);
      resolve(value);
    };
    // A store may also throw at once: IndexedDB is switched off in some windows.
    void Promise.resolve()
      .then(work)
      .then(end, () => end(null));
  });

/** A store whose calls never fail: what it cannot keep is held in memory. */
export interface Giving extends Omit<SegmentStore, 'replace' | 'versions'> {
  /** Waits longer for what so many reports are wanted of. */
  readonly versions: (reports: number) => ReturnType<SegmentStore['versions']>;
  /** Tells whether it was kept. */
  readonly replace: (...args: Parameters<SegmentStore['replace']>) => Promise<boolean>;
}

/** Makes a store that gives what it can; one that does not answer at all is not asked again. */
export const createGiving = (store: SegmentStore): Giving => {
  const held = new Map<string, PackedPassages>();
  let works = true;
  const ask = async <T>(work: () => Promise<T>, milliseconds: number): Promise<T | null> =>
    works ? within(work, milliseconds) : null;
  return {
    versions: async (reports) => {
      const known = await ask(store.versions, Math.max(PATIENCE, WORTH * reports));
      works = known !== null;
      return known ?? new Map();
    },
    passages: async (reports) => {
      const rows = await ask(() => store.passages(reports), LONG_PATIENCE);
      return reports.map(([report], at) => held.get(report) ?? rows?.[at]);
    },
    putPassages: async (one) => {
      const done = await ask(() => store.putPassages(one).then(() => true), LONG_PATIENCE);
      if (done) held.delete(one.report);
      else held.set(one.report, one);
    },
    dropPassages: async (reports) => {
      for (const report of reports) held.delete(report);
      if (reports.length > 0) await ask(() => store.dropPassages(reports), LONG_PATIENCE);
    },
    segmentIds: async () => (await ask(store.segmentIds, LONG_PATIENCE)) ?? [],
    segment: (id) => ask(() => store.segment(id), LONG_PATIENCE),
    replace: async (gone, made) =>
      (await ask(() => store.replace(gone, made).then(() => true), LONG_PATIENCE)) === true,
  };
};
