import type { ListedNumber, Passage, SearchIndex } from '../../shared/search';
import {
  createIndex,
  findObservations,
  listNumbers,
  packIndex,
  restoreIndex,
  search,
  withReport,
} from '../../shared/search';
import type { Methods } from '../rpc';
import type { Found, SearchContract } from './search-protocol';

type Passages = ReadonlyMap<string, readonly Passage[]>;

/** Above this many changed reports one new index is made faster than each is put in. */
const FEW = 4;

/** The index with what has changed in it, begun with what a store kept. */
const createShelf = () => {
  let index: SearchIndex = createIndex([]);
  let stored: unknown = null;
  let unsaved = false;
  const changed = new Map<string, readonly Passage[]>();
  return {
    restore: (value: unknown) => void (stored = value),
    put: (report: string, passages: readonly Passage[]) => void changed.set(report, passages),
    current: (): SearchIndex => {
      if (changed.size === 0) return index;
      if (index.segments.length === 0) {
        const restored = restoreIndex(stored, filled(changed));
        index = restored.index;
        unsaved ||= restored.rebuilt.length > 0;
      } else {
        index = changed.size > FEW ? rebuilt(index, changed) : putAll(index, changed);
        unsaved = true;
      }
      stored = null;
      changed.clear();
      return index;
    },
    /** The index if a store has not got it yet. */
    unsaved: (): SearchIndex | null => {
      const wanted = unsaved ? index : null;
      unsaved = false;
      return wanted;
    },
  };
};

const filled = (changed: Passages): Passages =>
  new Map([...changed].filter(([, passages]) => passages.length > 0));

const putAll = (index: SearchIndex, changed: Passages): SearchIndex =>
  [...changed].reduce((result, [report, passages]) => withReport(result, report, passages), index);

const rebuilt = ({ segments }: SearchIndex, changed: Passages): SearchIndex =>
  createIndex([
    ...segments.flatMap(({ passages }) => passages).filter(({ report }) => !changed.has(report)),
    ...[...changed.values()].flat(),
  ]);

const NOTHING: Found = { results: search(createIndex([]), '', {}), numbers: [] };

/**
 * What the search worker does, apart from being a worker. `turn` resolves after the messages already on their way
 * have been read: a question that was given up among them is not looked for.
 */
export function createSearchService(turn: () => Promise<void>): Methods<SearchContract> {
  const shelf = createShelf();
  const numbers = new Map<string, readonly ListedNumber[]>();
  return {
    restore: (stored) => {
      shelf.restore(stored);
      return null;
    },
    put: ({ report, passages }) => {
      shelf.put(report, passages);
      return null;
    },
    numbers: ({ report, observations }) => {
      numbers.set(report, listNumbers(observations));
      return null;
    },
    search: async ({ query, options }, { signal }) => {
      await turn();
      // Nobody waits for this answer any more.
      if (signal.aborted) return NOTHING;
      const listed = options.numbers === true ? [...numbers.values()].flat() : [];
      return {
        results: search(shelf.current(), query, options),
        numbers: findObservations(listed, query).map(({ id }) => id),
      };
    },
    pack: () => {
      const index = shelf.unsaved();
      return index && packIndex(index);
    },
  };
}
