import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Range } from '../../../shared/report';
import { MOST_TABS, readTabs, writeTabs } from './kept-tabs';
import { NO_VISITS, turned, visited, type Stand, type Visit, type Visits } from './visits';

/** The parts of 指标: 对照表, 图表, 全部指标. */
export type IndicatorTab = 'matrix' | 'across' | 'charts' | 'all';

/** Where the reader is. */
export type Place =
  | {
      readonly view: 'shelf';
      /** A report to bring into sight: one that has just come. */
      readonly shown?: string;
    }
  /** Files on their way to the shelf. */
  | { readonly view: 'import' }
  | { readonly view: 'reader'; readonly report: string }
  | { readonly view: 'search' }
  | { readonly view: 'compare'; readonly reports: readonly string[] }
  | {
      readonly view: 'indicators';
      readonly tab: IndicatorTab;
      /** The indicator to bring into view. */
      readonly indicator: string | null;
    }
  | {
      readonly view: 'commitments';
      /** A name in a report whose life over the years is asked for. */
      readonly asked?: { readonly name: string; readonly place: string };
    }
  | { readonly view: 'wording' }
  | { readonly view: 'notes' }
  | {
      readonly view: 'print';
      readonly reports: readonly string[];
      /** Ids of the only notes to be printed; absent for all of these reports. */
      readonly notes?: readonly string[];
      /** 要点一页 of the last of these reports, instead of the sheet. */
      readonly digest?: boolean;
    }
  | { readonly view: 'settings' };

export type ViewName = Place['view'];

type PrintPlace = Extract<Place, { readonly view: 'print' }>;

/** A passage to bring into view; `serial` tells two requests for one passage apart. */
export interface Destination {
  readonly report: string;
  /** In the clean text. */
  readonly range: Range;
  readonly serial: number;
}

export interface Navigation extends Visits {
  readonly place: Place;
  /** Open reports, in the order they were opened. */
  readonly tabs: readonly string[];
  /** The pair last compared. */
  readonly pair: readonly string[];
  /** The sheet last put together: printing something else in between does not replace it. */
  readonly sheet: PrintPlace | null;
  /** Marked until the reader takes the mark away or jumps elsewhere. */
  readonly destination: Destination | null;
  /** Where to stand in the report that is shown, having been there before; null for its bookmark. */
  readonly returning: Stand | null;
  /** The report last read, for 阅读 in the rail. */
  readonly lastRead: string | null;
  /** The part of 指标 last shown. */
  readonly indicatorTab: IndicatorTab;
  /** 0 while the find bar is closed; counts up each time it is asked for, so that it takes the focus again. */
  readonly finding: number;
  readonly go: (place: Place) => void;
  /** Goes to a view as it was last: the report last read, the pair last compared. */
  readonly open: (view: ViewName) => void;
  /** Opens a report at the reader's last position, or at `range`, which is then marked. */
  readonly openReport: (report: string, range?: Range) => void;
  /** As openReport, for the next of several places: the way back leads to where the first was asked for. */
  readonly stepTo: (report: string, range: Range) => void;
  /** Takes the mark of a jump away; false where there is none. */
  readonly clearMark: () => boolean;
  /** Tells where in the report the reader stands now. */
  readonly standAt: (stand: Stand) => void;
  /** Goes back to where the reader came from; false where there is no such place. */
  readonly back: () => boolean;
  readonly forward: () => boolean;
  /** Shows the next (1) or previous (-1) open report; false where there is none. */
  readonly nextTab: (by: 1 | -1) => boolean;
  readonly closeTab: (report: string) => void;
  readonly requestFind: () => void;
  readonly closeFind: () => void;
}

export type NavigationStore = StoreApi<Navigation>;

/** A report shown in the reader has a tab; the last eight stay. */
const withTab = (tabs: readonly string[], report: string): readonly string[] =>
  tabs.includes(report) ? tabs : [...tabs, report].slice(-MOST_TABS);

/** Where in each report the reader stood last in this session; a scroll moves it with every frame, so no view hears of it. */
type Stands = Map<string, Stand>;

const samePlace = (one: Place, other: Place): boolean =>
  one.view === other.view &&
  (one.view !== 'reader' || (other.view === 'reader' && one.report === other.report));

type Get = () => Navigation;
type Set = (change: Partial<Navigation>) => void;

const visitOf = ({ place }: Navigation, stands: Stands): Visit => ({
  place,
  stand: place.view === 'reader' ? (stands.get(place.report) ?? null) : null,
});

