import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { useApp, useReturning } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { useGroups } from '../../state/library/use-scope';
import { useTyping } from '../parts/typing';
import { EmptyState } from '../states/states';
import { answeringItems, shelfFields } from '../parts/shelf-fields';
import { shelfLines, yearWindow, type ShelfLine } from './shelf-lines';
import { GroupMaker } from './shelf-groups';
import { Lines } from './shelf-rows';
import './shelf-table.css';

/** Years that stand side by side. */
const WIDTH = 10;

interface View {
  readonly query: string;
  readonly onlyGaps: boolean;
  /** Years that the newest column lies before the newest report. */
  readonly back: number;
}

type Keep = (change: Partial<View>) => void;

/** Shows what is shown of the table, kept while the reader is in another view. */
const useView = (): readonly [View, Keep] => {
  const { returning } = useApp();
  const view = useReturning((state) => state.shelf);
  return [view, (change) => returning.getState().keep({ shelf: { ...view, ...change } })];
};

function Bar({
  lines,
  view,
  keep,
}: {
  readonly lines: readonly ShelfLine[];
  readonly view: View;
  readonly keep: Keep;
}): ReactNode {
  const typing = useTyping(view.query, (query) => keep({ query }));
  const reports = lines.reduce((sum, { items }) => sum + items.length, 0);
  const gaps = lines.reduce((sum, line) => sum + line.gaps, 0);
  return (
    <div className="shelf-bar">
      <input
        className="field"
        type="search"
        aria-label="筛报告"
        placeholder="筛地名、年份、性质、分组，如“周口 2024”，拼音首字母也行"
        {...typing}
      />
      <p className="caption" role="status">
        {lines.length} 个地方，{reports} 篇
      </p>
      <label className="caption">
        <input type="checkbox" checked={view.onlyGaps} onChange={() => keep({ onlyGaps: !view.onlyGaps })} />{' '}
        只看有缺的（缺 {gaps} 年）
      </label>
      <GroupMaker places={lines.map(({ place }) => place)} asked={view.query} />
      <p className="caption shelf-legend">
        <span className="spine full" aria-hidden="true" /> 全文
        <span className="spine" aria-hidden="true" /> 摘编、解读、综述
        <span className="spine lacking" aria-hidden="true" /> 缺
      </p>
    </div>
  );
}

/** The years shown, with the ways to earlier and later ones. */
function Head({
  years,
  first,
  view: { back },
  keep,
}: {
  readonly years: readonly number[];
  readonly first: number;
  readonly view: View;
  readonly keep: Keep;
}): ReactNode {
  return (
    <div className="shelf-line shelf-head">
      <button
        className="quiet"
        disabled={years[0] === undefined || years[0] <= first}
        onClick={() => keep({ back: back + WIDTH })}
      >
        ‹ 更早
      </button>
      {years.map((year) => (
        <span key={year} className="shelf-year">
          {year}
        </span>
      ))}
      <button
        className="quiet"
        disabled={back === 0}
        onClick={() => keep({ back: Math.max(0, back - WIDTH) })}
      >
        更晚 ›
      </button>
    </div>
  );
}

function NothingFound({
  asked,
  onClear,
}: {
  readonly asked: string;
  readonly onClear: () => void;
}): ReactNode {
  const all = (
    <button className="button" onClick={onClear}>
      看全部报告
    </button>
  );
  return (
    <EmptyState character="零" title="没有这样的报告" actions={all}>
      书架上没有“{asked}”。可以换一个地名、年份，或用拼音首字母。
    </EmptyState>
  );
}

/** 书架 as a table, for more reports than covers can be looked over: places down, years as spines. */
export function ShelfTable({
  shelf,
  off,
}: {
  readonly shelf: readonly Shelved[];
  /** Shows what takes a report off the shelf, where one may be. */
  readonly off: (item: Shelved) => ReactNode;
}): ReactNode {
  const [view, keep] = useView();
  const asked = useDeferredValue(view.query);
  const groups = useGroups().list;
  const isAsked = asked.trim() !== '';
  const fields = useMemo(() => (isAsked ? shelfFields(shelf, groups) : null), [shelf, groups, isAsked]);
  const found = useMemo(() => (fields ? answeringItems(fields, asked) : shelf), [fields, shelf, asked]);
  const lines = useMemo(() => shelfLines(found, view.onlyGaps), [found, view.onlyGaps]);
  const years = useMemo(() => yearWindow(lines, WIDTH, view.back), [lines, view.back]);
  return (
    <section className="shelf-table" aria-label="全部报告">
      <Bar lines={lines} view={view} keep={keep} />
      {lines.length === 0 ? (
        <NothingFound asked={asked} onClear={() => keep({ query: '', onlyGaps: false })} />
      ) : (
        <>
          <Head years={years} first={Math.min(...lines.map((line) => line.first))} view={view} keep={keep} />
          <Lines lines={lines} years={years} off={off} onShow={(query) => keep({ query })} />
        </>
      )}
    </section>
  );
}
