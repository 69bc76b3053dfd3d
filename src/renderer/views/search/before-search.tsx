import { Fragment, type ReactNode } from 'react';
import { useApp, useSearch } from '../../state/app';
import { QueryRow } from '../parts/query-row';

/** The query language by example: each can be asked at once. */
const EXAMPLES: readonly (readonly [query: string, words: string])[] = [
  ['营商环境 改革', '同一段里两个词都有'],
  ['“三个一批”', '照原样的词组'],
  ['企业 -工业', '有前一个词，没有后一个'],
  ['港口|机场', '有一个就算'],
  ['8%', '百分之八也找得到；4.8% 里的 8% 是另一个数，单列'],
  ['GDP', '写作生产总值的地方另列'],
];

/** Shows what stands below an empty box: queries to ask again, and the query language by example. */
export function BeforeSearch(): ReactNode {
  const { search } = useApp();
  const recent = useSearch((state) => state.recent);
  const saved = useSearch((state) => state.saved);
  const ask = (query: string) => {
    search.getState().ask(query);
    search.getState().remember();
    search.getState().requestFocus();
  };
  return (
    <div className="before-search">
      <QueryRow label="常用" queries={saved} onAsk={ask} />
      <QueryRow label="最近" queries={recent} onAsk={ask} />
      <dl className="query-examples">
        {EXAMPLES.map(([query, words]) => (
          <Fragment key={query}>
            <dt>
              <button className="quiet" onClick={() => ask(query)}>
                {query}
              </button>
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
