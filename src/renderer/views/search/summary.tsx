import { useState, type ReactNode } from 'react';
import { useApp, useLibrary, useSearch } from '../../state/app';
import { LISTED_UNASKED, isComplete, type Answer } from '../../state/search/answer';
import { MOST_COUNTED } from '../../state/search/loader';
import { grouped } from '../text/grouped';
import { StripChart, StripTable } from './strip-chart';

/** Longer questions than this are told by their beginning. */
const LONGEST_SHOWN = 40;

const shortened = (query: string): string => {
  const words = query.trim();
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}……` : words;
};

const isNarrowed = (filters: object): boolean => Object.keys(filters).length > 0;

/** Back to all of the library, where the list was narrowed. */
function Widen(): ReactNode {
  const { search } = useApp();
  const filters = useSearch((state) => state.filters);
  if (!isNarrowed(filters)) return null;
  return (
    <>
      {' '}
      <button className="quiet" onClick={() => search.getState().narrow({})}>
        看全部范围
      </button>
    </>
  );
}

function NothingFound({ query, readable }: { readonly query: string; readonly readable: number }): ReactNode {
  const narrowed = useSearch((state) => isNarrowed(state.filters));
  return (
    <p className="nothing-found">
      {narrowed ? '选定的范围里没有' : `${readable} 篇里都没有`}
      <b>“{shortened(query)}”</b>。
      <Widen />
    </p>
  );
}

/** Reports that were not looked through: some still open, or have opened since the question; some cannot be read. */
const useNotSearched = ({ searched }: Answer) => {
  const shelf = useLibrary((state) => state.shelf) ?? [];
  const damaged = shelf.filter(({ state }) => state === 'damaged').length;
  return { damaged, opening: shelf.length - damaged - searched };
};

/** The list never seems more than it is. */
function NotSearched({ answer }: { readonly answer: Answer }): ReactNode {
  const { opening, damaged } = useNotSearched(answer);
  if (opening + damaged === 0) return null;
  return (
    <p className="caption">
      {opening > 0 && `还有 ${opening} 篇正在打开，打开后一并列出。`}
      {damaged > 0 && `有 ${damaged} 篇打不开，没有搜。`}
    </p>
  );
}

/** What of the question was not looked for, and why. */
function Notices({ answer }: { readonly answer: Answer }): ReactNode {
  return answer.results.query.notices.map((notice) => (
    <p key={notice} className="caption">
      {notice}
    </p>
  ));
}

/** Shows what was found, in one sentence, and whether the list below is all of it. */
export function TextSummary({ answer }: { readonly answer: Answer }): ReactNode {
  const [table, setTable] = useState(false);
  const { opening } = useNotSearched(answer);
  const { results, query, searched } = answer;
  const { total, near, facets } = results;
  const found = total.matches > 0;
  const anything = found || (near?.total.matches ?? 0) > 0;
  const whole = found && opening === 0 && isComplete(results);
  return (
    <div className={anything ? 'search-summary' : 'search-summary nothing'}>
      <div>
        <div role="status">
          <h2>
            共 {grouped(total.matches)} 处{whole && '，已全部列出'}
          </h2>
        </div>
        {found ? (
          <p className="caption">
            {searched} 篇中 {total.reports} 篇有。不分全角半角、简繁、断行与加粗。
            {!isComplete(results) &&
              total.passages > LISTED_UNASKED &&
              `先列出前 ${grouped(results.hits.length)} 段，还有 ${grouped(total.passages - results.hits.length)} 段，往下滚动接着列出。`}
            <Widen />
          </p>
        ) : (
          results.query.all.length > 0 && <NothingFound query={query} readable={searched} />
        )}
        <NotSearched answer={answer} />
        <Notices answer={answer} />
        {anything && (
          <button className="quiet" aria-expanded={table} onClick={() => setTable(!table)}>
            数据表
          </button>
        )}
        {anything && table && <StripTable counts={facets.years} />}
      </div>
      {anything && <StripChart counts={facets.years} />}
    </div>
  );
}

/** Shows what was found of the numbers; of a large library not every report is looked into for numbers unless asked. */
export function NumbersSummary({ answer }: { readonly answer: Answer }): ReactNode {
  const { library, search } = useApp();
  const shelf = useLibrary((state) => state.shelf);
  const { counted, numbers, allNumbers } = answer;
  const widen = { of: allNumbers.length, act: () => search.getState().narrowNumbers({}) };
  const partly = shelf.length > MOST_COUNTED && counted < shelf.length;
  return (
    <>
      <ShortSummary
        count={numbers.length}
        unit="个数"
        answer={answer}
        whole={!partly}
        {...(numbers.length < allNumbers.length ? { widen } : {})}
      />
      {partly && (
        <p className="caption search-summary">
          只找了已抽出数的 {counted} 篇，共 {grouped(shelf.length)} 篇。
          <button
            className="quiet"
            onClick={() => void library.getState().study(shelf.map(({ entry }) => entry.id))}
          >
            各篇都找一遍
          </button>
        </p>
      )}
    </>
  );
}

/** Shows how many notes answer. */
export function NotesSummary({ answer }: { readonly answer: Answer }): ReactNode {
  return <ShortSummary count={answer.notes.length} unit="条" answer={answer} />;
}

/** The same sentence for the short lists: 指标 and 笔记. */
function ShortSummary({
  count,
  unit,
  answer,
  whole = true,
  widen = null,
}: {
  readonly count: number;
  readonly unit: string;
  readonly answer: Answer;
  /** Whether all there is has been looked through. */
  readonly whole?: boolean;
  /** How many there are without the filters, and the way back to them; absent where nothing is narrowed. */
  readonly widen?: { readonly of: number; readonly act: () => void } | null;
}): ReactNode {
  return (
    <div className={count > 0 ? 'search-summary' : 'search-summary nothing'}>
      <div>
        <div role="status">
          <h2>
            共 {grouped(count)} {unit}
            {count > 0 && whole && '，已全部列出'}
          </h2>
        </div>
        {widen && (
          <p className="caption">
            范围之外还有 {grouped(widen.of - count)} {unit}。{' '}
            <button className="quiet" onClick={widen.act}>
              看全部范围
            </button>
          </p>
        )}
        {count === 0 && !widen && answer.results.query.all.length > 0 && (
          <p className="nothing-found">
            这里没有<b>“{shortened(answer.query)}”</b>。
          </p>
        )}
        {count === 0 && <Notices answer={answer} />}
      </div>
    </div>
  );
}
