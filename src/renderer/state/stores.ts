import type { StoreApi } from 'zustand/vanilla';
import type { TextStorage } from './kept-in';

export type MakeStore<State> = (storage: TextStorage) => StoreApi<State>;

export type StoreOf = <State>(make: MakeStore<State>) => StoreApi<State>;

/**
 * Makes each store of the views when a view first asks for it, and gives the same one from then on: the code of a store
 * comes with its view, its life belongs to the program.
 */
export const createStores = (storage: TextStorage): StoreOf => {
  const stores = new Map<unknown, unknown>();
  return <State>(make: MakeStore<State>) => {
    // Under its own maker stands only what that maker made.
    const store = (stores.get(make) as StoreApi<State> | undefined) ?? make(storage);
    stores.set(make, store);
    return store;
  };
};
