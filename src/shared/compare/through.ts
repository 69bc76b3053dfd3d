import type { Likeness } from './likeness';
import type { Span, UnitRun } from './runs';

/** Two of several reports with what their own comparison says. */
export interface Pairing {
  readonly left: number;
  readonly right: number;
  readonly runs: readonly UnitRun[];
  readonly likely: readonly (readonly Likeness[])[];
}

/** So alike two passages must be to stand side by side only because a third report says what both say. */
const ALIKE = 0.165;

/** Tells whether the passages of two reports may share a row. */
export type MayShare = (
  left: number,
  right: number,
  spans: readonly [readonly Span[], readonly Span[]],
) => boolean;

/**
 * Tells whether two reports' passages may stand in one row: where their own comparison pairs any of them, or where they are
 * alike. Otherwise two sentences of which a third report has something each would pass for counterparts.
 */
export function mayShareOf(pairings: readonly Pairing[]): MayShare {
  const known = new Map(pairings.map((pairing) => [keyOf(pairing.left, pairing.right), tableOf(pairing)]));
  return (left, right, [lefts, rights]) => {
    const table = known.get(keyOf(left, right));
    return table !== undefined && lefts.some((l) => rights.some((r) => areTogether(table, l, r)));
  };
}

const keyOf = (left: number, right: number): string => `${left}/${right}`;

interface Table {
  readonly likely: Pairing['likely'];
  /** For each left unit what it is paired with. */
  readonly mates: ReadonlyMap<number, Span>;
}

function tableOf({ runs, likely }: Pairing): Table {
  const mates = new Map<number, Span>();
  for (const { core } of runs)
    if (core) for (let at = core.left.first; at < core.left.end; at += 1) mates.set(at, core.right);
  return { likely, mates };
}

function areTogether({ likely, mates }: Table, left: Span, right: Span): boolean {
  for (let at = left.first; at < left.end; at += 1) {
    const mate = mates.get(at);
    if (mate && mate.first < right.end && right.first < mate.end) return true;
    const alike = likely[at]?.some(
      ({ right: other, likeness }) => likeness >= ALIKE && other >= right.first && other < right.end,
    );
    if (alike) return true;
  }
  return false;
}
