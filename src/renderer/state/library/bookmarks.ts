import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import { typeset } from '../../../shared/parse';
import type { Range, Report } from '../../../shared/report';
import { occurrences } from '../../../shared/text';
import { keptIn, type TextStorage } from '../kept-in';

/** A place in a report that the reader wants to find again. */
export interface Bookmark {
  readonly report: string;
  /** In the clean text as it was. */
  readonly start: number;
  /** The words that stand there, by which it is found again in an edited text. */
  readonly words: string;
}

export interface Bookmarks {
  /** In the order they were set. */
  readonly list: readonly Bookmark[];
  /** Sets a bookmark, or takes away the one that is there; answers whether there is one now. */
  readonly toggle: (bookmark: Bookmark) => boolean;
  readonly remove: (bookmark: Bookmark) => void;
  /** Adds bookmarks of another computer; of too many the newest stay. */
  readonly add: (others: readonly Bookmark[]) => void;
}

const KEY = 'duidu.bookmarks';
const MOST = 500;
/** Enough to be found again, short enough for a list. */
const WORDS = 40;

const schema = z.array(
  z.object({
    report: z.string().max(200),
    start: z.int().nonnegative(),
    words: z.string().min(1).max(WORDS),
  }),
);

/** Reads what storage holds; what is damaged costs the bookmarks, never a note. */
const readBookmarks = (stored: string | null): Pick<Bookmarks, 'list'> => {
  try {
    const { list } = z.object({ list: schema }).parse(JSON.parse(stored ?? '{}'));
    return { list: list.slice(-MOST) };
  } catch {
    return { list: [] };
  }
};

const same = (one: Bookmark, other: Bookmark): boolean =>
  one.report === other.report && one.start === other.start;

/** Makes the store of the reader's own bookmarks, kept in `storage`. */
export const createBookmarks = (storage: TextStorage): StoreApi<Bookmarks> =>
  createStore<Bookmarks>()(
    persist(
      (set, get) => ({
        list: [],
        toggle: (bookmark) => {
          const { list } = get();
          const left = list.filter((other) => !same(other, bookmark));
          const added = left.length === list.length;
          set({ list: added ? [...list, bookmark].slice(-MOST) : left });
          return added;
        },
        remove: (bookmark) => set(({ list }) => ({ list: list.filter((other) => !same(other, bookmark)) })),
        add: (others) => set(({ list }) => ({ list: [...others, ...list].slice(-MOST) })),
      }),
      keptIn(storage, { key: KEY, read: readBookmarks, pick: ({ list }) => ({ list }) }),
    ),
  );

/** Makes the way of bookmarks into the one file that moves to another computer, and out of it. */
export const bookmarkPort = (store: StoreApi<Bookmarks>) => {
  const missingIn = (packed: string): readonly Bookmark[] => {
    const { list } = store.getState();
    return readBookmarks(packed).list.filter((bookmark) => !list.some((other) => same(other, bookmark)));
  };
  return {
    pack: (): string => {
      const { list } = store.getState();
      return list.length === 0 ? '' : JSON.stringify({ list });
    },
    missing: (packed: string): number => missingIn(packed).length,
    add: (packed: string): void => {
      const missing = missingIn(packed);
      if (missing.length > 0) store.getState().add(missing);
    },
  };
};

/** Makes a bookmark of the sentence or paragraph that begins a passage. */
export const bookmarkAt = ({ id, clean }: Report, { start, end }: Range): Bookmark => ({
  report: id,
  start,
  words: clean.slice(start, Math.min(end, start + WORDS)).split('\n')[0] ?? '',
});

/** Finds the words of a bookmark nearest to where they stood; null where the text no longer has them. */
export const bookmarkRange = ({ clean }: Report, { start, words }: Bookmark): Range | null => {
  const places = clean.startsWith(words, start) ? [start] : occurrences(clean, words);
  const nearest = [...places].sort((a, b) => Math.abs(a - start) - Math.abs(b - start))[0];
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
};

export const bookmarkWords = ({ words }: Bookmark): string => typeset(words);
