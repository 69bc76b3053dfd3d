import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import type { Fault } from '../../shared/fault';
import { useLibrary, useNavigation, useNotes, useSettings } from '../state/app';
import { shortName } from '../state/library/library';
import type { ViewName } from '../state/library/navigation';
import { useHeld } from '../state/library/use-reports';
import { lineHeight } from '../state/settings';
import { lateView, type LateView } from './frame/late-view';
import { Rail } from './frame/rail';
import { SavingBanner } from './frame/saved-state';
import { SkipLink } from './frame/skip-link';
import { Toast } from './frame/toast';
import { ViewBoundary } from './frame/view-boundary';
import { WindowCommands } from './frame/window-commands';
import { DropTarget } from './import/drop-target';
import { HelpSheet } from './frame/help-sheet';
import { Shelf } from './shelf/shelf';
import { FaultState, Opening } from './states/states';
import './frame/frame.css';
import './frame/messages.css';

/** The shelf comes with the first load; every other view when it is first asked for. */
const VIEWS: Readonly<Record<Exclude<ViewName, 'shelf'>, LateView>> = {
  import: lateView(async () => (await import('./import/import-view')).ImportView),
  reader: lateView(async () => (await import('./reader/reader')).Reader),
  search: lateView(async () => (await import('./search/search')).SearchView),
  compare: lateView(async () => (await import('./compare/compare')).CompareView),
  indicators: lateView(async () => (await import('./indicators/indicators')).IndicatorsView),
  commitments: lateView(async () => (await import('./commitments/commitments')).CommitmentsView),
  wording: lateView(async () => (await import('./wording/wording')).WordingView),
  notes: lateView(async () => (await import('./notes/notebook')).Notebook),
  print: lateView(async () => (await import('./print/print')).PrintView),
  settings: lateView(async () => (await import('./settings/settings')).SettingsView),
};

const FACES = { song: 'var(--serif)', hei: 'var(--sans)' } as const;

/** Come with the first note that is written outside the reader's margin, or waits for a passage. */
const NoteLayer = lazy(() =>
  import('./parts/note-editor/note-layer').then((layers) => ({ default: layers.NoteLayer })),
);
const WantedBar = lazy(() =>
  import('./parts/note-editor/note-layer').then((layers) => ({ default: layers.WantedBar })),
);

function WritingLayer(): ReactNode {
  const writing = useNotes((state) => state.writing !== null);
  const wanted = useNotes((state) => state.wanted !== null);
  return (
    <>
      {writing && <NoteLayer />}
      {wanted && <WantedBar />}
    </>
  );
}

/** Puts the reader's choices on the root element, where the style sheets read them. */
const useAppearance = () => {
  const settings = useSettings((state) => state);
  useEffect(() => {
    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      root.dataset['theme'] = settings.theme === 'system' ? (dark.matches ? 'night' : 'day') : settings.theme;
    };
    apply();
    dark.addEventListener('change', apply);
    root.style.setProperty('--reading-face', FACES[settings.face]);
    root.style.setProperty('--reading-size', `${settings.size}px`);
    root.style.setProperty('--reading-line', `${lineHeight(settings)}px`);
    root.style.setProperty('--reading-indent', settings.indent ? '2em' : '0');
    root.style.setProperty('--measure', String(settings.measure));
    return () => dark.removeEventListener('change', apply);
  }, [settings]);
};

/** Calls back after the first paint; from the shelf, reading is what comes next, so its code is fetched before the rest. */
const whenPainted = (onPainted: () => void): void => {
  requestAnimationFrame(() =>
    setTimeout(() => {
      // One that cannot be fetched is told when it is asked for.
      VIEWS.reader.load().catch(() => undefined);
      onPainted();
    }),
  );
};

const VIEW_TITLES: Readonly<Record<ViewName, string>> = {
  shelf: '书架',
  import: '导入报告',
  reader: '阅读',
  search: '搜索',
  compare: '对读',
  indicators: '指标',
  commitments: '目标',
  wording: '提法',
  notes: '笔记',
  print: '打印',
  settings: '设置',
};

/** The window is named for what it shows: 周口市 2025 · 对读. */
const useWindowTitle = (): void => {
  const place = useNavigation((state) => state.place);
  const name = useLibrary(({ shelf }) => {
    const ids = 'reports' in place ? place.reports : place.view === 'reader' ? [place.report] : [];
    return ids
      .flatMap((id) => shelf.find(({ entry }) => entry.id === id)?.entry ?? [])
      .map(shortName)
      .join(' — ');
  });
  const view = VIEW_TITLES[place.view];
  const words = place.view === 'reader' ? name || view : [view, name].filter(Boolean).join(' ');
  useEffect(() => {
    document.title = words === '对读' ? words : `${words} · 对读`;
  }, [words]);
};

/** The frame around every view. `onPainted` is called once, when the first view has been painted. */
export function AppFrame({ onPainted }: { readonly onPainted: () => void }): ReactNode {
  const view = useNavigation((state) => state.place.view);
  // A report is opened as soon as it is asked for, while the code of the reader may still be on its way.
  const reading = useNavigation(({ place }) => (place.view === 'reader' ? place.report : ''));
  useAppearance();
  useWindowTitle();
  useHeld(reading === '' ? [] : [reading]);
  useEffect(() => whenPainted(onPainted), [onPainted]);
  const View = view === 'shelf' ? Shelf : VIEWS[view].View;
  return (
    <WindowCommands>
      <SkipLink />
      <div className="frame">
        <Rail />
        <div className="stage" data-view={view}>
          <Suspense>
            <SavingBanner />
          </Suspense>
          <Suspense fallback={<Opening />}>
            <ViewBoundary view={view}>
              <View />
            </ViewBoundary>
          </Suspense>
        </div>
        <Suspense>
          <WritingLayer />
        </Suspense>
        <DropTarget />
        <Toast />
        <HelpSheet />
      </div>
    </WindowCommands>
  );
}

/** Shown instead of the reader where the page cannot reach the program that keeps the notes. */
export function HostFault({ fault }: { readonly fault: Fault }): ReactNode {
  return (
    <FaultState
      title="对读没有打开"
      fault={fault}
      facts={[['您的批注', '都在，没有改动']]}
      actions={
        <button className="button primary" onClick={() => location.reload()}>
          重新检查
        </button>
      }
    />
  );
}
