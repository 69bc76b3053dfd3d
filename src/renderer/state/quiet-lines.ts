import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import { keptIn, type TextStorage } from './kept-in';

/** Which views need no longer say what can be done in them. */
export interface QuietLines {
  readonly known: readonly string[];
  readonly done: (view: string) => void;
}

const schema = z.object({ known: z.array(z.string().max(40)).max(40) });

const readKnown = (stored: string | null): Pick<QuietLines, 'known'> => {
  try {
    return schema.parse(JSON.parse(stored ?? '{"known":[]}'));
  } catch {
    return { known: [] };
  }
};

/** Makes the store of the lines that are gone, kept in `storage`: a line that was followed does not come back. */
export const createQuietLines = (storage: TextStorage): StoreApi<QuietLines> =>
  createStore<QuietLines>()(
    persist(
      (set, get) => ({
        known: [],
        done: (view) => {
          if (!get().known.includes(view)) set({ known: [...get().known, view] });
        },
      }),
      keptIn(storage, { key: 'duidu.known', read: readKnown, pick: ({ known }) => ({ known }) }),
    ),
  );
