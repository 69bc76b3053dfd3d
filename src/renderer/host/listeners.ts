/** A list of callbacks; each added one can be taken off again. */
export interface Listeners<T> {
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
}

export const makeListeners = <T>(): Listeners<T> => {
  const all = new Map<symbol, (value: T) => void>();
  return {
    add: (listener) => {
      const key = Symbol('listener');
      all.set(key, listener);
      return () => void all.delete(key);
    },
    tell: (value) => all.forEach((listener) => listener(value)),
  };
};
