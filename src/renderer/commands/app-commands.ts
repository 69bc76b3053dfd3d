import { faultSentence } from '../../shared/fault';
import type { App, Shell } from '../state/app';
import type { Navigation } from '../state/library/navigation';
import { phrase } from '../state/search/phrase';
import type { Handlers } from './hub';

const findEverywhere = ({ navigation, search }: App): void => {
  navigation.getState().go({ view: 'search' });
  search.getState().requestFocus();
};

/**
 * F3 and Shift+F3 walk through what was last searched, over reports: in 搜索 from row to row, in 阅读 from place
 * to place.
 */
const walk = ({ navigation, search }: App, by: 1 | -1): void => {
  const { place } = navigation.getState();
  if (place.view !== 'search' && place.view !== 'reader') return;
  const spot = search.getState().step(by);
  if (spot && place.view === 'reader') navigation.getState().stepTo(spot.report, spot.range);
};

/** Words in which no sign of the query language can stand. */
const PLAIN = /^[\p{L}\p{N}]+$/u;

const findSelection = (app: App): void => {
  const words = getSelection()?.toString().replace(/\s+/gu, ' ').trim() ?? '';
  if (words !== '') app.search.getState().ask(PLAIN.test(words) ? words : phrase(words));
  findEverywhere(app);
};

const openReport = async ({ imports, toast }: App): Promise<void> => {
  const fault = await imports.getState().choose();
  if (fault) toast.getState().show({ text: faultSentence(fault) });
};

const takeBack = ({ notes, toast }: App, which: 'undo' | 'redo'): void => {
  const state = notes.getState();
  const label = which === 'undo' ? state.undoable : state.redoable;
  if (label === null) {
    const text = which === 'undo' ? '没有可以撤销的' : '没有可以重做的';
    return toast.getState().show({ text });
  }
  state[which]();
  toast.getState().show({
    text: which === 'undo' ? `已撤销：${label}` : `已重做：${label}`,
    action:
      which === 'undo'
        ? { label: '重做', run: () => notes.getState().redo() }
        : { label: '撤销', run: () => notes.getState().undo() },
  });
};

/** Prints what is before one's eyes: the report that is read, the reports that are compared; else the sheet last put together. */
const printShown = ({ place, go, open }: Navigation): void => {
  if (place.view === 'reader' && place.report !== '') go({ view: 'print', reports: [place.report] });
  else if (place.view === 'compare' && place.reports.length > 1)
    go({ view: 'print', reports: place.reports });
  else open('print');
};

/** 要点一页 of what is before one's eyes; else of the reports compared last, or of the one read last. */
const digestShown = ({ place, pair, lastRead, go }: Navigation): void => {
  const read = place.view === 'reader' ? place.report : '';
  const shown = read !== '' ? [read] : 'reports' in place ? place.reports : pair;
  const reports = shown.length > 0 ? shown : lastRead === null ? [] : [lastRead];
  go({ view: 'print', reports, digest: reports.length > 0 });
};

/** What needs the whole program; asked for at the first sight of the shelf, it is done when that is there. */
const LATER = {
  'find-in-report': (app: App) => {
    const navigation = app.navigation.getState();
    if (navigation.place.view === 'reader') navigation.requestFind();
    else findEverywhere(app);
  },
  'find-everywhere': findEverywhere,
  'find-selection': findSelection,
  'open-report': openReport,
  'next-hit': (app: App) => walk(app, 1),
  'previous-hit': (app: App) => walk(app, -1),
  undo: (app: App) => takeBack(app, 'undo'),
  redo: (app: App) => takeBack(app, 'redo'),
} as const;

/** Gives what every view leaves to the frame. */
export const appHandlers = ({ navigation }: Shell, whole: Promise<App>): Handlers => {
  const later = Object.entries(LATER).map(([id, perform]) => [id, () => void whole.then(perform)]);
  return {
    ...(Object.fromEntries(later) as Handlers),
    print: () => printShown(navigation.getState()),
    'print-digest': () => digestShown(navigation.getState()),
    shelf: () => navigation.getState().go({ view: 'shelf' }),
    settings: () => navigation.getState().go({ view: 'settings' }),
    back: () => navigation.getState().back(),
    forward: () => navigation.getState().forward(),
    'next-tab': () => navigation.getState().nextTab(1),
    'previous-tab': () => navigation.getState().nextTab(-1),
    'close-tab': () => {
      const { place, closeTab } = navigation.getState();
      if (place.view !== 'reader') return false;
      closeTab(place.report);
      return true;
    },
  };
};
