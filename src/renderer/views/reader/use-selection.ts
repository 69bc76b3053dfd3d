import { useEffect, useState, type RefObject } from 'react';
import { trimSelection } from '../../../shared/anchor';
import type { Range, Report } from '../../../shared/report';
import { mapText } from '../text/text-map';

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

/**
 * The selection once the reader has finished making it: on release of the pointer, and on release of Shift for
 * those who select by keys. Clearing the selection clears it here at once.
 */
export const useSelection = (report: Report, pane: RefObject<HTMLElement | null>): TextSelection | null => {
  const [selected, setSelected] = useState<TextSelection | null>(null);
  useEffect(() => {
    const finish = () => pane.current && setSelected(readSelection(report, pane.current));
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || ((event.ctrlKey || event.metaKey) && event.key === 'a')) finish();
    };
    const onChange = () => {
      if (getSelection()?.isCollapsed) setSelected(null);
    };
    document.addEventListener('pointerup', finish);
    document.addEventListener('keyup', onKeyUp);
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('pointerup', finish);
      document.removeEventListener('keyup', onKeyUp);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [report, pane]);
  return selected;
};
