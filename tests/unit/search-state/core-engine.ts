import { fail, succeed, type Fault } from '../../../src/shared/fault';
import {
  createIndex,
  findObservations,
  listNumbers,
  search,
  type ListedNumber,
  type SearchIndex,
} from '../../../src/shared/search';
import type { SearchEngine } from '../../../src/renderer/state/search/engine';

/** The core as the engine, and a way to hold its answers back. */
export const coreEngine = () => {
  let index: SearchIndex = createIndex([]);
  let numbers: readonly ListedNumber[] = [];
  const asked: string[] = [];
  const gates: (() => void)[] = [];
  const state = { held: false, overtaken: 0, broken: false };
  const engine: SearchEngine = {
    load: async (reports) => {
      const passages = await Promise.all(reports.map((report) => report.passages()));
      index = createIndex(passages.flatMap((own) => own ?? []));
      numbers = listNumbers(reports.flatMap(({ observations }) => observations));
      return 0;
    },
    subscribe: () => undefined,
    warm: () => undefined,
    search: async (query, options) => {
      asked.push(query);
      if (state.held) await new Promise<void>((open) => gates.push(open));
      const fault: Fault = {
        code: 'search-failed',
        subject: query,
        reason: '搜索时出错',
        remedy: '请再试。',
      };
      if (state.broken) return fail(fault);
      if (state.overtaken > 0) {
        state.overtaken -= 1;
        return fail({ ...fault, code: 'search-superseded' });
      }
      return succeed({
        results: search(index, query, options),
        numbers: options.numbers ? findObservations(numbers, query).map(({ id }) => id) : [],
        lost: [],
      });
    },
  };
  return { engine, asked, state, open: () => gates.splice(0).forEach((gate) => gate()) };
};
