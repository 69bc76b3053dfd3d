import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Range as CleanRange } from '../../../shared/report';
import { mapText, type TextMap } from '../text/text-map';
import { placeNotes } from './note-placement';
import type { PlacedNote } from '../../state/notes/placed-notes';

const GAP = 12;

/** So many cards are all on the page; of more only those near the window, or each face that comes in lays out all anew. */
const MANY = 80;

/** Pixels a card is taken to be high before it has been on the page. */
const GUESS = 44;

/** What has been measured. */
interface Measures {
  /** Lines by their passages, in px from the top of the scrolled content, for as long as the text keeps its size. */
  readonly size: string;
  readonly lines: WeakMap<CleanRange, number>;
  /** Heights by note, in px. */
  readonly heights: Map<string, number>;
}

const sizeOf = (element: HTMLElement | null): string =>
  element ? `${element.offsetWidth}×${element.offsetHeight}` : '';

/** The line of a passage; the page is read only where a line is not known. */
const lineReader = (scroller: HTMLElement, { lines }: Measures): ((range: CleanRange) => number) => {
  let map: TextMap | null = null;
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
  return (range) => {
    const before = lines.get(range);
    if (before !== undefined) return before;
    map ??= mapText(scroller);
    const box = map.toDom(range)?.getBoundingClientRect();
    if (!box) return 0;
    lines.set(range, box.top - origin);
    return box.top - origin;
  };
};

const cardsIn = (list: HTMLElement): ReadonlyMap<string, HTMLElement> =>
  new Map(
    [...list.children].flatMap((card) =>
      card instanceof HTMLElement ? [[card.dataset['note'] ?? '', card]] : [],
    ),
  );

/** The cards, and what their text scrolls in. */
interface Margin {
  readonly scroller: HTMLElement;
  readonly list: HTMLElement;
}

/** Puts each card that is on the page at its line; what has not moved is not touched. Answers where each would stand. */
const place = (
  { scroller, list }: Margin,
  placed: readonly PlacedNote[],
  measures: Measures,
  fixed: string | null,
): ReadonlyMap<string, number> => {
  const cards = cardsIn(list);
  for (const [id, card] of cards) measures.heights.set(id, card.clientHeight);
  const lineOf = lineReader(scroller, measures);
  const tops = placeNotes(
    placed.map(({ note: { id }, range }) => ({
      id,
      line: lineOf(range),
      height: measures.heights.get(id) ?? GUESS,
    })),
    GAP,
    fixed,
  );
  for (const [id, { style }] of cards) {
    const top = `${tops.get(id) ?? 0}px`;
    if (style.top !== top) Object.assign(style, { top, visibility: 'visible' });
  }
  return tops;
};

/** Notes whose cards stand within a window's height of the window. */
const near = (list: HTMLElement, tops: ReadonlyMap<string, number>): readonly string[] => {
  const margin = list.closest('.margin');
  if (!margin) return [];
  // In a drawer the margin scrolls by itself.
  const origin = margin.getBoundingClientRect().top - margin.scrollTop;
  return [...tops].flatMap(([id, top]) =>
    origin + top > -innerHeight && origin + top < 2 * innerHeight ? [id] : [],
  );
};

/**
 * Measures where each note's passage is and how tall its card is, and puts the card there. It goes around React: cards
 * that only move down a little are not rendered again. Answers the notes whose cards should be on the page.
 */
export const usePlacement = (
  placed: readonly PlacedNote[],
  list: RefObject<HTMLElement | null>,
  fixed: string | null,
): readonly PlacedNote[] => {
  const measures = useRef<Measures>({ size: '', lines: new WeakMap(), heights: new Map() });
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const many = placed.length > MANY;
  useLayoutEffect(() => {
    const { current } = list;
    // From the list upwards: at the first layout the pane around it has no ref yet.
    const scroller = current?.closest<HTMLElement>('.pane');
    if (!scroller || !current) return undefined;
    const text = scroller.querySelector<HTMLElement>('.text');
    let tops: ReadonlyMap<string, number> = new Map();
    const choose = () => {
      if (!many) return;
      const next = near(current, tops);
      setWanted((before) => (before.join() === next.join() ? before : next));
    };
    const measure = () => {
      const size = `${sizeOf(text)} ${sizeOf(scroller)}`;
      if (size !== measures.current.size)
        measures.current = { ...measures.current, size, lines: new WeakMap() };
      tops = place({ scroller, list: current }, placed, measures.current, fixed);
      choose();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const element of current.children) observer.observe(element);
    if (text) observer.observe(text);
    if (many) document.addEventListener('scroll', choose, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', choose, { capture: true });
    };
  }, [placed, list, fixed, many, wanted]);
  if (!many) return placed;
  const ids = new Set(wanted);
  return placed.filter(({ note }) => ids.has(note.id) || note.id === fixed);
};
