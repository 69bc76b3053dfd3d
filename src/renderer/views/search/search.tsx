import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useApp, useLibrary, useSearch } from '../../state/app';
import { shortName } from '../../state/library/library';
import { useVolumes } from '../../state/library/use-reports';
import {
  LISTED_UNASKED,
  isWhole,
  listedHits,
  spotsOf,
  type Answer,
  type Spot,
} from '../../state/search/answer';
import { TopBar } from '../frame/top-bar';
import { FaultState, Opening } from '../states/states';
import { Asides } from './asides';
import { FacetPanel } from './facets';
import { BeforeSearch } from './before-search';
import { linesOf } from './lines';
import { noteRows } from './note-rows';
import { numberRows } from './number-rows';
import { placeWords } from '../parts/place-words';
import { Preview } from './preview';
import { ResultList, type ResultRow } from './result-list';
import { SearchBox } from './search-box';
import { RESULTS_PANEL, SearchTabs } from './search-tabs';
import { NotesSummary, NumbersSummary, TextSummary } from './summary';
import type { ReportName } from './row-report';
import { textRows } from './text-rows';
import { keyOf } from '../../commands/keys';
import { useExcerptLength } from './use-excerpt-length';
import './search.css';
import './facets.css';
import './strip.css';
import './result-list.css';
import './preview.css';

/** Tells how the list and the preview call reports, by id. */
const useNames = () => {
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(() => {
    const entries = new Map(shelf.map(({ entry }) => [entry.id, entry]));
    return {
      titleOf: (id: string) => {
        const entry = entries.get(id);
        return entry ? shortName(entry) : id;
      },
      nameOf: (id: string): ReportName | undefined => {
        const entry = entries.get(id);
        return entry && { year: entry.year, place: shortName(entry).replace(` ${entry.year}`, '') };
      },
    };
  }, [shelf]);
};

type Names = ReturnType<typeof useNames>;

/** A row, and the places it stands for: numbers in the list of all places, [first, end). */
interface Listed {
  readonly rows: readonly ResultRow[];
  readonly firstSpots: readonly number[];
}

const useListed = (answer: Answer, limit: number, { nameOf }: Names): Listed => {
  const tab = useSearch((state) => state.tab);
  const sort = useSearch((state) => state.sort);
  return useMemo(() => {
    if (tab === 'text') {
      const lines = linesOf(listedHits(answer.results), limit);
      return {
        rows: textRows(lines, answer.results, sort, nameOf),
        firstSpots: lines.map(({ spots }) => spots.start),
      };
    }
    const rows =
      tab === 'numbers' ? numberRows(answer.numbers, limit, nameOf) : noteRows(answer.notes, nameOf);
    return { rows, firstSpots: rows.map((_, at) => at) };
  }, [answer, limit, nameOf, tab, sort]);
};

const useOpenSpot = () => {
  const { navigation, search } = useApp();
  return useCallback(
    (spot: Spot | undefined) => {
      if (!spot) return;
      search.getState().remember();
      navigation.getState().openReport(spot.report, spot.range);
    },
    [navigation, search],
  );
};

/** Goes on listing while the page has nothing else to do, so that typing comes before the tail of a list. */
const useListingOn = ({ results }: Answer, more: () => void): void => {
  const open = !isWhole(results) && listedHits(results).length < LISTED_UNASKED;
  useEffect(() => {
    if (!open) return undefined;
    const task = requestIdleCallback(more);
    return () => cancelIdleCallback(task);
  }, [open, results, more]);
};

/**
 * The preview of the current place. Another place is shown at once, another answer after its rows: while one types
 * the page of rows is what matters.
 */
function PreviewBeside({
  answer: latest,
  names,
  onOpen,
}: {
  readonly answer: Answer;
  readonly names: Names;
  readonly onOpen: (spot: Spot) => void;
}): ReactNode {
  const answer = useDeferredValue(latest);
  const tab = useSearch((state) => state.tab);
  const current = useSearch((state) => state.current);
  const spots = useMemo(() => spotsOf(answer, tab), [answer, tab]);
  const spot = spots[current];
  const [volume] = useVolumes(spot ? [spot.report] : []).values();
  // One element as long as its place is the same: rendered with the rows, it costs them nothing.
  return useMemo(
    () =>
      spot &&
      volume && (
        <Preview
          volume={volume}
          spot={spot}
          spots={spots}
          place={placeWords(answer, tab, spots, current)}
          name={names.titleOf(spot.report)}
          onOpen={() => onOpen(spot)}
        />
      ),
    [answer, tab, current, spot, spots, volume, names, onOpen],
  );
}

