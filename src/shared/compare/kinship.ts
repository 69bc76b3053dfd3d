import { contextLikeness, type ContextLikeness } from './context';
import type { Likeness } from './likeness';
import { sharedWorthOf } from './matter';
import type { Tense } from './stage';
import { isSameSubject, maybeSameSubject, namesDiffer, sharedNames } from './subject';
import type { Side, Unit } from './unit';
import { KINSHIP, TRUST } from './weights';

/** The two greatest likenesses a unit has with any of the other side. */
type Best = readonly [first: number, second: number];

const NONE: Best = [0, 0];

/** Two reports and what is known of their units as a whole. */
interface Known {
  readonly left: Side;
  readonly right: Side;
  /** Tells whether the sections of two units stand side by side. */
  readonly areTogether: (l: Unit, r: Unit) => boolean;
  readonly context: ContextLikeness;
  /** Among those of its tense. */
  readonly best: Readonly<Record<'left' | 'right', readonly Best[]>>;
  /** Where a unit stands in the part of its report that has its tense, 0 to 1. */
  readonly places: Readonly<Record<'left' | 'right', readonly number[]>>;
}

/** What is thought of two units, each 0 to 1. */
export interface Judgement {
  /** How much the one is to be preferred to others as the counterpart of the other. */
  readonly kinship: number;
  /** How surely a reader would set the two side by side at all: half kinship, half the same sum fitted to that. */
  readonly trust: number;
}

/** Judges two units: the left one by its position, the right one as a candidate. */
export type Judge = (left: number, candidate: Likeness) => Judgement;

const NO_JUDGEMENT: Judgement = { kinship: 0, trust: 0 };

/**
 * Judges candidates by what they speak of and not by their frame, by the passages around them and by who else is like
 * them. The weights of both sums are fitted to rows that were judged by reading (`KINSHIP`, `TRUST`).
 */
export function judgeOf(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
  areTogether: Known['areTogether'],
): Judge {
  const known: Known = {
    left,
    right,
    areTogether,
    context: contextLikeness(left, right),
    best: bestOf(left, right, likely),
    places: { left: placesOf(left), right: placesOf(right) },
  };
  return (at, candidate) => {
    const [l, r] = [left.units[at], right.units[candidate.right]];
    if (!l || !r) return NO_JUDGEMENT;
    const traits = traitsOf(known, [l, r], at, candidate);
    const near = sameTense(left, right, l, r);
    const lead = near ? leadOf(known, at, candidate) : KINSHIP.otherTense;
    const kinship = logistic(sumOf(traits, KINSHIP) + lead);
    return { kinship, trust: near ? (kinship + logistic(sumOf(traits, TRUST))) / 2 : 0 };
  };
}

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** What two units have in common, as numbers. */
interface Traits {
  readonly share: number;
  readonly common: number;
  readonly length: number;
  readonly context: number;
  readonly away: number;
  readonly names: number;
  readonly together: boolean;
  readonly sameSubject: boolean;
  readonly otherSubject: boolean;
  readonly otherNames: boolean;
  readonly headings: boolean;
  readonly figures: boolean;
}

function traitsOf(
  { context, places, areTogether }: Known,
  [l, r]: readonly [Unit, Unit],
  at: number,
  { right: other }: Likeness,
): Traits {
  const common = sharedWorthOf(l.matter, r.matter);
  return {
    share: l.worth + r.worth > 0 ? (2 * common) / (l.worth + r.worth) : 1 / 2,
    common,
    length: Math.min(l.weight, r.weight),
    context: context(at, other, common),
    away: Math.min(KINSHIP.far, Math.abs((places.left[at] ?? 0) - (places.right[other] ?? 0))),
    names: Math.min(KINSHIP.mostNames, sharedNames(l.names, r.names).length),
    together: areTogether(l, r),
    sameSubject: isSameSubject(l.subject, r.subject),
    otherSubject: !maybeSameSubject(l.subject, r.subject),
    otherNames: namesDiffer(l.names, r.names),
    headings: l.kind === 'heading' && r.kind === 'heading',
    figures: l.figure && r.figure,
  };
}

/** The weights of a logistic sum over traits. */
export interface TraitWeights {
  readonly bias: number;
  readonly share: number;
  readonly matter: number;
  readonly none: number;
  readonly length: number;
  readonly otherSubject: number;
  readonly sameSubject: number;
  readonly otherNames: number;
  readonly name: number;
  readonly headings: number;
  readonly context: number;
  readonly block: number;
  readonly away: number;
  readonly figures: number;
}

function sumOf(traits: Traits, weights: TraitWeights): number {
  const sum =
    weights.bias +
    weights.share * traits.share +
    weights.matter * Math.log(1 + traits.common) +
    weights.length * Math.log(1 + traits.length) +
    weights.name * traits.names +
    weights.context * traits.context +
    weights.away * traits.away;
  return (
    sum +
    (traits.common === 0 ? weights.none : 0) +
    (traits.sameSubject ? weights.sameSubject : 0) +
    (traits.otherSubject ? weights.otherSubject : 0) +
    (traits.otherNames ? weights.otherNames : 0) +
    (traits.headings ? weights.headings : 0) +
    (traits.together ? weights.block : 0) +
    (traits.figures ? weights.figures : 0)
  );
}

/** Tells whether both tell results, or plans, or problems. */
export const sameTense = (left: Side, right: Side, l: Unit, r: Unit): boolean =>
  left.tenses[l.section] === right.tenses[r.section] && l.problem === r.problem;

function bestOf(left: Side, right: Side, likely: readonly (readonly Likeness[])[]): Known['best'] {
  const best = { left: left.units.map(() => NONE), right: right.units.map(() => NONE) };
  likely.forEach((found, at) => {
    for (const { right: other, likeness } of found) {
      const [l, r] = [left.units[at], right.units[other]];
      if (!l || !r || !sameTense(left, right, l, r)) continue;
      best.left[at] = better(best.left[at] ?? NONE, likeness);
      best.right[other] = better(best.right[other] ?? NONE, likeness);
    }
  });
  return best;
}

function placesOf({ units, tenses }: Side): readonly number[] {
  const passed = new Map<Tense | undefined, number>();
  const before = units.map(({ section }) => {
    const count = passed.get(tenses[section]) ?? 0;
    passed.set(tenses[section], count + 1);
    return count;
  });
  return units.map(({ section }, at) => (before[at] ?? 0) / Math.max(1, passed.get(tenses[section]) ?? 1));
}

const better = ([first, second]: Best, likeness: number): Best =>
  likeness > first ? [likeness, first] : [first, Math.max(second, likeness)];

/** Who else is like one of them. */
function leadOf({ best }: Known, at: number, { right: other, likeness }: Likeness): number {
  const leads = [best.left[at] ?? NONE, best.right[other] ?? NONE].map(([first, second]) =>
    likeness >= first ? likeness - second : likeness - first,
  );
  return leads.reduce((sum, one) => sum + (one < 0 ? KINSHIP.behind : KINSHIP.ahead) * one, 0);
}