/** Gives what changes when a place is shown. */
const shown = (place: Place): Partial<Navigation> => ({
  place,
  ...('reports' in place && place.reports.length > 1 ? { pair: place.reports } : {}),
  ...(place.view === 'print' && place.reports.length > 1 ? { sheet: place } : {}),
  ...('tab' in place ? { indicatorTab: place.tab } : {}),
});

const jump = (state: Navigation, report: string, range: Range | undefined): Partial<Navigation> => ({
  place: { view: 'reader', report },
  lastRead: report,
  tabs: withTab(state.tabs, report),
  returning: null,
  destination: range ? { report, range, serial: (state.destination?.serial ?? 0) + 1 } : null,
});

const openings = (set: Set, get: Get, stands: Stands): Pick<Navigation, 'go' | 'openReport' | 'stepTo'> => {
  const left = (): Visits => visited(get(), visitOf(get(), stands));
  return {
    go: (place) => set({ ...(samePlace(get().place, place) ? {} : left()), ...shown(place) }),
    openReport: (report, range) => {
      const state = get();
      const moves = range !== undefined || !samePlace(state.place, { view: 'reader', report });
      // From the shelf one goes on reading; elsewhere the report is as it was left.
      const returning = range || state.place.view === 'shelf' ? null : (stands.get(report) ?? null);
      set({ ...(moves ? left() : {}), ...jump(state, report, range), returning });
    },
    stepTo: (report, range) => set(jump(get(), report, range)),
  };
};

const ways = (
  set: Set,
  get: Get,
  stands: Stands,
): Pick<Navigation, 'back' | 'forward' | 'nextTab' | 'standAt' | 'clearMark'> => {
  const turn = (by: 1 | -1): boolean => {
    const found = turned(get(), visitOf(get(), stands), by);
    if (!found) return false;
    const { place, stand } = found.to;
    const report =
      place.view === 'reader' ? { lastRead: place.report, tabs: withTab(get().tabs, place.report) } : {};
    set({ ...found.visits, ...shown(place), ...report, returning: stand, destination: null });
    return true;
  };
  return {
    back: () => turn(-1),
    forward: () => turn(1),
    standAt: (stand) => void stands.set(stand.report, stand),
    clearMark: () => {
      if (get().destination === null) return false;
      set({ destination: null });
      return true;
    },
    nextTab: (by) => {
      const { tabs, place, lastRead, openReport } = get();
      const at = tabs.indexOf(place.view === 'reader' ? place.report : (lastRead ?? ''));
      const next = tabs[(Math.max(at, 0) + by + tabs.length) % tabs.length];
      if (next === undefined) return false;
      openReport(next);
      return true;
    },
  };
};

/** Makes the store of where the reader is; open tabs are kept in `storage` from one session to the next. */
export const createNavigation = (
  storage: Pick<Storage, 'getItem' | 'setItem'> = { getItem: () => null, setItem: () => undefined },
): NavigationStore => {
  const stands: Stands = new Map();
  const store = createStore<Navigation>()((set, get) => ({
    ...NO_VISITS,
    place: { view: 'shelf' },
    pair: [],
    sheet: null,
    destination: null,
    returning: null,
    ...readTabs(storage),
    indicatorTab: 'matrix',
    finding: 0,
    ...openings(set, get, stands),
    ...ways(set, get, stands),
    open: (view) => {
      const { lastRead, pair, sheet, indicatorTab, go, openReport } = get();
      if (view === 'compare') return go({ view, reports: pair });
      if (view === 'print') return go(sheet ?? { view, reports: pair });
      if (view === 'indicators') return go({ view, tab: indicatorTab, indicator: null });
      if (view !== 'reader') return go({ view });
      return lastRead === null ? go({ view: 'reader', report: '' }) : openReport(lastRead);
    },
    closeTab: (report) => {
      const { tabs, place, lastRead } = get();
      const left = tabs.filter((tab) => tab !== report);
      const isShown = place.view === 'reader' && place.report === report;
      const next = left.at(-1);
      set({
        tabs: left,
        lastRead: lastRead === report ? (next ?? null) : lastRead,
        ...(isShown ? { place: next ? { view: 'reader', report: next } : { view: 'shelf' } } : {}),
      });
    },
    requestFind: () => set((state) => ({ finding: state.finding + 1 })),
    closeFind: () => set({ finding: 0 }),
  }));
  store.subscribe(({ tabs, lastRead }, before) => {
    if (tabs !== before.tabs || lastRead !== before.lastRead) writeTabs(storage, { tabs, lastRead });
  });
  return store;
};
