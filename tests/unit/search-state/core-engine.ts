import { fail, succeed } from '../../../src/shared/fault';
import { createIndex, passagesOf, search, type SearchIndex } from '../../../src/shared/search';
import type { SearchEngine } from '../../../src/renderer/state/search-engine';

/** The core as the engine, and a way to hold its answers back. */
export const coreEngine = () => {
  let index: SearchIndex = createIndex([]);
  const asked: string[] = [];
  const gates: (() => void)[] = [];
  const state = { held: false, overtaken: 0, broken: false };
  const engine: SearchEngine = {
    load: (reports) => {
      index = createIndex(reports.flatMap(passagesOf));
    },
    search: async (query, options) => {
      asked.push(query);
      if (state.held) await new Promise<void>((open) => gates.push(open));
      const fault = { code: 'search-failed', subject: query, reason: '搜索时出错', remedy: '请再试。' };
      if (state.broken) return fail(fault);
      if (state.overtaken > 0) {
        state.overtaken -= 1;
        return fail({ ...fault, code: 'search-superseded' });
      }
      return succeed(search(index, query, options));
    },
  };
  return { engine, asked, state, open: () => gates.splice(0).forEach((gate) => gate()) };
};
