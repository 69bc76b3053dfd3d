import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Report } from '../../../shared/report';
import { bisect } from '../../../shared/text';
import { usePositions, useShell } from '../../state/app';
import type { Position } from '../../state/library/positions';

/** The paragraph at the top of the pane, and how far it is scrolled past. */
const topParagraph = (pane: HTMLElement): HTMLElement | null => {
  const top = pane.getBoundingClientRect().top + 1;
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

const sectionAt = (report: Report, start: number): number | null =>
  report.paragraphs.find(({ range }) => range.start === start)?.section ?? null;

/** Scrolls the pane to the saved paragraph, or to the top where nothing is saved. */
const restore = (pane: HTMLElement, saved: Position | undefined): void => {
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

/**
 * Keeps the reader's place: returns to the saved paragraph when a report opens, saves it while the pane
 * scrolls, and tells which section is at the top. Nothing is saved before the place has been restored, or the
 * top of the text would overwrite it.
 */
export const useReadingPosition = (
  report: Report,
  pane: RefObject<HTMLElement | null>,
  returnToPlace: boolean,
): number | null => {
  const { positions } = useShell();
  const loaded = usePositions((state) => state.loaded);
  const [section, setSection] = useState<number | null>(null);
  const restored = useRef(false);

  useLayoutEffect(() => {
    if (!loaded || restored.current || !pane.current) return;
    restored.current = true;
    if (returnToPlace) restore(pane.current, positions.getState().byReport[report.id]);
  }, [report, loaded, pane, positions, returnToPlace]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    let frame: number | null = null;
    const record = () => {
      frame = null;
      const position = restored.current ? readPosition(report.id, element) : null;
      if (!position) return;
      setSection(sectionAt(report, position.paragraphStart));
      positions.getState().save(position);
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
  }, [report, pane, positions, loaded]);

  return section;
};
