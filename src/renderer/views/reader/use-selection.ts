import { useEffect, useRef, useState, type RefObject } from 'react';
import { trimSelection } from '../../../shared/anchor';
import type { Range, Report } from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import { useLibrary, useShell } from '../../state/app';
import { nearestTo, useHeld } from '../../state/library/use-reports';
import { mapText } from '../text/text-map';
import { steppedSentence } from './step-sentence';
import { select, widen } from './widen';

/** What the reader has selected in the text. */
export interface TextSelection {
  /** In the clean text, whole characters, without white space at its edges. */
  readonly range: Range;
  /** Pixels from the top of the scrolled content to the line where the selection starts. */
  readonly top: number;
}

const readSelection = (report: Report, pane: HTMLElement): TextSelection | null => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const dom = selection.getRangeAt(0);
  const text = pane.querySelector('.text');
  if (!text?.contains(dom.commonAncestorContainer)) return null;
  const clean = mapText(pane).toClean(dom);
  if (!clean) return null;
  const range = trimSelection(report.clean, clean);
  if (range.end <= range.start) return null;
  const top = dom.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  return { range, top };
};

/** Selects the next sentence and brings it into sight. */
const stepTo = (report: Report, pane: HTMLElement, step: 1 | -1): void => {
  if (!pane.querySelector('.text [data-start]')) return;
  const map = mapText(pane);
  const range = steppedSentence(report, pane, map, step < 0);
  select(map, range);
  const place = range && map.toDom(range)?.startContainer.parentElement;
  place?.scrollIntoView({ block: 'nearest' });
};

/**
 * The selection once the reader has finished making it: on release of the pointer, and on release of Shift for
 * those who select by keys. Clearing the selection clears it here at once.
 */
export const useSelection = (report: Report, pane: RefObject<HTMLElement | null>): TextSelection | null => {
  const { library } = useShell();
  // What its neighbours use as one term is one here too.
  const shelf = useLibrary((state) => state.shelf);
  const own = shelf.find(({ entry }) => entry.id === report.id)?.entry;
  useHeld(own ? nearestTo([own], shelf) : []);
  const [selected, setSelected] = useState<TextSelection | null>(null);
  const step = (by: 1 | -1) => {
    if (!pane.current) return false;
    stepTo(report, pane.current, by);
    setSelected(readSelection(report, pane.current));
    return true;
  };
  useCommands({ 'next-sentence': () => step(1), 'previous-sentence': () => step(-1) });
  // A report of which more is known is the same text: what waits for its neighbours goes on.
  const waiting = useRef((): void => undefined);
  useEffect(() => () => waiting.current(), [report.id]);
  useEffect(() => {
    const finish = () => pane.current && setSelected(readSelection(report, pane.current));
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || ((event.ctrlKey || event.metaKey) && event.key === 'a')) finish();
    };
    const onChange = () => {
      if (getSelection()?.isCollapsed) setSelected(null);
    };
    const onClick = (event: MouseEvent) => {
      waiting.current();
      if (event.detail < 2 || !pane.current) return;
      waiting.current = widen(report, library, { pane: pane.current, event }, finish);
    };
    document.addEventListener('click', onClick);
    document.addEventListener('pointerup', finish);
    document.addEventListener('keyup', onKeyUp);
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('pointerup', finish);
      document.removeEventListener('keyup', onKeyUp);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [report, pane, library]);
  return selected;
};
