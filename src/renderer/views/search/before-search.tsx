import type { ReactNode } from 'react';
import { useApp, useSearch } from '../../state/app';
import { QueryRow } from '../parts/query-row';

/** What stands below an empty box: queries to ask again, and the query language by example. */
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
        <dt>营商环境 改革</dt>
        <dd>同一段里两个词都有</dd>
        <dt>“三个一批”</dt>
        <dd>照原样的词组</dd>
        <dt>企业 -工业</dt>
        <dd>有前一个词，没有后一个</dd>
        <dt>港口|机场</dt>
        <dd>有一个就算</dd>
        <dt>8%</dt>
        <dd>百分之八也找得到；4.8% 里的 8% 是另一个数，单列</dd>
        <dt>GDP</dt>
        <dd>写作生产总值的地方另列</dd>
      </dl>
    </div>
  );
}
