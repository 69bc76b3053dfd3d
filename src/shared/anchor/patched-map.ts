/** Changes to a map by key; null takes a key away. */
export type Patch<K, V> = ReadonlyMap<K, V | null>;

/** So many changes lie over a whole map before a new whole one is made. */
const LONGEST_PATCH = 128;

/**
 * A map that never changes, made from another by a few changes: what is the same is shared, so that one note changed
 * among ten thousand costs what one note costs.
 */
class PatchedMap<K, V extends object> implements ReadonlyMap<K, V> {
  readonly size: number;

  constructor(
    readonly base: ReadonlyMap<K, V>,
    readonly patch: Patch<K, V>,
  ) {
    let size = base.size;
    for (const [key, value] of patch) size += Number(value !== null) - Number(base.has(key));
    this.size = size;
  }

  get(key: K): V | undefined {
    const value = this.patch.get(key);
    return value === undefined ? this.base.get(key) : (value ?? undefined);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): Generator<[K, V], undefined, unknown> {
    for (const [key, value] of this.base) {
      const now = this.patch.get(key);
      if (now !== null) yield [key, now ?? value];
    }
    for (const [key, value] of this.patch) if (value !== null && !this.base.has(key)) yield [key, value];
    return undefined;
  }

  *keys(): Generator<K, undefined, unknown> {
    for (const [key] of this.entries()) yield key;
    return undefined;
  }

  *values(): Generator<V, undefined, unknown> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  [Symbol.iterator](): Generator<[K, V], undefined, unknown> {
    return this.entries();
  }

  forEach(work: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) work(value, key, this);
  }
}

const layersOf = <K, V extends object>(
  map: ReadonlyMap<K, V>,
): { readonly base: ReadonlyMap<K, V>; readonly patch: Patch<K, V> } =>
  map instanceof PatchedMap ? (map as PatchedMap<K, V>) : { base: map, patch: new Map<K, V | null>() };

/** The map with the changes; the one given stays as it is. */
export function patched<K, V extends object>(
  map: ReadonlyMap<K, V>,
  changes: Patch<K, V>,
): ReadonlyMap<K, V> {
  if (changes.size === 0) return map;
  const { base, patch } = layersOf(map);
  const over = new PatchedMap(base, new Map([...patch, ...changes]));
  return over.patch.size > LONGEST_PATCH ? new Map(over) : over;
}

/** Keys under which two maps may not hold the same; quick where one was made from the other by a few changes. */
export function keysChanged<K, V extends object>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
): ReadonlySet<K> {
  if (before === after) return new Set();
  const [one, other] = [layersOf(before), layersOf(after)];
  if (one.base === other.base) return new Set([...one.patch.keys(), ...other.patch.keys()]);
  const keys = new Set<K>();
  for (const [key, value] of after) if (before.get(key) !== value) keys.add(key);
  for (const key of before.keys()) if (!after.has(key)) keys.add(key);
  return keys;
}
