import frequencies from '../../../resources/frequencies.json' with { type: 'json' };

/** Pairs that the table lacks stand in fewer clauses than one of 4,096. */
const RARE = 2 ** -13;

/** For each first character the numbers of its pairs by the second; two characters in one number would be no small integer. */
const numbers: (Map<number, number> | undefined)[] = [];
/** By the number of a pair: its characters' codes, and its share of clauses. */
const firsts: number[] = [];
const seconds: number[] = [];
const shares: number[] = [];

/** Whether the table has been read: on first use, for most of what the page does compares nothing. */
let isRead = false;

/** Two neighbouring folded characters as one small number, the same each time in one run of the program. */
export function pairOf(first: number, second: number): number {
  if (!isRead) readTable();
  return numberOf(first, second);
}

function numberOf(first: number, second: number): number {
  const known = (numbers[first] ??= new Map<number, number>());
  const number = known.get(second);
  if (number !== undefined) return number;
  known.set(second, firsts.length);
  firsts.push(first);
  seconds.push(second);
  shares.push(RARE);
  return firsts.length - 1;
}

/**
 * The share of clauses of public reports that hold a pair of characters, counted by scripts/count-phrases.mjs:
 * about 1/20 for 建设, 2^-13 for a pair that few reports know.
 */
export const shareOf = (pair: number): number => shares[pair] ?? RARE;

/** Tells whether hardly a report knows a pair. */
export const isRare = (pair: number): boolean => shareOf(pair) <= RARE;

/** Tells whether a pair holds a character. */
export const holds = (pair: number, code: number): boolean => firsts[pair] === code || seconds[pair] === code;

function readTable(): void {
  isRead = true;
  for (const [rarity, pairs] of Object.entries(frequencies.pairs)) {
    for (let at = 0; at < pairs.length; at += 2)
      shares[numberOf(pairs.charCodeAt(at), pairs.charCodeAt(at + 1))] = 2 ** (-Number(rarity) / 2);
  }
}
