import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysChanged, patched } from '../../../src/shared/anchor';

interface Value {
  readonly of: number;
}

/** Changes one after another: keys with a new value, or null for a key taken away. */
const changes = fc.array(
  fc.dictionary(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), fc.option(fc.nat({ max: 9 }))),
  { maxLength: 8 },
);

const asPatch = (change: Record<string, number | null>): ReadonlyMap<string, Value | null> =>
  new Map(Object.entries(change).map(([key, of]) => [key, of === null ? null : { of }]));

const onPlain = (map: ReadonlyMap<string, Value>, patch: ReadonlyMap<string, Value | null>) => {
  const next = new Map(map);
  for (const [key, value] of patch)
    if (value) next.set(key, value);
    else next.delete(key);
  return next;
};

const sorted = (entries: Iterable<readonly [string, Value]>) =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));

describe('a map made from another by a few changes', () => {
  it('holds what a plain map holds, and leaves every earlier one as it was', () => {
    fc.assert(
      fc.property(changes, (all) => {
        let mine: ReadonlyMap<string, Value> = new Map();
        let plain: ReadonlyMap<string, Value> = new Map();
        const earlier = all.map((change) => {
          [mine, plain] = [patched(mine, asPatch(change)), onPlain(plain, asPatch(change))];
          return [mine, plain] as const;
        });
        for (const [one, other] of earlier) {
          expect(sorted(one)).toEqual(sorted(other));
          expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
          expect([...one.values()]).toHaveLength(other.size);
          expect(one.size).toBe(other.size);
          for (const key of ['甲', '己'])
            expect([one.get(key), one.has(key)]).toEqual([other.get(key), other.has(key)]);
          const seen: [string, Value][] = [];
          one.forEach((value, key) => seen.push([key, value]));
          expect(sorted(seen)).toEqual(sorted(other));
        }
      }),
      { seed: 11 },
    );
  });

  it('names every key under which two of them differ', () => {
    fc.assert(
      fc.property(changes, fc.nat({ max: 8 }), (all, back) => {
        const maps = [new Map<string, Value>() as ReadonlyMap<string, Value>];
        for (const change of all) maps.push(patched(maps.at(-1)!, asPatch(change)));
        const [one, other] = [maps[Math.min(back, maps.length - 1)]!, maps.at(-1)!];
        const named = keysChanged(one, other);
        for (const key of ['甲', '乙', '丙', '丁', '戊'])
          if (one.get(key) !== other.get(key)) expect(named).toContain(key);
      }),
      { seed: 12 },
    );
  });

  it('stays right when the changes grow past what is kept over a whole map', () => {
    let map: ReadonlyMap<string, Value> = new Map();
    const first = map;
    for (let i = 0; i < 1_000; i += 1) map = patched(map, new Map([[`k${i % 700}`, { of: i }]]));
    expect(map.size).toBe(700);
    expect(map.get('k0')).toEqual({ of: 700 });
    expect(keysChanged(first, map).size).toBe(700);
  });
});
