import { wordAt } from '../../../shared/anchor';
import { rangeLength, sentenceAt, type Range, type Report } from '../../../shared/report';
import { openVolumes, type Library, type LibraryStore } from '../../state/library/library';
import { nearestTo } from '../../state/library/use-reports';
import { mapText, type TextMap } from '../text/text-map';

/** A term that this report says once may be one of the others': the longer of both is meant. */
const longer = (one: Range | null, other: Range | null): Range | null =>
  one && other && rangeLength(one) >= rangeLength(other) ? one : other;

/** Puts the selection on a passage. */
export const select = (map: TextMap, range: Range | null): void => {
  const dom = range && map.toDom(range);
  if (dom)
    getSelection()?.setBaseAndExtent(dom.startContainer, dom.startOffset, dom.endContainer, dom.endOffset);
};

/** The clean offset under a click into the text; null elsewhere. */
const offsetUnder = (map: TextMap, pane: HTMLElement, { clientX, clientY, target }: MouseEvent) => {
  if (!(target instanceof Node) || !pane.querySelector('.text')?.contains(target)) return null;
  const caret = document.caretPositionFromPoint(clientX, clientY);
  if (!caret) return null;
  const point = document.createRange();
  point.setStart(caret.offsetNode, caret.offset);
  return map.offsetOf(point);
};

/** What the neighbours of a report say, as far as they are open, and whether all of them are (or cannot be). */
const usageBeside = (id: string, { shelf }: Library): { readonly text: string; readonly whole: boolean } => {
  const own = shelf.find(({ entry }) => entry.id === id)?.entry;
  const ids = new Set(own ? nearestTo([own], shelf) : []);
  const items = shelf.filter(({ entry }) => ids.has(entry.id));
  return {
    text: openVolumes(items)
      .map(({ report }) => report.clean)
      .join('\n'),
    whole: items.every(({ state }) => state === 'ready' || state === 'damaged'),
  };
};

/** What is selected now, in the clean text: drawn anew, the text has other nodes. */
const selectedIn = (pane: HTMLElement): Range | null => {
  const selection = getSelection();
  return selection?.rangeCount ? mapText(pane).toClean(selection.getRangeAt(0)) : null;
};

/**
 * Selects what two or three clicks mean, in place of the browser's word and paragraph: a term, a sentence. Where
 * neighbours are still opening, the term is looked at again once they are open, if its selection still stands: what
 * a double click takes does not depend on how early it comes. `done` is called after each selection; gives what
 * ends the waiting.
 */
export const widen = (
  report: Report,
  library: LibraryStore,
  { pane, event }: { readonly pane: HTMLElement; readonly event: MouseEvent },
  done: () => void,
): (() => void) => {
  const at = offsetUnder(mapText(pane), pane, event);
  if (at === null) return () => undefined;
  if (event.detail > 2) {
    select(mapText(pane), sentenceAt(report, at)?.range ?? null);
    done();
    return () => undefined;
  }
  const take = (): boolean => {
    const { text, whole } = usageBeside(report.id, library.getState());
    const usage = `${report.clean}\n${text}`;
    select(mapText(pane), longer(wordAt(report.clean, at), wordAt(report.clean, at, usage)));
    done();
    return whole;
  };
  if (take()) return () => undefined;
  const before = selectedIn(pane);
  const stop = library.subscribe((state) => {
    if (!usageBeside(report.id, state).whole) return;
    stop();
    const now = selectedIn(pane);
    if (now?.start === before?.start && now?.end === before?.end) take();
  });
  return stop;
};
