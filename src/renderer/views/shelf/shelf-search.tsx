import { Suspense, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useSearch, useShell, useWhole } from '../../state/app';
import { SearchGlyph } from '../frame/top-bar';
import { QueryRow } from '../parts/query-row';
import { keyOf } from '../../commands/keys';
import { useTyping } from '../parts/typing';

/** Queries offered under the box; the search view offers them all. */
const OFFERED = 4;

function Recent({ onAsk }: { readonly onAsk: (query: string) => void }): ReactNode {
  const recent = useSearch((state) => state.recent);
  return <QueryRow label="最近" queries={recent.slice(0, OFFERED)} onAsk={onAsk} />;
}

/** The search box over the shelf, with the queries asked last. Enter that only commits a candidate starts nothing. */
export function ShelfSearch(): ReactNode {
  const { navigation } = useShell();
  const whole = useWhole();
  const [query, setQuery] = useState('');
  const typing = useTyping(query, setQuery);
  const ask = (words: string) => {
    navigation.getState().go({ view: 'search' });
    void whole.then(({ search }) => {
      search.getState().ask(words);
      search.getState().remember();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (keyOf(event) === 'Enter' && query.trim()) ask(query);
  };
  return (
    <div className="shelf-search-block">
      <label className="field shelf-search">
        <SearchGlyph />
        <span className="visually-hidden">搜索全部报告</span>
        <input
          {...typing}
          placeholder="搜一个词、一个数、一项指标"
          onFocus={() => void whole.then(({ search }) => search.getState().warm())}
          onKeyDown={onKeyDown}
        />
        <kbd>Ctrl Shift F</kbd>
      </label>
      <Suspense>
        <Recent onAsk={ask} />
      </Suspense>
    </div>
  );
}
