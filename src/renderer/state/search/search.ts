import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../../shared/fault';
import type { Annotation, Range } from '../../../shared/report';
import type { Filters, Results, Sort } from '../../../shared/search';
import type { LibraryStore } from '../library/library';
import {
  isComplete,
  isWhole,
  LISTED_UNASKED,
  placesIn,
  spotsOf,
  tabWith,
  type Answer,
  type SearchTab,
  type Spot,
} from './answer';
import { askUntilAnswered, newestOnly, type Found, type SearchEngine } from './engine';
import { createLoader, indexAhead, readable, sameItems, type Loaded, type Loader } from './loader';
import { phrase } from './phrase';
import { narrowNumbers, type NumberFilters } from './number-filters';
import { createHistory, withRecent, withSaved, type SearchHistory } from './history';

export interface Search extends SearchHistory {
  readonly query: string;
  readonly filters: Filters;
  /** Of the numbers of 指标; they narrow what has been found. */
  readonly numberFilters: NumberFilters;
  readonly sort: Sort;
  readonly tab: SearchTab;
  /** The tab the reader chose; another is shown only while this one has nothing. */
  readonly chosen: SearchTab;
  readonly answer: Answer | null;
  readonly fault: Fault | null;
  /** Which spot of the shown tab the reader stands on. */
  readonly current: number;
  /** Counts up each time the box should take the focus. */
  readonly focusRequest: number;
  readonly ask: (query: string) => void;
  readonly narrow: (filters: Filters) => void;
  readonly narrowNumbers: (filters: NumberFilters) => void;
  readonly order: (sort: Sort) => void;
  readonly show: (tab: SearchTab) => void;
  readonly select: (current: number) => void;
  /** Goes to the next (1) or previous (-1) spot, over reports, and gives it; past an end it begins again. */
  readonly step: (by: 1 | -1) => Spot | null;
  /** Fetches the next page of hits; of near ones once all exact ones are there. */
  readonly more: () => void;
  readonly requestFocus: () => void;
  /** A question is likely to come: the box was entered. */
  readonly warm: () => void;
  /** Puts the query among the recent ones. */
  readonly remember: () => void;
  readonly keep: (query: string, keep: boolean) => void;
  /** Every place of a phrase in one report, in reading order; signs of the query language are plain characters. */
  readonly findIn: (report: string, phrase: string) => Promise<readonly Range[]>;
}

export type SearchStore = StoreApi<Search>;

/** Hits fetched at one time: more than a window shows, and few enough for the page to set within a frame. */
export const PAGE = 40;

interface Question {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Hits already there, exact and near. */
  readonly offset: number;
  readonly nearOffset: number;
}

