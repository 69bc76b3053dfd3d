import { holds, isRare, pairOf, shareOf } from './background';
import { ANY_NUMBER } from './fold';
import { LIKENESS } from './weights';

/** Pairs of neighbouring folded characters, as numbers, without repetitions. */
export type Pairs = readonly number[];

/** A candidate counterpart and how alike it is, 0 to 1. */
export interface Likeness {
  readonly right: number;
  readonly likeness: number;
  /** What the two share, in nats: more for rarer words and for longer stretches. */
  readonly evidence: number;
}

/** The character pairs of a passage; a passage of one character is a pair with nothing. */
export function characterPairs(codes: readonly number[]): Pairs {
  if (codes.length === 1) return [pairOf(codes[0] ?? 0, 0)];
  const pairs: number[] = [];
  for (let at = 1; at < codes.length; at += 1) {
    const pair = pairOf(codes[at - 1] ?? 0, codes[at] ?? 0);
    // Passages are short: looking through them is faster than hashing.
    if (!pairs.includes(pair)) pairs.push(pair);
  }
  return pairs;
}

/** Both, each pair once. */
export const joinPairs = (a: Pairs, b: Pairs): Pairs => [...new Set([...a, ...b])];

/**
 * For each left passage the right passages like it. A pair of characters weighs the more the rarer it is in both
 * reports and in reports at large, so 推进…建设 counts little and 航运 much; an inverted index keeps it near linear.
 */
export function likenesses(
  left: readonly Pairs[],
  right: readonly Pairs[],
): readonly (readonly Likeness[])[] {
  const ids = new Map<number, number>();
  const [lefts, rights] = [left.map((pairs) => intern(pairs, ids)), right.map((pairs) => intern(pairs, ids))];
  const counts = count([...lefts, ...rights], ids.size);
  const weights = weigh(ids, counts, lefts.length + rights.length);
  const norms = rights.map((pairs) => norm(pairs, weights));
  const names = Uint8Array.from(ids, ([pair, id]) => (counts[id] === 2 && isRare(pair) ? 1 : 0));
  const lexicon: Lexicon = { postings: invert(rights, ids.size), names, weights };
  const tally: Tally = { weight: new Float64Array(right.length), names: new Float64Array(right.length) };
  return lefts.map((pairs) => {
    const own = norm(pairs, weights);
    const touched = addUp(pairs, lexicon, tally);
    return touched.flatMap((at) => {
      const [evidence, names] = [tally.weight[at] ?? 0, tally.names[at] ?? 0];
      tally.weight[at] = 0;
      tally.names[at] = 0;
      const likeness = alike(evidence, own, norms[at] ?? 0);
      if (names >= LIKENESS.nameEvidence)
        return [{ right: at, likeness: Math.max(LIKENESS.named, likeness), evidence }];
      return likeness >= LIKENESS.floor ? [{ right: at, likeness, evidence }] : [];
    });
  });
}

/** Gives what each pair is worth, in nats. */
function weigh(ids: ReadonlyMap<number, number>, counts: Float64Array, passages: number): Float64Array {
  const weights = new Float64Array(ids.size);
  for (const [pair, id] of ids) {
    const share = ((counts[id] ?? 0) + LIKENESS.prior * shareOf(pair)) / (passages + LIKENESS.prior);
    const worth = Math.max(LIKENESS.least, -Math.log(share) - LIKENESS.common);
    weights[id] = hasNumber(pair) ? worth * LIKENESS.number : worth;
  }
  return weights;
}

const hasNumber = (pair: number): boolean => holds(pair, ANY_NUMBER);

/** What each right passage has in common with the left one at hand. */
interface Tally {
  readonly weight: Float64Array;
  /** The same of pairs that no third passage has. */
  readonly names: Float64Array;
}

/** All pairs of both reports: where they stand on the right, in how many passages, and what they are worth. */
interface Lexicon {
  readonly postings: Postings;
  /** 1 for a pair that stands twice here and hardly in other reports: 古贤, 枢纽. */
  readonly names: Uint8Array;
  readonly weights: Float64Array;
}

/** Dice's coefficient, drawn towards containment. */
function alike(common: number, left: number, right: number): number {
  const dice = (2 * common) / (left + right);
  const contained = common / Math.min(left, right);
  return dice + (contained - dice) * LIKENESS.containment;
}

/** Tallies each shared pair for the passages that have it; gives the passages reached. */
function addUp(
  pairs: Int32Array,
  { postings: { starts, passages }, names: rare, weights }: Lexicon,
  { weight, names }: Tally,
): readonly number[] {
  const touched: number[] = [];
  for (const pair of pairs) {
    const [from, to] = [starts[pair] ?? 0, starts[pair + 1] ?? 0];
    const worth = weights[pair] ?? 0;
    const isName = rare[pair] === 1 && to - from === 1;
    for (let at = from; at < to; at += 1) {
      const passage = passages[at] ?? 0;
      const before = weight[passage] ?? 0;
      if (before === 0) touched.push(passage);
      weight[passage] = before + worth;
      if (isName) names[passage] = (names[passage] ?? 0) + worth;
    }
  }
  return touched;
}

/** Dense numbers instead of hashes, given out in order of appearance. */
function intern(pairs: Pairs, ids: Map<number, number>): Int32Array {
  const interned = new Int32Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? 0;
    let id = ids.get(pair);
    if (id === undefined) ids.set(pair, (id = ids.size));
    interned[at] = id;
  }
  return interned;
}

/** In how many passages each pair stands. */
function count(passages: readonly Int32Array[], size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const pairs of passages) for (const pair of pairs) counts[pair] = (counts[pair] ?? 0) + 1;
  return counts;
}

function norm(pairs: Int32Array, weights: Float64Array): number {
  let sum = 0;
  for (const pair of pairs) sum += weights[pair] ?? 0;
  return sum;
}

/** For each pair the passages that have it: `passages` from `starts[pair]` up to `starts[pair + 1]`. */
interface Postings {
  readonly starts: Int32Array;
  readonly passages: Int32Array;
}

function invert(all: readonly Int32Array[], size: number): Postings {
  const starts = new Int32Array(size + 1);
  for (const pairs of all) for (const pair of pairs) starts[pair + 1] = (starts[pair + 1] ?? 0) + 1;
  for (let pair = 0; pair < size; pair += 1) starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const next = starts.slice();
  const passages = new Int32Array(starts[size] ?? 0);
  all.forEach((pairs, passage) => {
    for (const pair of pairs) {
      const at = next[pair] ?? 0;
      passages[at] = passage;
      next[pair] = at + 1;
    }
  });
  return { starts, passages };
}
