import type { ListedNumber } from '../../shared/search';
import {
  createIndex,
  dress,
  findAll,
  findObservations,
  listNumbers,
  reportsNeeded,
  search,
} from '../../shared/search';
import type { Methods } from '../rpc';
import type { SegmentStore } from '../store/segment-store';
import type { AskOptions, Found, SearchContract } from './search-protocol';
import { createSegmentShelf, type SegmentShelf } from './segment-shelf';

const NOTHING: Found = { results: search(createIndex([]), '', {}), numbers: [], lost: [] };

/** Finds in the view; a disk that fails meanwhile costs the time to make anew what lies there. */
const findIn = async (shelf: SegmentShelf, query: string, options: AskOptions) => {
  const first = await shelf.view();
  try {
    return { findings: findAll(first.segments, query, options), lost: first.lost };
  } catch {
    shelf.distrust();
    const { segments, lost } = await shelf.view();
    return { findings: findAll(segments, query, options), lost };
  }
};

/** Finds in the view, and reads what the page shows. */
const answer = async (shelf: SegmentShelf, query: string, options: AskOptions) => {
  const { findings, lost } = await findIn(shelf, query, options);
  const needed = reportsNeeded(findings);
  const texts = await shelf.texts(needed);
  return {
    results: dress(findings, (report) => texts.get(report), options.excerptLength),
    lost: [...lost, ...needed.filter((report) => !texts.has(report))],
  };
};

/** One piece of work after another: what one has begun with must not change under it. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
};

/**
 * Gives what the search worker does, apart from being a worker. `turn` resolves after the messages already on their way
 * have been read: a question that was given up among them is not looked for.
 */
export function createSearchService(turn: () => Promise<void>, store: SegmentStore): Methods<SearchContract> {
  const shelf = createSegmentShelf(store);
  const inTurn = createTurns();
  const numbers = new Map<string, readonly ListedNumber[]>();
  return {
    shelve: ({ reports, gone }) =>
      inTurn(() => shelf.shelve(new Map(reports.map(({ id, version }) => [id, version])), gone)),
    put: ({ id, version, passages }) => inTurn(() => shelf.put(id, version, passages).then(() => null)),
    numbers: ({ report, observations }) => {
      numbers.set(report, listNumbers(observations));
      return null;
    },
    warm: () => inTurn(() => shelf.view().then(() => null)),
    search: async ({ query, options }, { signal }) => {
      await turn();
      return inTurn(async () => {
        // Nobody waits for this answer any more.
        if (signal.aborted) return NOTHING;
        const listed = options.numbers === true ? [...numbers.values()].flat() : [];
        return {
          ...(await answer(shelf, query, options)),
          numbers: findObservations(listed, query).map(({ id }) => id),
        };
      });
    },
    rest: () => inTurn(() => shelf.rest().then(() => null)),
  };
}
