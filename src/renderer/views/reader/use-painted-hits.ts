import { useEffect, type RefObject } from 'react';
import type { Range } from '../../../shared/report';
import { clearHighlight, paint } from '../text/highlight';
import { mapText } from '../text/text-map';

/**
 * Paints the hits over the text beside the find bar, the current one apart. The text is painted again when it is
 * rendered anew: 原文 has no clean text to paint, and the way back to 整理 makes new elements.
 */
export const usePaintedHits = (
  bar: RefObject<HTMLElement | null>,
  hits: readonly Range[],
  current: number,
): void => {
  useEffect(() => {
    const pane = bar.current?.parentElement?.querySelector<HTMLElement>('.pane');
    const text = pane?.querySelector<HTMLElement>('.text');
    if (!pane || !text) return undefined;
    const repaint = () => {
      const map = mapText(pane);
      paint(
        'hit',
        map,
        hits.filter((_, at) => at !== current),
      );
      paint('hit-current', map, hits.slice(current, current + 1));
    };
    repaint();
    const observer = new MutationObserver(repaint);
    observer.observe(text, { childList: true });
    return () => {
      observer.disconnect();
      clearHighlight('hit');
      clearHighlight('hit-current');
    };
  }, [bar, hits, current]);
};
