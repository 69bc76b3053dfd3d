import type { SectionBlock } from './blocks';
import { heaviestChain, type Link } from './chain';
import type { Likeness } from './likeness';
import { STAGES } from './stage';
import type { Side, Unit } from './unit';

/** Two units that are counterparts; positions in the units of each side. */
export interface Mate {
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
  /** False where the pair stands in another order or block than its neighbours: a move. */
  readonly inOrder: boolean;
}

/** How alike two units must be, and what being near is worth when two candidates compete. */
interface Nearness {
  readonly least: number;
  readonly bonus: number;
}

const SAME_BLOCK: Nearness = { least: 0.33, bonus: 0.2 };
const SAME_STAGE: Nearness = { least: 0.36, bonus: 0.05 };
/** A target and its result a year later are not one passage: only the same words pair, or a long likeness. */
const FAR: Nearness = { least: 0.8, bonus: 0 };
const LEAST_FAR_WEIGHT = 24;

/** Between two pairs that hold, a weaker likeness is enough. */
const BETWEEN_NEIGHBOURS = 0.25;

/** An infographic's tile repeats a figure of the text beside it; the text has the first claim to a counterpart. */
const TILE_MALUS = 0.35;

/** Shorter passages are not believed to have moved to another section, unless they are the same. */
const LEAST_MOVED_WEIGHT = 6;

interface Candidate extends Likeness {
  readonly left: number;
  readonly rank: number;
}

/** Pairs the units of two reports one to one; each takes its best counterpart, near ones first. */
export function pairUnits(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
  blocks: readonly SectionBlock[],
): readonly Mate[] {
  const blockOf = { left: blockIndex(blocks, 'left'), right: blockIndex(blocks, 'right') };
  const near = (l: Unit, r: Unit): Nearness => nearness(left, right, blockOf, l, r);
  const taken = new Pairs();
  pairHeadings(left, right, blocks, likely, taken);
  for (const candidate of rankCandidates(left, right, likely, near)) taken.offer(candidate);
  const inOrder = chainsByBlock(left, right, taken, blockOf);
  fillBetween(left, right, likely, taken, inOrder, blockOf);
  return taken.list().map((mate) => ({ ...mate, inOrder: inOrder.get(mate.left) === mate.right }));
}

/** Mates so far; the first offer of a unit holds. */
class Pairs {
  private readonly byLeft = new Map<number, Likeness>();
  private readonly rights = new Set<number>();

  offer({ left, right, likeness }: { left: number; right: number; likeness: number }): void {
    if (!this.free(left, right)) return;
    this.byLeft.set(left, { right, likeness });
    this.rights.add(right);
  }

  free(left: number, right: number): boolean {
    return !this.byLeft.has(left) && !this.rights.has(right);
  }

  list(): readonly { readonly left: number; readonly right: number; readonly likeness: number }[] {
    return [...this.byLeft].map(([left, mate]) => ({ left, ...mate })).sort((a, b) => a.left - b.left);
  }
}

type BlockOf = Readonly<Record<'left' | 'right', ReadonlyMap<number, number>>>;

function blockIndex(blocks: readonly SectionBlock[], side: 'left' | 'right'): ReadonlyMap<number, number> {
  return new Map(blocks.flatMap((block, index) => block[side].map((section) => [section, index] as const)));
}

function nearness(left: Side, right: Side, blockOf: BlockOf, l: Unit, r: Unit): Nearness {
  if (blockOf.left.get(l.section) === blockOf.right.get(r.section)) return SAME_BLOCK;
  const [from, to] = [left.report.sections[l.section]?.role, right.report.sections[r.section]?.role];
  return from && to && STAGES[from] === STAGES[to] ? SAME_STAGE : FAR;
}

/** The headings of a pair of sections belong together, however differently they are worded. */
function pairHeadings(
  left: Side,
  right: Side,
  blocks: readonly SectionBlock[],
  likely: readonly (readonly Likeness[])[],
  taken: Pairs,
): void {
  const heads = { left: firstHeadings(left), right: firstHeadings(right) };
  for (const block of blocks) {
    const l = heads.left.get(block.left[0] ?? -1);
    const r = heads.right.get(block.right[0] ?? -1);
    if (l === undefined || r === undefined) continue;
    taken.offer({
      left: l,
      right: r,
      likeness: likely[l]?.find((found) => found.right === r)?.likeness ?? 0,
    });
  }
}

function firstHeadings({ units }: Side): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  units.forEach(({ kind, section }, at) => {
    if (kind === 'heading' && !heads.has(section)) heads.set(section, at);
  });
  return heads;
}

