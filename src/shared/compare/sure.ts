import { isRare } from './background';
import { sharedWorthOf } from './matter';
import { areRivals } from './rivals';
import { maybeSameSubject, sharedNames } from './subject';
import type { Side, Unit } from './unit';
import { COMPANY } from './weights';

/** A pair that is about to be shown, by the positions of its units. */
export interface Doubted {
  readonly left: number;
  readonly right: number;
  /** See `Judgement`. */
  readonly trust: number;
  /** See `Likeness`. */
  readonly likeness: number;
  readonly evidence: number;
  /** See `Mate`. */
  readonly moved: boolean;
}

/**
 * Tells which pairs a reader would set side by side, now that all are made: what stands beside the same neighbours on both
 * sides is surer than what meets alone. A pair in doubt is not shown.
 */
export function sureOf(left: Side, right: Side, pairs: readonly Doubted[]): (pair: Doubted) => boolean {
  const rightOf = new Map(pairs.map((pair) => [pair.left, pair.right]));
  return (pair) => {
    const [l, r] = [left.units[pair.left], right.units[pair.right]];
    if (!l || !r) return false;
    if (areFrameHeadings(l, r)) return true;
    const beside = OFFSETS.filter((by) => isBeside(rightOf.get(pair.left + by), pair.right));
    const inSentence = beside.some(
      (by) =>
        left.units[pair.left + by]?.sentence === l.sentence &&
        right.units[rightOf.get(pair.left + by) ?? -1]?.sentence === r.sentence,
    );
    if (areCounts(l, r)) return inSentence;
    if (l.key !== r.key && areRivals(l.key, r.key)) return false;
    const sum =
      COMPANY.bias +
      COMPANY.contained * containedOf(l, r, pair.likeness) +
      COMPANY.evidence * Math.log(1 + pair.evidence) +
      COMPANY.rare * Math.min(COMPANY.mostRare, rareInCommon(l, r)) +
      COMPANY.trust * Math.log(oddsOf(pair.trust)) +
      COMPANY.beside * Math.min(COMPANY.mostBeside, beside.length) +
      COMPANY.alike * Math.max(0, pair.likeness - COMPANY.alikeFrom) +
      COMPANY.name * Math.min(COMPANY.mostNames, sharedNames(l.names, r.names).length) +
      (maybeSameSubject(l.subject, r.subject) ? 0 : COMPANY.otherSubject) +
      (l.figure && r.figure ? COMPANY.figures : 0) +
      (pair.moved ? COMPANY.moved : 0) +
      (inSentence ? COMPANY.sentence : 0);
    return sum >= COMPANY.enough;
  };
}

/** 主要任务 beside 目标任务和重点工作: of what says no matter its place tells all. */
const areFrameHeadings = (l: Unit, r: Unit): boolean =>
  l.kind === 'heading' && r.kind === 'heading' && l.worth + r.worth === 0;

/** Numbers alone never pair, only what counts the same beside them does: 总投资6.4亿元. */
const areCounts = (l: Unit, r: Unit): boolean => l.worth + r.worth === 0 && l.figure && r.figure;

/** So far from a clause its neighbours are looked for… */
const OFFSETS = [-3, -2, -1, 1, 2, 3];
/** …and so far from its counterpart theirs. */
const REACH = 4;

const isBeside = (at: number | undefined, right: number): boolean =>
  at !== undefined && Math.abs(at - right) <= REACH;

/** Gives the part of the lesser matter that the greater has too; 防范和化解重点领域风险 is all frame and judged by that. */
function containedOf(l: Unit, r: Unit, likeness: number): number {
  const least = Math.min(l.worth, r.worth);
  return least > 0 ? sharedWorthOf(l.matter, r.matter) / least : likeness;
}

const rareInCommon = (l: Unit, r: Unit): number =>
  l.matter.filter((pair) => isRare(pair) && r.matter.includes(pair)).length;

const oddsOf = (trust: number): number => {
  const certain = Math.min(COMPANY.certain, Math.max(1 - COMPANY.certain, trust));
  return certain / (1 - certain);
};
