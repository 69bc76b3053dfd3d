import { sentenceAt, type Range as CleanRange, type Report } from '../../../shared/report';
import type { TextMap } from '../text/text-map';

/** The sentence after or before an offset that lies between sentences or in one. */
const neighbour = ({ sentences }: Report, at: number, back: boolean): CleanRange | null =>
  (back
    ? sentences.findLast(({ range }) => range.end <= at)
    : sentences.find(({ range }) => range.start >= at)
  )?.range ?? null;

/** The clean offset of a caret in sight: a click leaves one, and a passage that was marked leaves one at its end. */
const caretIn = (pane: HTMLElement, map: TextMap): number | null => {
  const selection = getSelection();
  if (!selection?.isCollapsed || selection.rangeCount === 0) return null;
  const caret = selection.getRangeAt(0);
  const text = pane.querySelector('.text');
  const line = caret.startContainer.parentElement?.closest('[data-start]')?.getBoundingClientRect();
  const { top, bottom } = pane.getBoundingClientRect();
  const inSight = line !== undefined && line.bottom > top && line.top < bottom;
  return inSight && text?.contains(caret.startContainer) ? map.offsetOf(caret) : null;
};

/** The clean offset of the first character that is in sight, or of the number that has the focus. */
const startingPoint = (pane: HTMLElement, map: TextMap): number => {
  const { activeElement } = document;
  const number = activeElement?.closest('[data-observation]');
  const point = document.createRange();
  if (number && pane.contains(number)) {
    point.selectNodeContents(number);
    return map.offsetOf(point) ?? 0;
  }
  const caret = caretIn(pane, map);
  if (caret !== null) return caret;
  const top = pane.getBoundingClientRect().top;
  const line = [...pane.querySelectorAll<HTMLElement>('.text [data-start]')].find(
    (element) => element.getBoundingClientRect().bottom > top + 1,
  );
  return Number(line?.dataset['start'] ?? 0);
};

/**
 * The sentence a key selects: the one after or before what is selected, else the one of the number that has the focus, or
 * the first in sight.
 */
export const steppedSentence = (
  report: Report,
  pane: HTMLElement,
  map: TextMap,
  back: boolean,
): CleanRange | null => {
  const selection = getSelection();
  const dom = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const selected = dom && pane.contains(dom.commonAncestorContainer) ? map.toClean(dom) : null;
  if (selected) return neighbour(report, back ? selected.start : selected.end, back);
  const at = startingPoint(pane, map);
  return sentenceAt(report, at)?.range ?? neighbour(report, at, false);
};
