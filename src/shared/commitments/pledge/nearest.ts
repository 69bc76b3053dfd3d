import type { TextPiece } from './clauses';
import { samePartsIn, SIZE } from './alias';
import { distinctOf } from './specific';

/** A clause of a review, without marks. */
export type BareClause = TextPiece & { readonly bare: string };

/** Where each pair of characters stands among the clauses of a review. */
export type ClausePostings = ReadonlyMap<string, readonly number[]>;

const pairsIn = (text: string): readonly string[] => [
  ...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))),
];

/** Enters each clause under the pairs of characters in it. */
export function postingsOf(clauses: readonly BareClause[]): ClausePostings {
  const postings = new Map<string, number[]>();
  clauses.forEach(({ bare }, index) => {
    for (const pair of pairsIn(bare)) {
      const entered = postings.get(pair);
      if (entered) entered.push(index);
      else postings.set(pair, [index]);
    }
  });
  return postings;
}

/** So much of a name, the rarer pairs counting more, is enough to ask the reader. */
const ENOUGH = 0.24;

/** A pair that is the name's own tells more than one of what it is. */
const OWN = 2;

/** The pairs that are a name's own, without those of the place the report is of. */
export const ownPairs = (core: string, place: string | null): readonly string[] =>
  distinctOf(core.replace(shortPlace(place), ' '))
    .split(' ')
    .flatMap(pairsIn);

const shortPlace = (place: string | null): string => place?.replace(/(?<=..)[省市县区州盟旗]$/, '') || ' ';

/**
 * The clause that has most of a name where no clause has the name itself: it shares what is the name's own (雄源 of
 * 雄源服装智慧新城) and something of what it is besides, and speaks of no other part of it: 青禾隧道 is not near 青禾大桥.
 * Its index, or null.
 */
export function nearestTo(
  core: string,
  place: string | null,
  { clauses, postings }: { readonly clauses: readonly BareClause[]; readonly postings: ClausePostings },
): number | null {
  const name = core.replace(SIZE, '');
  const own = new Set(ownPairs(name, place));
  const among = new Set([...own].flatMap((pair) => postings.get(pair) ?? []));
  const weights = pairsIn(name).map(
    (pair) =>
      [pair, (own.has(pair) ? OWN : 1) / (1 + Math.log(1 + (postings.get(pair)?.length ?? 0)))] as const,
  );
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let best: { readonly index: number; readonly held: number } | null = null;
  for (const index of among) {
    const bare = clauses[index]?.bare ?? '';
    const held = weights.filter(([pair]) => bare.includes(pair));
    const share = held.reduce((sum, [, weight]) => sum + weight, 0) / total;
    const telling = held.length > 1 && share >= ENOUGH && samePartsIn(name, bare);
    if (telling && share > (best?.held ?? 0)) best = { index, held: share };
  }
  return best?.index ?? null;
}