/** Shows what was found: the sentence, the rows, and the preview of the current place. */
function Found({ answer }: { readonly answer: Answer }): ReactNode {
  const { search } = useApp();
  const tab = useSearch((state) => state.tab);
  const current = useSearch((state) => state.current);
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const names = useNames();
  const { rows, firstSpots } = useListed(answer, useExcerptLength(probe), names);
  const spots = useMemo(() => spotsOf(answer, tab), [answer, tab]);
  const openSpot = useOpenSpot();
  const more = useCallback(() => search.getState().more(), [search]);
  useListingOn(answer, more);
  // Another question begins at its first line, wherever the list of the last one had been scrolled to.
  useEffect(() => {
    // A scroll answers a promise in newer browsers, which React would take for what ends the effect.
    void scroller.current?.scrollTo({ top: 0 });
  }, [answer.query, tab]);
  const row = Math.max(
    0,
    firstSpots.findLastIndex((first) => first <= current),
  );
  const spot = spots[current];
  return (
    <>
      <div
        className="search-scroll"
        id={RESULTS_PANEL}
        role="tabpanel"
        aria-labelledby={`search-tab-${tab}`}
        ref={scroller}
      >
        {tab === 'text' && (
          <>
            <TextSummary answer={answer} />
            <Asides results={answer.results} nameOf={names.nameOf} onOpen={openSpot} />
          </>
        )}
        {tab === 'numbers' && <NumbersSummary answer={answer} />}
        {tab === 'notes' && <NotesSummary answer={answer} />}
        <div className="hit-row probe" aria-hidden="true">
          <span className="result-line">
            <span className="result-body">
              <span className="result-excerpt" ref={probe} />
              <span className="result-section" />
              <span className="result-role" />
            </span>
          </span>
        </div>
        {rows.length > 0 && (
          <ResultList
            key={tab}
            rows={rows}
            current={row}
            complete={tab !== 'text' || isWhole(answer.results)}
            scroller={scroller}
            label="搜索结果"
            onSelect={(at) => search.getState().select(firstSpots[at] ?? 0)}
            onOpen={(at) => openSpot(at === row ? spot : spots[firstSpots[at] ?? 0])}
            onEnd={more}
          />
        )}
      </div>
      <PreviewBeside answer={answer} names={names} onOpen={openSpot} />
    </>
  );
}

/** What stands there before there is an answer: that it is looked for, or why it was not. */
function Unanswered(): ReactNode {
  const fault = useSearch((state) => state.fault);
  if (!fault) return <Opening what="正在找" />;
  return <FaultState title="这次没有搜完" fault={fault} facts={[['您的批注', '都在，没有改动']]} />;
}

/** 搜索: one box over all reports, what it found, and each place in its surroundings. */
export function SearchView(): ReactNode {
  const { navigation, search } = useApp();
  const answer = useSearch((state) => state.answer);
  const idle = useSearch((state) => state.query.trim() === '');
  const [facets, setFacets] = useState(false);
  const body = useRef<HTMLElement>(null);
  useEffect(() => search.getState().warm(), [search]);
  /** The query whose results Enter asked for before there were any to go to; null where nobody waits. */
  const awaited = useRef<string | null>(null);
  const goToResults = () => {
    const list = body.current?.querySelector<HTMLElement>('.result-list');
    awaited.current = list ? null : search.getState().query;
    list?.focus({ preventScroll: true });
  };
  // The first answer may still be empty, while reports are opening: who waits goes on with the first that is not.
  useEffect(() => {
    if (answer && awaited.current !== null && awaited.current === search.getState().query) goToResults();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (keyOf(event) !== 'Escape') return;
    const state = navigation.getState();
    state.open(state.lastRead === null ? 'shelf' : 'reader');
  };
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">搜索</h1>} search={false} />
      <main className="search" ref={body} onKeyDown={onKeyDown}>
        <FacetPanel open={facets} />
        <div className="search-head">
          <SearchBox onLeave={goToResults} />
          <SearchTabs>
            <button className="quiet search-narrow" aria-expanded={facets} onClick={() => setFacets(!facets)}>
              筛选
            </button>
          </SearchTabs>
        </div>
        {answer ? (
          <Found answer={answer} />
        ) : (
          <div className="search-scroll">{idle ? <BeforeSearch /> : <Unanswered />}</div>
        )}
      </main>
    </div>
  );
}
