import frequencies from '../../../resources/frequencies.json' with { type: 'json' };

/** Made on first use: most of what the page does compares nothing. */
let table: ReadonlyMap<number, number> | undefined;

/** Pairs that the table lacks stand in fewer clauses than one of 4,096. */
const RARE = 2 ** -13;

/** Two neighbouring folded characters as one number. */
export const pairOf = (first: number, second: number): number => first * 0x10000 + second;

/**
 * The share of clauses of public reports that hold a pair of characters, counted by scripts/count-phrases.mjs:
 * about 1/20 for 建设, 2^-13 for a pair that few reports know.
 */
export function shareOf(pair: number): number {
  table ??= readTable();
  return table.get(pair) ?? RARE;
}

/** Tells whether hardly a report knows a pair. */
export const isRare = (pair: number): boolean => shareOf(pair) <= RARE;

function readTable(): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (const [rarity, pairs] of Object.entries(frequencies.pairs)) {
    for (let at = 0; at < pairs.length; at += 2)
      shares.set(pairOf(pairs.charCodeAt(at), pairs.charCodeAt(at + 1)), 2 ** (-Number(rarity) / 2));
  }
  return shares;
}
