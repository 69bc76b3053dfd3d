import { useLayoutEffect, useState, type RefObject } from 'react';

/** Font size of an excerpt, px: the width of one Han character. */
const CHARACTER = 15;
/** Room for …… at both ends, and for the space between Han and figures. */
const SPARE = 5;
const SHORTEST = 12;

/** Tells how many characters an excerpt may have so that its row shows all of it, from the width of an empty row. */
export const useExcerptLength = (probe: RefObject<HTMLElement | null>): number => {
  const [length, setLength] = useState(28);
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return undefined;
    const read = () => setLength(Math.max(SHORTEST, Math.floor(element.clientWidth / CHARACTER) - SPARE));
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [probe]);
  return length;
};
