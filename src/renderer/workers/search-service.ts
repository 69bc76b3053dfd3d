import type { Fault } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { Passage, SearchIndex } from '../../shared/search';
import { createIndex, openIndex, packIndex, packedPassages, search, withReport } from '../../shared/search';
import type { SearchReply, SearchRequest } from './search-protocol';

interface Surroundings {
  readonly reply: (reply: SearchReply) => void;
  /** Runs a task after the messages already on their way have been read. */
  readonly later: (task: () => void) => void;
}

type Question = Extract<SearchRequest, { type: 'search' }>;

/** Above this many changed reports one new index is made faster than each is put in. */
const FEW = 4;

/**
 * What the search worker does, apart from being a worker. Only the newest question is answered: each waits until
 * the messages behind it are read, and one that is overtaken is told so without being looked for.
 */
export function createSearchService({ reply, later }: Surroundings): (request: SearchRequest) => void {
  let index: SearchIndex = createIndex([]);
  let waiting: Question | null = null;
  const changed = new Map<string, readonly Passage[]>();

  const update = (): void => {
    index = [...changed.values()].length > FEW ? rebuilt(index, changed) : putAll(index, changed);
    changed.clear();
  };
  const answer = (): void => {
    if (waiting === null) return;
    const { id, query, options } = waiting;
    waiting = null;
    reply({ type: 'answer', id, result: attempt(() => (update(), search(index, query, options)), query) });
  };
  return (request) => {
    switch (request.type) {
      case 'put':
        changed.set(request.report, request.passages);
        return;
      case 'restore': {
        const opened = openIndex(request.stored, request.passages);
        index = opened.ok ? opened.value : createIndex(request.passages);
        changed.clear();
        return;
      }
      case 'search':
        if (waiting !== null) reply({ type: 'superseded', id: waiting.id });
        waiting = request;
        later(answer);
        return;
      case 'pack':
        update();
        reply({ type: 'packed', id: request.id, index: packIndex(index), passages: packedPassages(index) });
    }
  };
}

const putAll = (index: SearchIndex, changed: ReadonlyMap<string, readonly Passage[]>): SearchIndex =>
  [...changed].reduce((result, [report, passages]) => withReport(result, report, passages), index);

const rebuilt = (index: SearchIndex, changed: ReadonlyMap<string, readonly Passage[]>): SearchIndex =>
  createIndex([
    ...packedPassages(index).filter(({ report }) => !changed.has(report)),
    ...[...changed.values()].flat(),
  ]);

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
