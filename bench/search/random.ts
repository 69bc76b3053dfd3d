/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** Mulberry32: small, and good enough to shuffle texts. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const whole = (random: Random, below: number): number => Math.floor(random() * below);

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[whole(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