function rankCandidates(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
  near: (l: Unit, r: Unit) => Nearness,
): readonly Candidate[] {
  const [n, m] = [Math.max(1, left.units.length), Math.max(1, right.units.length)];
  const away = ({ left: l, right: r }: Candidate): number => Math.abs(l / n - r / m);
  return likely
    .flatMap((found, l) => found.flatMap((likeness) => candidate(left, right, l, likeness, near)))
    .sort(
      (a, b) =>
        b.rank - a.rank || away(a) - away(b) || a.left + a.right - (b.left + b.right) || a.left - b.left,
    );
}

function candidate(
  left: Side,
  right: Side,
  at: number,
  found: Likeness,
  near: (l: Unit, r: Unit) => Nearness,
): readonly Candidate[] {
  const [l, r] = [left.units[at], right.units[found.right]];
  if (!l || !r) return [];
  const nearness = near(l, r);
  const { least, bonus } = nearness;
  const equal = l.key === r.key;
  // The parser may read a run-in heading as a sentence where its paragraph stands elsewhere.
  if (l.kind !== r.kind && !equal) return [];
  if (found.likeness < least || (!equal && Math.min(l.weight, r.weight) < leastWeight(nearness))) return [];
  const malus = l.tile === r.tile ? 0 : TILE_MALUS;
  return [{ ...found, left: at, rank: found.likeness + bonus - malus + (equal ? 0.01 : 0) }];
}

const leastWeight = (near: Nearness): number =>
  near === SAME_BLOCK ? 0 : near === SAME_STAGE ? LEAST_MOVED_WEIGHT : LEAST_FAR_WEIGHT;

/** Left to right position of the mates that keep their order within their block. */
function chainsByBlock(left: Side, right: Side, taken: Pairs, blockOf: BlockOf): Map<number, number> {
  const chains = new Map<number, Link[]>();
  for (const mate of taken.list()) {
    const [l, r] = [left.units[mate.left], right.units[mate.right]];
    if (!l || !r) continue;
    const block = blockOf.left.get(l.section);
    if (block === undefined || block !== blockOf.right.get(r.section)) continue;
    const links = chains.get(block) ?? [];
    links.push({ ...mate, weight: l.weight + r.weight });
    chains.set(block, links);
  }
  const kept = [...chains.values()].flatMap(heaviestChain);
  return new Map(kept.map(({ left: l, right: r }) => [l, r]));
}

/** Pairs what is left over on both sides between the same two neighbours of a block. */
function fillBetween(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
  taken: Pairs,
  inOrder: Map<number, number>,
  blockOf: BlockOf,
): void {
  const gaps = gapsOf(left, right, inOrder, blockOf);
  const links = new Map<string, Link[]>();
  likely.forEach((found, l) => {
    for (const { right: r, likeness } of found) {
      const gap = gaps.left.get(l);
      const fits =
        gap !== undefined && gap === gaps.right.get(r) && left.units[l]?.kind === right.units[r]?.kind;
      if (!fits || likeness < BETWEEN_NEIGHBOURS || !taken.free(l, r)) continue;
      links.set(gap, [...(links.get(gap) ?? []), { left: l, right: r, weight: likeness }]);
    }
  });
  for (const { left: l, right: r, weight } of [...links.values()].flatMap(heaviestChain)) {
    taken.offer({ left: l, right: r, likeness: weight });
    inOrder.set(l, r);
  }
}

/** For each unit its block and how many kept pairs of the block stand before it. */
function gapsOf(
  left: Side,
  right: Side,
  inOrder: ReadonlyMap<number, number>,
  blockOf: BlockOf,
): Readonly<Record<'left' | 'right', ReadonlyMap<number, string>>> {
  const rights = new Set(inOrder.values());
  return {
    left: countGaps(left.units, blockOf.left, (at) => inOrder.has(at)),
    right: countGaps(right.units, blockOf.right, (at) => rights.has(at)),
  };
}

function countGaps(
  units: readonly Unit[],
  blockOf: ReadonlyMap<number, number>,
  kept: (at: number) => boolean,
): ReadonlyMap<number, string> {
  const passed = new Map<number, number>();
  const gaps = new Map<number, string>();
  units.forEach(({ section }, at) => {
    const block = blockOf.get(section);
    if (block === undefined) return;
    const before = passed.get(block) ?? 0;
    if (kept(at)) passed.set(block, before + 1);
    else gaps.set(at, `${block}/${before}`);
  });
  return gaps;
}
