import { bisect } from '../text';
import type { Side, Unit } from './unit';

/** Two units that are counterparts, by their positions. */
interface Placed {
  readonly left: number;
  readonly right: number;
}

/** So near in the text two passages keep each other company. */
const NEAR = 9;
/** So many counterparts on either side are asked. */
const ASKED = 3;
/** Shorter passages are forms of address and have no place of their own: 各位代表！ */
const SHORTEST = 8;
/** Without company a passage has moved if it stands so far elsewhere in its part, 0 to 1, or under another topic. */
const ELSEWHERE = 0.25;

/**
 * Tells whether a pair stands elsewhere than the passages around it. Parts are cut and headed differently in any two reports;
 * what stands beside the same neighbours has not moved.
 */
export function hasMoved(
  left: Side,
  right: Side,
  inOrder: ReadonlyMap<number, number>,
): (mate: Placed) => boolean {
  const fixed = [...inOrder].map(([l, r]): Placed => ({ left: l, right: r }));
  const [byLeft, byRight] = [
    fixed.toSorted((a, b) => a.left - b.left),
    fixed.toSorted((a, b) => a.right - b.right),
  ];
  return (mate) => {
    const [l, r] = [left.units[mate.left], right.units[mate.right]];
    // Notes follow the text that they explain: what moved is that.
    if (!l || !r || l.notes || Math.min(l.weight, r.weight) < SHORTEST) return false;
    const company = [...around(byLeft, mate, 'left'), ...around(byRight, mate, 'right')];
    const keeps = company.some(
      (other) => near(left.units, other.left, mate.left) && near(right.units, other.right, mate.right),
    );
    if (keeps) return false;
    if (company.length > 0) return true;
    const away = Math.abs(mate.left / left.units.length - mate.right / right.units.length);
    return topicOf(left, l) !== topicOf(right, r) || away > ELSEWHERE;
  };
}

/** The fixed pairs before and after one, as far as they stand near it on a side. */
function around(fixed: readonly Placed[], mate: Placed, side: 'left' | 'right'): readonly Placed[] {
  const at = bisect(fixed.length, (index) => (fixed[index]?.[side] ?? 0) < mate[side]);
  return fixed
    .slice(Math.max(0, at - ASKED), at + ASKED)
    .filter((other) => Math.abs(other[side] - mate[side]) <= NEAR);
}

/** In one section, or not far apart. */
const near = (units: readonly Unit[], a: number, b: number): boolean =>
  Math.abs(a - b) <= NEAR || units[a]?.paragraph === units[b]?.paragraph;

const topicOf = ({ report }: Side, { section }: Unit): string => report.sections[section]?.topic ?? '';
