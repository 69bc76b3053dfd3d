import { ANY_NUMBER } from './fold';

/** Pairs of neighbouring folded characters, as numbers, without repetitions. */
export type Pairs = readonly number[];

/** A candidate counterpart and how alike it is, 0 to 1. */
export interface Likeness {
  readonly right: number;
  readonly likeness: number;
}

/** Below this nothing is in common but phrases that every report uses. */
const FLOOR = 0.16;

/** How far a short passage that lies whole within a long one counts as alike. */
const CONTAINMENT = 0.35;

/** 突破…亿元 and 新增…家 say little of what is counted. */
const NUMBER_WORTH = 0.5;

/**
 * A name that only these two passages have in common (平漯周高铁) tells them apart from all others, however long
 * the list around it: so many pairs found nowhere else lift a likeness to this.
 */
const NAME_PAIRS = 3;
const NAMED = 0.45;

/** The character pairs of a passage; a passage of one character is a pair with nothing. */
export function characterPairs(codes: readonly number[]): Pairs {
  if (codes.length === 1) return [(codes[0] ?? 0) * 0x10000];
  const pairs: number[] = [];
  for (let at = 1; at < codes.length; at += 1) {
    const pair = (codes[at - 1] ?? 0) * 0x10000 + (codes[at] ?? 0);
    // Passages are short: looking through them is faster than hashing.
    if (!pairs.includes(pair)) pairs.push(pair);
  }
  return pairs;
}

/**
 * For each left passage the right passages like it. A pair of characters weighs the more the rarer it is in both
 * reports, so 推进…建设 counts little and 航运 much; an inverted index keeps it near linear.
 */
export function likenesses(
  left: readonly Pairs[],
  right: readonly Pairs[],
): readonly (readonly Likeness[])[] {
  const ids = new Map<number, number>();
  const [lefts, rights] = [left.map((pairs) => intern(pairs, ids)), right.map((pairs) => intern(pairs, ids))];
  const counts = count([...lefts, ...rights], ids.size);
  const factors = Float64Array.from(ids.keys(), (pair) => (hasNumber(pair) ? NUMBER_WORTH : 1));
  const weights = counts.map(
    (times, id) => (factors[id] ?? 1) * Math.log(1 + (lefts.length + rights.length) / times),
  );
  const norms = rights.map((pairs) => norm(pairs, weights));
  const postings = invert(rights, ids.size);
  const tally: Tally = { weight: new Float64Array(right.length), names: new Int32Array(right.length) };
  return lefts.map((pairs) => {
    const touched = addUp(pairs, postings, counts, weights, tally);
    const own = norm(pairs, weights);
    const found: Likeness[] = [];
    for (const at of touched) {
      const likeness = alike(tally.weight[at] ?? 0, own, norms[at] ?? 0);
      const named = (tally.names[at] ?? 0) >= NAME_PAIRS;
      if (named || likeness >= FLOOR)
        found.push({ right: at, likeness: named ? Math.max(NAMED, likeness) : likeness });
      tally.weight[at] = 0;
      tally.names[at] = 0;
    }
    return found;
  });
}

const hasNumber = (pair: number): boolean =>
  pair % 0x10000 === ANY_NUMBER || Math.floor(pair / 0x10000) === ANY_NUMBER;

/** What each right passage has in common with the left one at hand. */
interface Tally {
  readonly weight: Float64Array;
  /** Pairs that no third passage has. */
  readonly names: Int32Array;
}

/** Dice's coefficient, drawn towards containment. */
function alike(common: number, left: number, right: number): number {
  const dice = (2 * common) / (left + right);
  const contained = common / Math.min(left, right);
  return dice + (contained - dice) * CONTAINMENT;
}

/** Tallies each shared pair for the passages that have it; gives the passages reached. */
function addUp(
  pairs: Int32Array,
  { starts, passages }: Postings,
  counts: Float64Array,
  weights: Float64Array,
  { weight, names }: Tally,
): readonly number[] {
  const touched: number[] = [];
  for (const pair of pairs) {
    const [from, to] = [starts[pair] ?? 0, starts[pair + 1] ?? 0];
    const worth = weights[pair] ?? 0;
    const isName = counts[pair] === 2 && to - from === 1;
    for (let at = from; at < to; at += 1) {
      const passage = passages[at] ?? 0;
      const before = weight[passage] ?? 0;
      if (before === 0) touched.push(passage);
      weight[passage] = before + worth;
      if (isName) names[passage] = (names[passage] ?? 0) + 1;
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
