import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Range, Report } from '../../../shared/report';
import { bisect } from '../../../shared/text';
import { useNavigation, usePositions, useShell } from '../../state/app';
import { LOOKING_UP, READING, scrolledOn, type Reading } from '../../state/library/reading-on';
import type { Position } from '../../state/library/positions';
import type { Stand } from '../../state/library/visits';

/** The paragraph at the top of the pane, or so many px below it. */
const topParagraph = (pane: HTMLElement, below = 0): HTMLElement | null => {
  const top = pane.getBoundingClientRect().top + 1 + below;
  const paragraphs = [...pane.querySelectorAll<HTMLElement>('[data-start]')];
  // Paragraphs stand in reading order, so the first that ends below the top edge is found by halving.
  const first = bisect(
    paragraphs.length,
    (index) => (paragraphs[index]?.getBoundingClientRect().bottom ?? 0) <= top,
  );
  return paragraphs[first] ?? paragraphs.at(-1) ?? null;
};

const progressOf = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number =>
  scrollHeight <= clientHeight ? 1 : Math.min(1, (scrollTop + clientHeight) / scrollHeight);

/** How far down the window the eye is: the section that stands there is the one being read. */
const LOOKED_AT = 0.2;

const startRead = (pane: HTMLElement): number =>
  Number(topParagraph(pane, pane.clientHeight * LOOKED_AT)?.dataset['start'] ?? -1);

/** The paragraph that is being read; null where none is on the page. */
export const paragraphRead = ({ paragraphs }: Report, pane: HTMLElement): Range | null => {
  const start = startRead(pane);
  return paragraphs.find(({ range }) => range.start === start)?.range ?? null;
};

const sectionAt = (report: Report, start: number): number | null =>
  report.paragraphs.find(({ range }) => range.start === start)?.section ?? null;

/** Scrolls the pane to the saved paragraph, or to the top where nothing is saved. */
const restore = (
  pane: HTMLElement,
  saved: Pick<Position, 'paragraphStart' | 'scrolled'> | undefined,
): void => {
  const paragraph = saved && pane.querySelector<HTMLElement>(`[data-start="${saved.paragraphStart}"]`);
  if (!paragraph) return pane.scrollTo({ top: 0 });
  const shift = paragraph.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollBy({ top: shift + saved.scrolled });
};

/** Where the pane stands now, or null where it shows no paragraph. */
const readPosition = (report: string, pane: HTMLElement): Position | null => {
  const paragraph = topParagraph(pane);
  if (!paragraph) return null;
  const scrolled = pane.getBoundingClientRect().top - paragraph.getBoundingClientRect().top;
  return {
    report,
    paragraphStart: Number(paragraph.dataset['start']),
    scrolled,
    progress: progressOf(pane),
    readAt: Date.now(),
  };
};

/** What of a report is on the desk. */
export interface ShownText {
  /** Whether it is the clean text. */
  readonly clean: boolean;
  /** Whether it is set to its end. */
  readonly whole: boolean;
  /** Whether the reader was led to a place in it. */
  readonly jumped: boolean;
}

/**
 * Keeps the reader's place: returns to where the reader stood or to the bookmark when a report opens, moves the
 * bookmark while the reader reads, and tells which section is at the top. Looking something up moves no bookmark.
 */
export const useReadingPosition = (
  report: Report,
  pane: RefObject<HTMLElement | null>,
  { clean, whole, jumped }: ShownText,
): number | null => {
  const { positions, navigation } = useShell();
  const loaded = usePositions((state) => state.loaded);
  const returning = useNavigation((state) => state.returning);
  const finding = useNavigation((state) => state.finding > 0);
  const [section, setSection] = useState<number | null>(null);
  const restored = useRef(false);
  const returned = useRef<Stand | null>(null);
  const reading = useRef<Reading>(READING);
  const top = useRef(0);

  useLayoutEffect(() => {
    if (jumped || finding) reading.current = LOOKING_UP;
  }, [jumped, finding]);
  useLayoutEffect(() => {
    const done = restored.current && (!returning || returned.current === returning);
    if (!loaded || !whole || !pane.current || done) return;
    restored.current = true;
    returned.current = returning;
    const stand = returning?.report === report.id ? returning : null;
    if (stand?.lookup) reading.current = LOOKING_UP;
    if (clean && !jumped) restore(pane.current, stand ?? positions.getState().byReport[report.id]);
    top.current = pane.current.scrollTop;
  }, [report, loaded, pane, positions, clean, whole, jumped, returning]);

  useEffect(() => {
    const element = pane.current;
    if (!element || !whole) return undefined;
    let frame: number | null = null;
    const record = () => {
      frame = null;
      const position = restored.current ? readPosition(report.id, element) : null;
      if (!position) return;
      const by = (element.scrollTop - top.current) / Math.max(1, element.clientHeight);
      top.current = element.scrollTop;
      reading.current = scrolledOn(reading.current, by);
      const { lookup } = reading.current;
      setSection(sectionAt(report, startRead(element)));
      navigation.getState().standAt({ ...position, lookup });
      const wholeInSight = element.scrollHeight <= element.clientHeight;
      if (!lookup && (by !== 0 || wholeInSight)) positions.getState().save(position);
    };
    const onScroll = () => {
      frame ??= requestAnimationFrame(record);
    };
    onScroll();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [report, pane, positions, navigation, loaded, whole]);

  return section;
};
