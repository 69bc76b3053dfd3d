import type { PersistOptions } from 'zustand/middleware';

/** The part of localStorage that is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface KeptOptions<State, Kept> {
  readonly key: string;
  /** Validates what storage holds: the one way in. Null where it holds nothing. */
  readonly read: (stored: string | null) => Kept;
  /** Gives what of the state is kept. */
  readonly pick: (state: State) => Kept;
}

/**
 * Options of zustand's `persist`: a record is kept as plain JSON under its key and read through its own validation. A
 * full or forbidden storage costs the choice at the next start; it holds for this one.
 */
export const keptIn = <State, Kept>(
  storage: TextStorage,
  { key, read, pick }: KeptOptions<State, Kept>,
): PersistOptions<State, Kept> => ({
  name: key,
  partialize: pick,
  storage: {
    getItem: (name) => ({ state: read(storage.getItem(name)) }),
    setItem: (name, { state }) => {
      try {
        storage.setItem(name, JSON.stringify(state));
      } catch {
        return;
      }
    },
    removeItem: () => undefined,
  },
});
