import type { Likeness } from './likeness';
import type { Mate } from './pairing';
import type { Side, Unit } from './unit';
import { ROWS } from './weights';

/** Units [first, end) of one sentence. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** What becomes a row: neighbouring units of one sentence beside those of another, or beside nothing. */
export interface UnitRun {
  readonly left: Span | null;
  readonly right: Span | null;
  /** What of both is paired, without the rest of the sentences that stays with it. */
  readonly core: Core | null;
  readonly likeness: number;
  readonly inOrder: boolean;
  readonly moved: boolean;
}

export interface Core {
  readonly left: Span;
  readonly right: Span;
}

interface Draft {
  left: Span;
  right: Span;
  likeness: number;
  readonly inOrder: boolean;
  readonly moved: boolean;
}

/**
 * Joins mates into runs: clauses of one sentence whose counterparts are clauses of one sentence stay together,
 * and a sentence of which enough is paired is not cut. Every unit of both sides is in exactly one run.
 */
export function makeRuns(
  left: Side,
  right: Side,
  mates: readonly Mate[],
  likely: readonly (readonly Likeness[])[],
): readonly UnitRun[] {
  const drafts = joinMates(left, right, mates);
  const alike = (l: number, r: number): boolean =>
    likely[l]?.some(({ right: other, likeness }) => other === r && likeness >= ROWS.alike) ?? false;
  widen(left.units, drafts, 'left', (at, { right: span }) => someUnit(span, (r) => alike(at, r)));
  widen(right.units, drafts, 'right', (at, { left: span }) => someUnit(span, (l) => alike(l, at)));
  const cores = drafts.map(({ left: l, right: r }): Core => ({ left: l, right: r }));
  absorb(left.units, drafts, 'left');
  absorb(right.units, drafts, 'right');
  const paired = drafts.map((draft, at): UnitRun => ({ ...draft, core: cores[at] ?? null }));
  return [
    ...paired,
    ...restOf(left.units, drafts, 'left').map((span) => gap({ left: span, right: null })),
    ...restOf(right.units, drafts, 'right').map((span) => gap({ left: null, right: span })),
  ];
}

const gap = (sides: Pick<UnitRun, 'left' | 'right'>): UnitRun => ({
  ...sides,
  core: null,
  likeness: 0,
  inOrder: true,
  moved: false,
});

function joinMates(left: Side, right: Side, mates: readonly Mate[]): Draft[] {
  const rights = new Set(mates.map((mate) => mate.right));
  const drafts: Draft[] = [];
  for (const { left: l, right: r, likeness, inOrder, moved } of mates) {
    const last = drafts.at(-1);
    const follows =
      last !== undefined &&
      last.inOrder === inOrder &&
      last.moved === moved &&
      sameSentence(left.units, last.left.end - 1, l) &&
      sameSentence(right.units, last.right.end - 1, r) &&
      r >= last.right.end &&
      !anyBetween(last.right.end, r, rights) &&
      spanWeight(left.units, { first: last.left.first, end: l + 1 }) <= ROWS.longest &&
      spanWeight(right.units, { first: last.right.first, end: r + 1 }) <= ROWS.longest;
    if (!follows) {
      drafts.push({
        left: { first: l, end: l + 1 },
        right: { first: r, end: r + 1 },
        likeness,
        inOrder,
        moved,
      });
      continue;
    }
    const [before, now] = [
      spanWeight(left.units, last.left),
      spanWeight(left.units, { first: l, end: l + 1 }),
    ];
    last.likeness = (last.likeness * before + likeness * now) / Math.max(1, before + now);
    last.left = { first: last.left.first, end: l + 1 };
    last.right = { first: last.right.first, end: r + 1 };
  }
  return drafts;
}

const sameSentence = (units: readonly Unit[], a: number, b: number): boolean =>
  units[a]?.sentence === units[b]?.sentence;

function anyBetween(from: number, to: number, taken: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (taken.has(at)) return true;
  return false;
}

function spanWeight(units: readonly Unit[], { first, end }: Span): number {
  let weight = 0;
  for (let at = first; at < end; at += 1) weight += units[at]?.weight ?? 0;
  return weight;
}

/** Takes in the clauses next to a run that no other has and that its other side speaks of too: lists are often cut. */
function widen(
  units: readonly Unit[],
  drafts: readonly Draft[],
  side: 'left' | 'right',
  fits: (at: number, draft: Draft) => boolean,
): void {
  const held = heldBy(units, drafts, side);
  const take = (draft: Draft, at: number): boolean => {
    const free = units[at] !== undefined && held[at] !== 1 && sameSentence(units, at, draft[side].first);
    if (!free || !fits(at, draft)) return false;
    held[at] = 1;
    draft[side] = { first: Math.min(draft[side].first, at), end: Math.max(draft[side].end, at + 1) };
    return true;
  };
  for (const draft of drafts) {
    while (take(draft, draft[side].end));
    while (take(draft, draft[side].first - 1));
  }
}

function heldBy(units: readonly Unit[], drafts: readonly Draft[], side: 'left' | 'right'): Uint8Array {
  const held = new Uint8Array(units.length);
  for (const draft of drafts) held.fill(1, draft[side].first, draft[side].end);
  return held;
}

function someUnit({ first, end }: Span, test: (at: number) => boolean): boolean {
  for (let at = first; at < end; at += 1) if (test(at)) return true;
  return false;
}

/** Widens a run to its whole sentence where it is the only one there and holds most of it. */
function absorb(units: readonly Unit[], drafts: readonly Draft[], side: 'left' | 'right'): void {
  const perSentence = new Map<number, number>();
  const sentenceOf = (draft: Draft): number => units[draft[side].first]?.sentence ?? -1;
  for (const draft of drafts)
    perSentence.set(sentenceOf(draft), (perSentence.get(sentenceOf(draft)) ?? 0) + 1);
  for (const draft of drafts) {
    const whole = sentenceSpan(units, draft[side].first);
    const weight = spanWeight(units, whole);
    const share = weight <= ROWS.short && draft.likeness >= ROWS.sure ? 0 : ROWS.majority;
    const most = weight <= ROWS.longest && spanWeight(units, draft[side]) >= share * weight;
    if (most && perSentence.get(sentenceOf(draft)) === 1) draft[side] = whole;
  }
}

function sentenceSpan(units: readonly Unit[], at: number): Span {
  let [first, end] = [at, at + 1];
  while (first > 0 && sameSentence(units, first - 1, at)) first -= 1;
  while (end < units.length && sameSentence(units, end, at)) end += 1;
  return { first, end };
}

/** Gives what no run holds, cut at sentences. */
function restOf(units: readonly Unit[], drafts: readonly Draft[], side: 'left' | 'right'): readonly Span[] {
  const held = heldBy(units, drafts, side);
  const spans: Span[] = [];
  units.forEach((_, at) => {
    if (held[at] === 1) return;
    const last = spans.at(-1);
    const follows = last !== undefined && last.end === at && sameSentence(units, at - 1, at);
    if (follows) spans.pop();
    spans.push({ first: follows ? last.first : at, end: at + 1 });
  });
  return spans;
}
