/** A possible pair of a left and a right item by their positions, with what it is worth. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * The heaviest set of links that cross nowhere: both positions rise from each link to the next. O(n log n).
 * What is left out of it stands in another order, that is: has moved.
 */
export function heaviestChain<T extends Link>(links: readonly T[]): readonly T[] {
  // Rights fall within one left, so that a chain never takes two links of one item.
  const sorted = [...links].sort((a, b) => a.left - b.left || b.right - a.right);
  const tree = new PrefixBest(1 + sorted.reduce((most, { right }) => Math.max(most, right), 0));
  const sums: number[] = [];
  const before: number[] = [];
  sorted.forEach(({ right, weight }, index) => {
    const best = tree.best(right, sums);
    before[index] = best;
    sums[index] = weight + (best < 0 ? 0 : (sums[best] ?? 0));
    tree.offer(right, index, sums);
  });
  return trace(sorted, sums, before);
}

function trace<T extends Link>(
  links: readonly T[],
  sums: readonly number[],
  before: readonly number[],
): readonly T[] {
  let at = sums.reduce((best, sum, index) => (best < 0 || sum > (sums[best] ?? 0) ? index : best), -1);
  const chain: T[] = [];
  for (; at >= 0; at = before[at] ?? -1) {
    const link = links[at];
    if (link) chain.push(link);
  }
  return chain.reverse();
}

/** A Fenwick tree: the index of the greatest sum among positions below a bound. */
class PrefixBest {
  private readonly nodes: Int32Array;

  constructor(size: number) {
    this.nodes = new Int32Array(size + 1).fill(-1);
  }

  best(position: number, sums: readonly number[]): number {
    let best = -1;
    for (let node = position; node > 0; node -= node & -node) {
      best = greater(best, this.nodes[node] ?? -1, sums);
    }
    return best;
  }

  offer(position: number, index: number, sums: readonly number[]): void {
    for (let node = position + 1; node < this.nodes.length; node += node & -node) {
      this.nodes[node] = greater(this.nodes[node] ?? -1, index, sums);
    }
  }
}

const greater = (a: number, b: number, sums: readonly number[]): number => {
  if (a < 0 || b < 0) return Math.max(a, b);
  return (sums[b] ?? 0) > (sums[a] ?? 0) ? b : a;
};
