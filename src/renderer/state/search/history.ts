import { z } from 'zod';
import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keptIn, type TextStorage } from '../kept-in';

/** Queries the reader came back to: 最近 newest first, 常用 in the order they were saved. */
export interface SearchHistory {
  readonly recent: readonly string[];
  readonly saved: readonly string[];
}

const KEY = 'duidu.searches';
const MOST_RECENT = 8;
const MOST_SAVED = 20;
/** A pasted page is searched, but it is no query to offer again. */
const LONGEST_KEPT = 60;

const queries = (most: number) =>
  z
    .array(z.string().trim().min(1).max(LONGEST_KEPT))
    .transform((list) => [...new Set(list)].slice(0, most))
    .catch([]);

const historySchema = z.object({ recent: queries(MOST_RECENT), saved: queries(MOST_SAVED) });

const EMPTY: SearchHistory = { recent: [], saved: [] };

/** Validates what storage holds; what cannot be read costs a list of words, so it reads as empty. */
export const readHistory = (stored: string | null): SearchHistory => {
  try {
    const record = historySchema.safeParse(JSON.parse(stored ?? '{}'));
    return record.success ? record.data : EMPTY;
  } catch {
    return EMPTY;
  }
};

const isKept = (query: string): boolean => query !== '' && query.length <= LONGEST_KEPT;

/** The history with a query put first among the recent ones. */
export const withRecent = (history: SearchHistory, source: string): SearchHistory => {
  const query = source.trim();
  if (!isKept(query)) return history;
  const others = history.recent.filter((known) => known !== query);
  return { ...history, recent: [query, ...others].slice(0, MOST_RECENT) };
};

/** The history with a query saved, or no longer saved. */
export const withSaved = (history: SearchHistory, source: string, keep: boolean): SearchHistory => {
  const query = source.trim();
  const others = history.saved.filter((known) => known !== query);
  return { ...history, saved: keep && isKept(query) ? [...others, query].slice(-MOST_SAVED) : others };
};

/** The history, in `storage` from then on. */
export const createHistory = (storage: TextStorage): StoreApi<SearchHistory> =>
  createStore<SearchHistory>()(
    persist(
      () => EMPTY,
      keptIn(storage, {
        key: KEY,
        read: readHistory,
        pick: ({ recent, saved }): SearchHistory => ({ recent, saved }),
      }),
    ),
  );