interface Sources {
  readonly engine: SearchEngine;
  readonly library: LibraryStore;
  readonly notes: () => readonly Annotation[];
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

type Get = () => Search;
type Set = (patch: Partial<Search>) => void;

/** Notes are looked through by code that comes with the first question, not with the shelf. */
const shortFields = () => import('./short-fields');

/** More paragraphs than any report has: the find bar lists every place at once. */
const WHOLE_REPORT = 100_000;

/** Every place of a phrase in one report; a newer question of the find bar takes the place of an older one. */
const createFinder = ({ engine }: Sources, load: Loader): Search['findIn'] => {
  let newest = 0;
  return async (report, text) => {
    const serial = (newest += 1);
    await load();
    const options = {
      filters: { reports: [report] },
      sort: 'year',
      limit: WHOLE_REPORT,
      nearLimit: WHOLE_REPORT,
    } as const;
    const found = await askUntilAnswered(
      () => engine.search(phrase(text), options),
      () => serial === newest,
    );
    return found.ok ? placesIn(found.value.results) : [];
  };
};

/** Filters are of the text alone: an empty list under them stays, and says so. */
const isNarrow = (filters: Filters): boolean => Object.keys(filters).length > 0;

/** Puts questions to the engine and their answers into the store; an answer nobody waits for is dropped. */
const createAsker = (sources: Sources, load: Loader, set: Set, get: Get) => {
  const isWanted = ({ query, filters, sort, offset, nearOffset }: Question): boolean => {
    const now = get();
    const known = now.answer?.results;
    const follows =
      offset + nearOffset === 0 ||
      (offset === known?.hits.length && nearOffset === (known.near?.hits.length ?? 0));
    return follows && now.query === query && now.filters === filters && now.sort === sort;
  };
  const begun = async (
    query: string,
    found: Found,
    { reports, numbers, counted }: Loaded,
  ): Promise<Answer> => {
    const { findNotes } = await shortFields();
    const allNumbers = found.numbers.flatMap((id) => numbers.get(id) ?? []);
    return {
      query,
      searched: reports,
      results: found.results,
      numbers: narrowNumbers(allNumbers, get().numberFilters),
      allNumbers,
      counted,
      notes: findNotes(sources.notes(), query),
    };
  };
  const extended = (known: Answer, { hits, near }: Results): Answer => {
    const before = known.results;
    const nearer = near && before.near && { ...before.near, hits: [...before.near.hits, ...near.hits] };
    return {
      ...known,
      results: { ...before, hits: [...before.hits, ...hits], near: nearer ?? before.near },
    };
  };
  return newestOnly(async (question: Question) => {
    if (!isWanted(question)) return;
    const { query, offset, nearOffset, filters, sort } = question;
    const loaded = await load();
    const first = offset + nearOffset === 0;
    const known = get().answer?.results;
    const size = first ? PAGE : LISTED_UNASKED - PAGE;
    const exact = first || (known !== undefined && !isComplete(known));
    const page = {
      ...{ filters, sort, offset, nearOffset },
      ...{ limit: exact ? size : 0, near: first || !exact, nearLimit: size, numbers: first },
    };
    const found = await askUntilAnswered(
      () => sources.engine.search(query, page),
      () => isWanted(question),
    );
    if (!found.ok) return isWanted(question) ? set({ fault: found.fault, answer: null }) : undefined;
    const answer = first ? await begun(query, found.value, loaded) : null;
    const before = get().answer;
    if (!isWanted(question)) return;
    if (answer)
      set({
        fault: null,
        answer,
        current: 0,
        tab: isNarrow(filters) ? get().tab : tabWith(answer, get().chosen),
      });
    else if (before) set({ answer: extended(before, found.value.results) });
  });
};

/** The place after (or before) the current one; past an end the walk begins again. */
const stepped = ({ answer, tab, current }: Search, by: 1 | -1) => {
  const spots = answer ? spotsOf(answer, tab) : [];
  const next = spots.length === 0 ? 0 : (current + by + spots.length) % spots.length;
  return { next, spot: spots[next] ?? null, atEnd: next === spots.length - 1 };
};

const START = {
  query: '',
  filters: {},
  numberFilters: {},
  sort: 'year',
  tab: 'text',
  chosen: 'text',
  answer: null,
  fault: null,
  current: 0,
  focusRequest: 0,
} as const;

const createState = (sources: Sources, load: Loader, set: Set, get: Get): Search => {
  const history = createHistory(sources.storage);
  const answer = createAsker(sources, load, set, get);
  const change = (patch: Partial<Search>): void => {
    set(patch);
    const { query, filters, sort } = get();
    if (query.trim() === '') set({ answer: null, fault: null, current: 0 });
    else answer({ query, filters, sort, offset: 0, nearOffset: 0 });
  };
  const remembered = ({ recent, saved }: SearchHistory): void => {
    set({ recent, saved });
    history.setState({ recent, saved });
  };
  return {
    ...START,
    ...history.getState(),
    ask: (query) => change({ query }),
    narrow: (filters) => change({ filters }),
    narrowNumbers: (numberFilters) => {
      const { answer: known } = get();
      set({ numberFilters, current: 0 });
      if (known) set({ answer: { ...known, numbers: narrowNumbers(known.allNumbers, numberFilters) } });
    },
    order: (sort) => change({ sort }),
    show: (tab) => set({ tab, chosen: tab, current: 0 }),
    select: (current) => set({ current }),
    step: (by) => {
      const { next, spot, atEnd } = stepped(get(), by);
      if (atEnd) get().more();
      set({ current: next });
      return spot;
    },
    more: () => {
      const { answer: known, query, filters, sort } = get();
      if (!known || known.query !== query || isWhole(known.results)) return;
      const { hits, near } = known.results;
      answer({ query, filters, sort, offset: hits.length, nearOffset: near?.hits.length ?? 0 });
    },
    warm: () => void load().then(() => sources.engine.warm()),
    requestFocus: () => set({ focusRequest: get().focusRequest + 1 }),
    remember: () => remembered(withRecent(get(), get().query)),
    keep: (query, keep) => remembered(withSaved(get(), query, keep)),
    findIn: createFinder(sources, load),
  };
};

/** Search over the whole library: the query, what it found, and where in it the reader stands. */
export const createSearch = (sources: Sources): SearchStore => {
  const load = createLoader(sources);
  const store = createStore<Search>()((set, get) => createState(sources, load, set, get));
  indexAhead(sources, load);
  // Of many new reports the last come after the first answer, and belong to it.
  sources.engine.subscribe(() => {
    const { query, ask } = store.getState();
    if (query.trim() !== '') ask(query);
  });
  // A report that opens, or is mended by 重新检查, while a query stands belongs to its answer.
  sources.library.subscribe((now, before) => {
    const { query, ask } = store.getState();
    const isOther = now.facts !== before.facts || !sameItems(readable(now), readable(before));
    if (isOther && query.trim() !== '') ask(query);
  });
  return store;
};
