import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Range } from '../../../shared/report';

/** The parts of 指标: 对照表, 图表, 全部指标. */
export type IndicatorTab = 'matrix' | 'charts' | 'all';

/** Where the reader is. */
export type Place =
  | { readonly view: 'shelf' }
  | { readonly view: 'reader'; readonly report: string }
  | { readonly view: 'search' }
  | { readonly view: 'compare'; readonly reports: readonly string[] }
  | {
      readonly view: 'indicators';
      readonly tab: IndicatorTab;
      /** The indicator to bring into view. */
      readonly indicator: string | null;
    }
  | { readonly view: 'commitments' }
  | { readonly view: 'wording' }
  | { readonly view: 'notes' }
  | {
      readonly view: 'print';
      readonly reports: readonly string[];
      /** Ids of the only notes to be printed; absent for all of these reports. */
      readonly notes?: readonly string[];
    }
  | { readonly view: 'settings' };

export type ViewName = Place['view'];

/** A passage to bring into view; `serial` tells two requests for one passage apart. */
export interface Destination {
  readonly report: string;
  /** In the clean text. */
  readonly range: Range;
  readonly serial: number;
}

export interface Navigation {
  readonly place: Place;
  /** Open reports, in the order they were opened. */
  readonly tabs: readonly string[];
  /** The pair last compared. */
  readonly pair: readonly string[];
  readonly destination: Destination | null;
  /** The report last read, for 阅读 in the rail. */
  readonly lastRead: string | null;
  /** The part of 指标 last shown. */
  readonly indicatorTab: IndicatorTab;
  /** 0 while the find bar is closed; counts up each time it is asked for, so that it takes the focus again. */
  readonly finding: number;
  readonly go: (place: Place) => void;
  /** Goes to a view as it was last: the report last read, the pair last compared. */
  readonly open: (view: ViewName) => void;
  /** Opens a report at the reader's last position, or at `range`. */
  readonly openReport: (report: string, range?: Range) => void;
  readonly closeTab: (report: string) => void;
  readonly requestFind: () => void;
  readonly closeFind: () => void;
}

export type NavigationStore = StoreApi<Navigation>;

/** A report shown in the reader has a tab; the last eight stay. */
const withTab = (tabs: readonly string[], report: string): readonly string[] =>
  tabs.includes(report) ? tabs : [...tabs, report].slice(-8);

/**
 * What is printed without another word: two reports open in 阅读, the shown one and the one opened last beside it,
 * in the order of their tabs; else the pair last compared.
 */
const openPair = ({ place, tabs, pair }: Navigation): readonly string[] => {
  if (place.view !== 'reader' || tabs.length < 2) return pair;
  const other = tabs.findLast((tab) => tab !== place.report);
  return tabs.filter((tab) => tab === place.report || tab === other);
};

export const createNavigation = (): NavigationStore =>
  createStore<Navigation>()((set, get) => ({
    place: { view: 'shelf' },
    tabs: [],
    pair: [],
    destination: null,
    lastRead: null,
    indicatorTab: 'matrix',
    finding: 0,
    open: (view) => {
      const { lastRead, pair, indicatorTab, go, openReport } = get();
      if (view === 'compare') return go({ view, reports: pair });
      if (view === 'print') return go({ view, reports: openPair(get()) });
      if (view === 'indicators') return go({ view, tab: indicatorTab, indicator: null });
      if (view !== 'reader') return go({ view });
      return lastRead === null ? go({ view: 'reader', report: '' }) : openReport(lastRead);
    },
    go: (place) =>
      set({
        place,
        ...('reports' in place ? { pair: place.reports } : {}),
        ...('tab' in place ? { indicatorTab: place.tab } : {}),
      }),
    openReport: (report, range) =>
      set((state) => ({
        place: { view: 'reader', report },
        lastRead: report,
        tabs: withTab(state.tabs, report),
        destination: range ? { report, range, serial: (state.destination?.serial ?? 0) + 1 } : null,
      })),
    closeTab: (report) => {
      const { tabs, place, lastRead } = get();
      const left = tabs.filter((tab) => tab !== report);
      const shown = place.view === 'reader' && place.report === report;
      const next = left.at(-1);
      set({
        tabs: left,
        lastRead: lastRead === report ? (next ?? null) : lastRead,
        ...(shown ? { place: next ? { view: 'reader', report: next } : { view: 'shelf' } } : {}),
      });
    },
    requestFind: () => set((state) => ({ finding: state.finding + 1 })),
    closeFind: () => set({ finding: 0 }),
  }));
