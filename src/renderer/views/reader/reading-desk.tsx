import {
  Suspense,
  useEffect,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import {
  sectionPath,
  type CatalogEntry,
  type Range,
  type Report,
  type Section,
} from '../../../shared/report';
import { useNavigation, useShell } from '../../state/app';
import type { Volume } from '../../state/library/library';
import type { Destination } from '../../state/library/navigation';
import { revealRange } from '../text/reveal';
import { Bookmarks } from './bookmarks';
import { FindBar } from './find-bar';
import { JumpBar } from './jump-bar';
import { MarginTabs, type MarginTab } from './margin';
import { Outline } from './outline';
import { useReadAloud } from './read-aloud';
import { ReadingBar, type Drawer, type Mode } from './reading-bar';
import { ReadingPane } from './reading-pane';
import { usePlacedNotes } from '../../state/notes/placed-notes';
import { paragraphRead, useReadingPosition } from './use-reading-position';
import { useWholeText } from './use-whole-text';

/** Brings the destination of a jump (a hit, a note, a row of a comparison) into view once; answers what is marked. */
const useDestination = (
  report: string,
  pane: RefObject<HTMLElement | null>,
  whole: boolean,
): Destination | null => {
  const destination = useNavigation((state) => state.destination);
  const mine = destination?.report === report ? destination : null;
  useEffect(() => {
    if (mine && whole && pane.current) revealRange(pane.current, mine.range);
  }, [mine, pane, whole]);
  return mine;
};

/** Page keys scroll the text at once after opening and jumping, unless words are being looked for. */
const useTextFocus = (pane: RefObject<HTMLElement | null>, jump: number): void => {
  const { navigation } = useShell();
  useEffect(() => {
    if (navigation.getState().finding === 0) pane.current?.focus({ preventScroll: true });
  }, [pane, jump, navigation]);
};

/** The tabs over the margin, once the notes are there to be counted. */
function NotedTabs({
  entry,
  ...tabs
}: Omit<ComponentProps<typeof MarginTabs>, 'notes'> & { readonly entry: CatalogEntry }): ReactNode {
  const notes = usePlacedNotes(tabs.volume.report, entry.sha256);
  return <MarginTabs {...tabs} notes={notes} />;
}

/** A heading that was chosen stands near the top: one reads on from there. */
const HEADING_AT = 0.06;

/** The passage the reader is at: where a jump has led, else what is being read. */
const passageRead = (report: Report, pane: HTMLElement | null, destination: Destination | null) => {
  const range = destination?.range ?? (pane && paragraphRead(report, pane));
  return range ? { report, range } : null;
};

/** The ways to bring a passage and a section into sight; `show` puts the clean text on the page. */
const useReveal = (pane: RefObject<HTMLElement | null>, show: () => void) => {
  const reveal = (range: Range, share?: number): void => {
    // The clean text has to be on the page before a place of it can be looked up there.
    flushSync(show);
    if (pane.current) revealRange(pane.current, range, share);
  };
  const goSection = ({ headingRange, range }: Section): void => {
    reveal(headingRange ?? { start: range.start, end: range.start + 1 }, HEADING_AT);
    pane.current?.focus({ preventScroll: true });
  };
  return { reveal, goSection };
};

/** One report on the desk: outline, text, margin. The text waits for nothing but itself; what needs the notes follows. */
export function ReadingDesk({
  entry,
  volume,
}: {
  readonly entry: CatalogEntry;
  readonly volume: Volume;
}): ReactNode {
  const { navigation } = useShell();
  const { report } = volume;
  const pane = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<Mode>('clean');
  const [tab, setTab] = useState<MarginTab>('notes');
  const [drawer, setDrawer] = useState<Drawer>(null);
  const finding = useNavigation((state) => state.finding);
  const [whole, setAll] = useWholeText(report);
  const destination = useDestination(report.id, pane, whole);
  const shown = { clean: mode === 'clean', whole, jumped: destination !== null };
  const section = useReadingPosition(report, pane, shown);
  useTextFocus(pane, destination?.serial ?? 0);
  const aloud = useReadAloud(report, pane);

  const { reveal, goSection } = useReveal(pane, () => {
    setAll();
    setMode('clean');
    setDrawer(null);
  });
  const showTab = (next: MarginTab) => {
    setTab(next);
    setDrawer('margin');
  };
  const closeFind = () => {
    navigation.getState().closeFind();
    pane.current?.focus();
  };
  const shownSection = section === null ? null : report.sections[section];
  const here = () => passageRead(report, pane.current, destination);

  return (
    <div className="reader" data-drawer={drawer ?? undefined}>
      <Outline report={report} current={section} onGo={goSection} onRepairs={() => showTab('repairs')}>
        <Suspense>
          <Bookmarks report={report} at={here} />
        </Suspense>
      </Outline>
      <main className="reading">
        <div className="reading-bar">
          <ReadingBar
            entry={entry}
            path={shownSection ? sectionPath(report, shownSection.range.start) : ''}
            mode={mode}
            drawer={drawer}
            at={here}
            aloud={aloud}
            onMode={setMode}
            onDrawer={setDrawer}
          />
          <Suspense fallback={<div className="tab-list" />}>
            <NotedTabs entry={entry} volume={volume} tab={tab} onChange={setTab} />
          </Suspense>
        </div>
        <Suspense>
          {destination && finding === 0 && <JumpBar destination={destination} pane={pane} />}
          {finding > 0 && <FindBar volume={volume} request={finding} onReveal={reveal} onClose={closeFind} />}
        </Suspense>
        <ReadingPane
          ref={pane}
          entry={entry}
          volume={volume}
          mode={mode}
          whole={whole}
          tab={tab}
          onAloud={aloud.able ? (range) => aloud.read(range, false) : null}
          onReveal={reveal}
          onWrite={() => showTab('notes')}
          onCloseRepairs={() => setTab('notes')}
        />
      </main>
    </div>
  );
}
