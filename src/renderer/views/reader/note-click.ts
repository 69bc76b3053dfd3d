import { useEffect, useEffectEvent, type RefObject } from 'react';
import { rangeContains, rangeLength } from '../../../shared/report';
import type { PlacedNote } from '../../state/notes/placed-notes';
import { mapText } from '../text/text-map';

/** The note whose passage a click has met, the shortest passage first; null where words are being selected. */
const noteUnder = (
  { clientX, clientY, detail }: MouseEvent,
  text: HTMLElement,
  placed: readonly PlacedNote[],
): string | null => {
  if (detail > 1 || placed.length === 0 || getSelection()?.isCollapsed === false) return null;
  const caret = document.caretPositionFromPoint(clientX, clientY);
  if (!caret) return null;
  const point = document.createRange();
  point.setStart(caret.offsetNode, caret.offset);
  const at = mapText(text).offsetOf(point);
  if (at === null) return null;
  const met = placed.filter(({ range }) => rangeContains(range, { start: at, end: at }));
  return met.toSorted((a, b) => rangeLength(a.range) - rangeLength(b.range))[0]?.note.id ?? null;
};

/** Opens the note of the words that are clicked; a number among them has a card of its own. */
export const useNoteClick = (
  pane: RefObject<HTMLElement | null>,
  placed: readonly PlacedNote[],
  onOpen: (id: string) => void,
): void => {
  const onClick = useEffectEvent((event: MouseEvent) => {
    const { target } = event;
    const text = target instanceof Element ? target.closest<HTMLElement>('.text') : null;
    if (!text || (target instanceof Element && target.closest('[data-observation]'))) return;
    const id = noteUnder(event, text, placed);
    if (id !== null) onOpen(id);
  });
  useEffect(() => {
    const element = pane.current;
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [pane]);
};
