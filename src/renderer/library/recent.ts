/** The values used last, at most so many. */
export interface Recent<Value> {
  /** The value, which thereby is the one used last. */
  get(key: string): Value | undefined;
  /** Keeps a value and gives it back; the one not used longest goes. */
  put(key: string, value: Value): Value;
}

/** Makes a cache of at most `most` values. */
export const createRecent = <Value>(most: number): Recent<Value> => {
  const values = new Map<string, Value>();
  const put = (key: string, value: Value): Value => {
    values.delete(key);
    values.set(key, value);
    for (const oldest of [...values.keys()].slice(0, Math.max(0, values.size - most))) values.delete(oldest);
    return value;
  };
  return {
    get: (key) => {
      const value = values.get(key);
      return value === undefined ? undefined : put(key, value);
    },
    put,
  };
};
