import { sharedWorth, worthOf } from './matter';
import type { Side, Unit } from './unit';

/** More clauses than this are no passage that one context can stand for: some reports are one paragraph. */
const LONGEST = 16;

/** What the passages around two clauses have in common, apart from what these two have: 0 to 1. */
export type ContextLikeness = (left: number, right: number, own: number) => number;

/** A stretch of neighbouring clauses: a paragraph, or a part of a long one. */
interface Passage {
  readonly matter: ReadonlySet<number>;
  readonly worth: number;
}

/**
 * Tells how alike the passages are in which two clauses stand. 综合服务中心 for farmers and 综合服务中心 for firms share their
 * words; what is said around them tells them apart.
 */
export function contextLikeness(left: Side, right: Side): ContextLikeness {
  const [lefts, rights] = [passagesOf(left), passagesOf(right)];
  const shared = new Map<number, number>();
  const sharedOf = (l: number, r: number): number => {
    const key = l * rights.passages.length + r;
    const known = shared.get(key);
    if (known !== undefined) return known;
    const [a, b] = [lefts.passages[l], rights.passages[r]];
    const common = a && b ? sharedWorth(a.matter, b.matter) : 0;
    shared.set(key, common);
    return common;
  };
  return (l, r, own) => {
    const [a, b] = [left.units[l], right.units[r]];
    const [p, q] = [lefts.of[l] ?? 0, rights.of[r] ?? 0];
    const [one, other] = [lefts.passages[p], rights.passages[q]];
    if (!a || !b || !one || !other) return 0;
    const all = one.worth - a.worth + (other.worth - b.worth);
    return all <= 0 ? 0 : Math.max(0, (2 * (sharedOf(p, q) - own)) / all);
  };
}

function passagesOf({ units }: Side): {
  readonly passages: readonly Passage[];
  readonly of: readonly number[];
} {
  const groups: Unit[][] = [];
  const of = units.map((unit, at) => {
    const last = groups.at(-1);
    if (last && units[at - 1]?.paragraph === unit.paragraph && last.length < LONGEST) last.push(unit);
    else groups.push([unit]);
    return groups.length - 1;
  });
  const passages = groups.map((group) => {
    const matter = new Set(group.flatMap((unit) => unit.matter));
    return { matter, worth: worthOf([...matter]) };
  });
  return { passages, of };
}
