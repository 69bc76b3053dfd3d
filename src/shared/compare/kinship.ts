import { contextLikeness, type ContextLikeness } from './context';
import type { Likeness } from './likeness';
import { sharedWorthOf } from './matter';
import type { Tense } from './stage';
import { isSameSubject, maybeSameSubject, namesDiffer, sharedNames } from './subject';
import type { Side, Unit } from './unit';
import { KINSHIP } from './weights';

/** The two greatest likenesses a unit has with any of the other side. */
type Best = readonly [first: number, second: number];

const NONE: Best = [0, 0];

/** Two reports and what is known of their units as a whole. */
interface Known {
  readonly left: Side;
  readonly right: Side;
  /** Whether the sections of two units stand side by side. */
  readonly areTogether: (l: Unit, r: Unit) => boolean;
  readonly context: ContextLikeness;
  /** Among those of its tense. */
  readonly best: Readonly<Record<'left' | 'right', readonly Best[]>>;
  /** Where a unit stands in the part of its report that has its tense, 0 to 1. */
  readonly places: Readonly<Record<'left' | 'right', readonly number[]>>;
}

/** How surely two units speak of one matter, 0 to 1: the left one by its position, the right one as a candidate. */
export type Kinship = (left: number, candidate: Likeness) => number;

/**
 * Judges candidates by what they speak of and not by their frame, by the passages around them and by who else is like
 * them. The weights of the sum are fitted to rows that were judged by reading (`KINSHIP`).
 */
export function kinshipOf(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
  areTogether: Known['areTogether'],
): Kinship {
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
    if (!l || !r) return 0;
    const common = sharedWorthOf(l.matter, r.matter);
    const place = sameTense(left, right, l, r) ? ofPlace(known, at, candidate, common) : KINSHIP.otherTense;
    const together = areTogether(l, r) ? KINSHIP.block : 0;
    const sum = KINSHIP.bias + ofMatter(l, r, common) + ofWords(l, r) + place + together;
    return 1 / (1 + Math.exp(-sum));
  };
}

const sameTense = (left: Side, right: Side, l: Unit, r: Unit): boolean =>
  left.tenses[l.section] === right.tenses[r.section];

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

function ofMatter(l: Unit, r: Unit, common: number): number {
  const share = l.worth + r.worth > 0 ? (2 * common) / (l.worth + r.worth) : 1 / 2;
  return (
    KINSHIP.share * share +
    KINSHIP.matter * Math.log(1 + common) +
    (common === 0 ? KINSHIP.none : 0) +
    KINSHIP.length * Math.log(1 + Math.min(l.weight, r.weight))
  );
}

function ofWords(l: Unit, r: Unit): number {
  const names = Math.min(KINSHIP.mostNames, sharedNames(l.names, r.names).length);
  return (
    (isSameSubject(l.subject, r.subject) ? KINSHIP.sameSubject : 0) +
    (maybeSameSubject(l.subject, r.subject) ? 0 : KINSHIP.otherSubject) +
    (namesDiffer(l.names, r.names) ? KINSHIP.otherNames : 0) +
    KINSHIP.name * names +
    (l.kind === 'heading' && r.kind === 'heading' ? KINSHIP.headings : 0)
  );
}

function ofPlace(
  { context, best, places }: Known,
  at: number,
  { right: other, likeness }: Likeness,
  common: number,
): number {
  const away = Math.min(KINSHIP.far, Math.abs((places.left[at] ?? 0) - (places.right[other] ?? 0)));
  const leads = [best.left[at] ?? NONE, best.right[other] ?? NONE].map(([first, second]) =>
    likeness >= first ? likeness - second : likeness - first,
  );
  const lead = leads.reduce((sum, one) => sum + (one < 0 ? KINSHIP.behind : KINSHIP.ahead) * one, 0);
  return lead + KINSHIP.context * context(at, other, common) + KINSHIP.away * away;
}
