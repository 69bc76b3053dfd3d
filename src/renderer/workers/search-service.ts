import type { Fault } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
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
import type { Found, SearchReply, SearchRequest } from './search-protocol';

interface Surroundings {
  readonly reply: (reply: SearchReply) => void;
  /** Runs a task after the messages already on their way have been read. */
  readonly later: (task: () => void) => void;
  /** Runs the newest task it was given once nothing has been asked for a while. */
  readonly idle: (task: () => void) => void;
}

type Question = Extract<SearchRequest, { type: 'search' }>;
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

/**
 * What the search worker does, apart from being a worker. Only the newest question is answered: each waits until
 * the messages behind it are read, and one that is overtaken is told so without being looked for.
 */
export function createSearchService({ reply, later, idle }: Surroundings): (request: SearchRequest) => void {
  const shelf = createShelf();
  const numbers = new Map<string, readonly ListedNumber[]>();
  let waiting: Question | null = null;

  const find = ({ query, options }: Question): Found => ({
    results: search(shelf.current(), query, options),
    numbers:
      options.numbers === true
        ? findObservations([...numbers.values()].flat(), query).map(({ id }) => id)
        : [],
  });
  const keep = (): void => {
    const index = shelf.unsaved();
    if (index !== null) reply({ type: 'packed', index: packIndex(index) });
  };
  const answer = (): void => {
    if (waiting === null) return;
    const question = waiting;
    waiting = null;
    reply({ type: 'answer', id: question.id, result: attempt(() => find(question), question.query) });
    idle(keep);
  };
  return (request) => {
    switch (request.type) {
      case 'restore':
        return shelf.restore(request.stored);
      case 'put':
        return shelf.put(request.report, request.passages);
      case 'numbers':
        return void numbers.set(request.report, listNumbers(request.observations));
      case 'search':
        if (waiting !== null) reply({ type: 'superseded', id: waiting.id });
        waiting = request;
        return later(answer);
    }
  };
}

/** A question must have an answer even where the code is wrong, or the page would wait for ever. */
function attempt<T>(task: () => T, subject: string) {
  try {
    return succeed(task());
  } catch (error) {
    return fail(failed(subject, error));
  }
}

const failed = (subject: string, error: unknown): Fault => ({
  code: 'search-failed',
  subject,
  reason: '搜索时出错，没有查完',
  remedy: '请换一种写法再试；仍不行就复制详情告诉我们。',
  detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
