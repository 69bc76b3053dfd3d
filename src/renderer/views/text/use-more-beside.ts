import { useEffect, type RefObject } from 'react';

/** Marks a scroller with `data-more` while something lies to the right of what it shows: its edge fades. */
export const useMoreBeside = (scroller: RefObject<HTMLElement | null>): void =>
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const mark = (): void => {
      const left = element.scrollWidth - element.clientWidth - element.scrollLeft;
      element.toggleAttribute('data-more', left > 1);
    };
    const watching = new ResizeObserver(mark);
    watching.observe(element);
    for (const child of element.children) watching.observe(child);
    element.addEventListener('scroll', mark, { passive: true });
    return () => {
      watching.disconnect();
      element.removeEventListener('scroll', mark);
    };
  }, [scroller]);
