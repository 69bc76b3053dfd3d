import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { useApp, useLibrary, useNavigation, useReturning } from '../../../state/app';
import {
  countNameless,
  countOf,
  findIndicators,
  indicatorEntries,
  type IndicatorEntry,
} from '../../../../shared/indicators';
import { missingWords, shortName } from '../../../state/library/library';
import { useScope } from '../../../state/library/use-scope';
import { isTogether, useStudied } from '../../../state/library/use-studied';
import { useClassified } from '../../../state/notes/classifications';
import { Studying } from '../../parts/scope/studying';
import { useTyping } from '../../parts/typing';
import { EmptyState } from '../../states/states';
import { grouped } from '../../text/grouped';
import { IndicatorList } from './indicator-list';
import { rowsOf } from './rows';
import './all-indicators.css';

const summary = (shown: number, entries: readonly IndicatorEntry[], nameless: number): string => {
  const values = entries.reduce((sum, entry) => sum + countOf(entry), 0);
  if (shown < entries.length) return `共 ${shown} 项，已全部列出`;
  const rest = nameless > 0 ? `；另有 ${grouped(nameless)} 个数，原文没有写明是什么指标，在正文里看` : '';
  return `共 ${grouped(entries.length)} 项指标，${grouped(values)} 个数，已全部列出${rest}`;
};

function NothingFound({
  query,
  onClear,
}: {
  readonly query: string;
  readonly onClear: () => void;
}): ReactNode {
  return (
    <EmptyState
      character="零"
      title="共 0 项"
      actions={
        <button className="button" onClick={onClear}>
          看全部指标
        </button>
      }
    >
      没有叫“{query}”的指标，也没有名字相近的。可以换一个叫法，或用拼音、首字母。
    </EmptyState>
  );
}

function IndicatorDesk({
  entries,
  nameless,
}: {
  readonly entries: readonly IndicatorEntry[];
  readonly nameless: number;
}): ReactNode {
  const { navigation, returning } = useApp();
  const shelf = useLibrary((state) => state.shelf);
  const wanted = useNavigation(({ place }) => (place.view === 'indicators' ? place.indicator : null));
  const { query, active } = useReturning((state) => state.indicators);
  const setQuery = (text: string) => returning.getState().keep({ indicators: { query: text, active } });
  const asked = useDeferredValue(query.trim());
  const found = useMemo(() => findIndicators(entries, asked), [entries, asked]);
  const rows = useMemo(() => rowsOf(found, asked !== ''), [found, asked]);
  const names = useMemo(() => new Map(shelf.map(({ entry }) => [entry.id, shortName(entry)])), [shelf]);
  const typing = useTyping(query, setQuery);
  const missing = missingWords(shelf);
  return (
    <section className="indicators-all" aria-label="全部指标">
      <div className="indicators-bar">
        <input
          className="field"
          type="search"
          aria-label="找指标"
          placeholder="找指标：名称、又称、拼音或首字母"
          {...typing}
        />
        <p className="caption" role="status">
          {summary(found.length, entries, nameless)}
          {missing && `；${missing}`}
        </p>
        <p className="caption indicators-legend">
          <span className="mark result" aria-hidden="true" /> 结果
          <span className="mark target" aria-hidden="true" /> 目标
          <span className="mark doubt" aria-hidden="true" /> 存疑
        </p>
      </div>
      <hr className="double-rule" />
      {found.length ? (
        <IndicatorList
          key={asked}
          rows={rows}
          wanted={asked ? null : wanted}
          active={active}
          onActive={(id) => id !== active && returning.getState().keep({ indicators: { query, active: id } })}
          byTopic={asked === ''}
          nameOf={(report) => names.get(report) ?? report}
          onOpen={({ report, range }) => navigation.getState().openReport(report, range)}
        />
      ) : (
        <NothingFound query={asked} onClear={() => setQuery('')} />
      )}
    </section>
  );
}

/** 全部指标: everything the places in scope state, by topic, place and period; a value opens its sentence. */
export function AllIndicators(): ReactNode {
  const shelf = useLibrary((state) => state.shelf);
  const studied = useStudied(useScope().places);
  const { facts, complete, stopped, total } = studied;
  // Of many places the list comes once, not with each of them anew.
  const ready = complete || stopped || isTogether(total);
  const stated = useClassified(facts);
  const entries = useMemo(() => (ready ? indicatorEntries(stated) : []), [stated, ready]);
  if (entries.length === 0 && complete)
    return (
      <EmptyState character="指" title="还没有指标">
        {missingWords(shelf) ? `${missingWords(shelf)}。` : '这里没有能读的报告，或报告里没有认出的数。'}
      </EmptyState>
    );
  if (isTogether(total) && entries.length > 0)
    return <IndicatorDesk entries={entries} nameless={countNameless(facts)} />;
  return (
    <Studying studied={studied} what="正在读出指标">
      <IndicatorDesk entries={entries} nameless={countNameless(facts)} />
    </Studying>
  );
}
