type Chosen<T> = readonly T[] | undefined;

/**
 * The values ticked after some are clicked together: all of them are ticked where one was not, else none is. Undefined
 * where nothing is narrowed any more.
 */
export const toggledAll = <T>(values: readonly T[], chosen: Chosen<T>, some: readonly T[]): Chosen<T> => {
  const now = chosen ?? values;
  const missing = some.filter((value) => !now.includes(value));
  const next = missing.length > 0 ? [...now, ...missing] : now.filter((value) => !some.includes(value));
  return next.length === 0 || values.every((value) => next.includes(value)) ? undefined : next;
};

/** The values ticked after one is clicked; undefined where nothing is narrowed any more. */
export const toggled = <T>(values: readonly T[], chosen: Chosen<T>, value: T): Chosen<T> =>
  toggledAll(values, chosen, [value]);

/** Tells whether all, some or none of the values are ticked. */
export const ticksOf = <T>(chosen: Chosen<T>, some: readonly T[]): 'all' | 'some' | 'none' => {
  const ticked = chosen === undefined ? some.length : some.filter((value) => chosen.includes(value)).length;
  return ticked === some.length ? 'all' : ticked > 0 ? 'some' : 'none';
};
