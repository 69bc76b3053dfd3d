import type { ReactNode } from 'react';
import type { Sort } from '../../../shared/search';
import { useApp, useSearch } from '../../state/app';
import type { Answer, SearchTab } from '../../state/search/answer';
import { grouped } from '../text/grouped';

interface Tab {
  readonly name: SearchTab;
  readonly label: string;
  /** 11, or 11＋2 where two more are near. */
  readonly count: (answer: Answer) => string;
}

const TABS: readonly Tab[] = [
  {
    name: 'text',
    label: '正文',
    count: ({ results: { total, near } }) =>
      `${grouped(total.matches)}${near && near.total.matches > 0 ? `＋${grouped(near.total.matches)}` : ''}`,
  },
  { name: 'numbers', label: '指标', count: ({ numbers }) => grouped(numbers.length) },
  { name: 'notes', label: '笔记', count: ({ notes }) => grouped(notes.length) },
];

/** The id of the panel that the tabs switch. */
export const RESULTS_PANEL = 'search-results';

const SORTS: readonly (readonly [Sort, string])[] = [
  ['year', '按年份'],
  ['relevance', '按相关度'],
];

function SortChoice(): ReactNode {
  const { search } = useApp();
  const sort = useSearch((state) => state.sort);
  return (
    <select
      className="search-sort"
      aria-label="排序"
      value={sort}
      onChange={({ currentTarget }) =>
        search.getState().order(currentTarget.value === 'relevance' ? 'relevance' : 'year')
      }
    >
      {SORTS.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** 正文, 指标, 笔记 with their counts; the arrows move among them. */
export function SearchTabs({ children }: { readonly children?: ReactNode }): ReactNode {
  const { search } = useApp();
  const tab = useSearch((state) => state.tab);
  const answer = useSearch((state) => state.answer);
  const move = (step: number) => {
    const at = TABS.findIndex(({ name }) => name === tab);
    const next = TABS[(at + step + TABS.length) % TABS.length];
    if (!next) return;
    search.getState().show(next.name);
    document.getElementById(`search-tab-${next.name}`)?.focus();
  };
  return (
    <div className="search-tabs">
      <div
        role="tablist"
        aria-label="结果"
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') move(1);
          if (key === 'ArrowLeft') move(-1);
        }}
      >
        {TABS.map(({ name, label, count }) => (
          <button
            key={name}
            id={`search-tab-${name}`}
            role="tab"
            aria-selected={name === tab}
            aria-controls={answer ? RESULTS_PANEL : undefined}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => search.getState().show(name)}
          >
            {label} {answer && <span className="tab-count">{count(answer)}</span>}
          </button>
        ))}
      </div>
      {children}
      {tab === 'text' && <SortChoice />}
    </div>
  );
}
