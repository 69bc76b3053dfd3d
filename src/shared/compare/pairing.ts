import type { Role } from '../report';
import type { SectionBlock } from './blocks';
import { heaviestChain, type Link } from './chain';
import type { Likeness } from './likeness';
import { STAGES } from './stage';
import { maybeSameSubject, namesDiffer, sharedNames } from './subject';
import type { Side, Unit } from './unit';
import { BETWEEN, CROSSING, LIKENESS, NEARNESS, RANK } from './weights';

/** Two units that are counterparts; positions in the units of each side. */
export interface Mate {
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
  /** False where the pair stands in another order or block than its neighbours: a move. */
  readonly inOrder: boolean;
}

interface Candidate extends Likeness {
  readonly left: number;
  readonly rank: number;
}

/** Two reports with their sections set side by side. */
interface Paired {
  readonly left: Side;
  readonly right: Side;
  readonly blocks: readonly SectionBlock[];
  readonly likely: readonly (readonly Likeness[])[];
  /** For each section its block. */
  readonly blockOf: BlockOf;
  /** How many passages of both have a quoted name. */
  readonly nameCounts: ReadonlyMap<string, number>;
}

type BlockOf = Readonly<Record<'left' | 'right', ReadonlyMap<number, number>>>;

/** Pairs the units of two reports one to one; each takes its best counterpart, near ones first. */
export function pairUnits(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
  blocks: readonly SectionBlock[],
): readonly Mate[] {
  const blockOf = { left: blockIndex(blocks, 'left'), right: blockIndex(blocks, 'right') };
  const paired: Paired = { left, right, blocks, likely, blockOf, nameCounts: countNames(left, right) };
  const taken = new Pairs();
  for (const candidate of rankCandidates(paired)) taken.offer(candidate);
  pairHeadings(paired, taken);
  const inOrder = chainsByBlock(paired, taken);
  for (const { left: at, likeness } of taken.list())
    if (!inOrder.has(at) && likeness < CROSSING.likeness) taken.release(at);
  fillSentences(paired, taken);
  fillBetween(paired, taken, inOrder);
  const kept = chainsByBlock(paired, taken);
  return taken.list().map((mate) => ({ ...mate, inOrder: kept.get(mate.left) === mate.right }));
}

/** Mates so far; the first offer of a unit holds. */
class Pairs {
  private readonly byLeft = new Map<number, Omit<Likeness, 'evidence'>>();
  private readonly rights = new Set<number>();

  offer({ left, right, likeness }: { left: number; right: number; likeness: number }): void {
    if (!this.free(left, right)) return;
    this.byLeft.set(left, { right, likeness });
    this.rights.add(right);
  }

  release(left: number): void {
    const mate = this.byLeft.get(left);
    if (!mate) return;
    this.byLeft.delete(left);
    this.rights.delete(mate.right);
  }

  free(left: number, right: number): boolean {
    return !this.byLeft.has(left) && !this.rights.has(right);
  }

  list(): readonly { readonly left: number; readonly right: number; readonly likeness: number }[] {
    return [...this.byLeft].map(([left, mate]) => ({ left, ...mate })).sort((a, b) => a.left - b.left);
  }
}

function blockIndex(blocks: readonly SectionBlock[], side: 'left' | 'right'): ReadonlyMap<number, number> {
  return new Map(blocks.flatMap((block, index) => block[side].map((section) => [section, index] as const)));
}

/** The best first; among equals those at about the same place, then in reading order. */
function rankCandidates(paired: Paired): readonly Candidate[] {
  const { left, right, likely } = paired;
  const [n, m] = [Math.max(1, left.units.length), Math.max(1, right.units.length)];
  const away = ({ left: l, right: r }: Candidate): number => Math.abs(l / n - r / m);
  return likely
    .flatMap((found, at) => found.flatMap((likeness) => candidate(paired, at, likeness)))
    .sort(
      (a, b) =>
        b.rank - a.rank || away(a) - away(b) || a.left + a.right - (b.left + b.right) || a.left - b.left,
    );
}

function candidate(paired: Paired, at: number, found: Likeness): readonly Candidate[] {
  const [l, r] = [paired.left.units[at], paired.right.units[found.right]];
  if (!l || !r || l.furniture || r.furniture) return [];
  const equal = l.key === r.key;
  const near = nearness(paired, l, r);
  const likeness = equal ? 1 : judged(paired, l, r, found.likeness);
  if (!equal && !isEnough(near, l, r, { ...found, likeness })) return [];
  if (l.kind !== r.kind && likeness < RANK.otherKindLeast) return [];
  const malus = (l.tile === r.tile ? 0 : RANK.tile) + (l.kind === r.kind ? 0 : RANK.otherKind);
  const role = stageOf(paired.left, l) === stageOf(paired.right, r) ? RANK.role : 0;
  const bonus = near.bonus + role + RANK.evidence * Math.min(1, found.evidence / RANK.enough);
  return [{ ...found, likeness, left: at, rank: likeness + bonus - malus + (equal ? RANK.equal : 0) }];
}

const stageOf = ({ report }: Side, { section }: Unit): Role =>
  STAGES[report.sections[section]?.role ?? 'front'];

type Nearness = (typeof NEARNESS)['block' | 'tense' | 'far'];

function nearness({ left, right, blockOf }: Paired, l: Unit, r: Unit): Nearness {
  if (blockOf.left.get(l.section) === blockOf.right.get(r.section)) return NEARNESS.block;
  return left.tenses[l.section] === right.tenses[r.section] ? NEARNESS.tense : NEARNESS.far;
}

/** A likeness of words, judged by what they are said of: another indicator is no counterpart, another name hardly. */
function judged({ nameCounts }: Paired, l: Unit, r: Unit, likeness: number): number {
  if (!maybeSameSubject(l.subject, r.subject)) return 0;
  const named = sharedNames(l.names, r.names).some(
    (name) => (nameCounts.get(name) ?? 0) <= LIKENESS.nameTimes,
  );
  if (named) return Math.max(LIKENESS.named, likeness);
  return namesDiffer(l.names, r.names) ? likeness * LIKENESS.otherName : likeness;
}

function countNames(...sides: readonly Side[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of sides.flatMap(({ units }) => units))
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const isEnough = (near: Nearness, l: Unit, r: Unit, { likeness, evidence }: Likeness): boolean =>
  likeness >= near.least - NEARNESS.leniency * Math.min(1, evidence / NEARNESS.ample) &&
  (evidence >= near.evidence || likeness >= NEARNESS.sure) &&
  Math.min(l.weight, r.weight) >= near.weight;

/** The headings of sections that say the same belong together, however differently they are worded. */
function pairHeadings({ left, right, blocks, likely }: Paired, taken: Pairs): void {
  const heads = { left: firstHeadings(left), right: firstHeadings(right) };
  for (const block of blocks) {
    const l = heads.left.get(block.left[0] ?? -1);
    const r = heads.right.get(block.right[0] ?? -1);
    if (l === undefined || r === undefined || !block.alike) continue;
    const found = likely[l]?.find(({ right: other }) => other === r);
    taken.offer({ left: l, right: r, likeness: found?.likeness ?? 0 });
  }
}

function firstHeadings({ units }: Side): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  units.forEach(({ kind, section }, at) => {
    if (kind === 'heading' && !heads.has(section)) heads.set(section, at);
  });
  return heads;
}

/** A mate of a block; `joined` where it does not stand in the two sections that opened the block. */
interface JoinedLink extends Link {
  readonly joined: boolean;
}

/**
 * Left to right position of the mates that keep their order within their block. Sections that joined a block may come
 * from anywhere: what stands in them is in order only where the whole reports have it in order too.
 */
function chainsByBlock({ left, right, blocks, blockOf }: Paired, taken: Pairs): Map<number, number> {
  const chains = new Map<number, JoinedLink[]>();
  const all: Link[] = [];
  for (const mate of taken.list()) {
    const [l, r] = [left.units[mate.left], right.units[mate.right]];
    if (!l || !r) continue;
    const block = blockOf.left.get(l.section);
    if (block === undefined || block !== blockOf.right.get(r.section)) continue;
    const link = { ...mate, weight: l.weight + r.weight };
    all.push(link);
    const joined = l.section !== blocks[block]?.left[0] || r.section !== blocks[block]?.right[0];
    chains.set(block, [...(chains.get(block) ?? []), { ...link, joined }]);
  }
  const everywhere = new Set(heaviestChain(all).map((link) => link.left));
  const fitting = [...chains.values()].map((links) =>
    links.filter(({ joined, left: at }) => !joined || everywhere.has(at)),
  );
  return new Map(fitting.flatMap(heaviestChain).map(({ left: l, right: r }) => [l, r]));
}

/** Pairs what is left over of two sentences of which other clauses are counterparts. */
function fillSentences(paired: Paired, taken: Pairs): void {
  const { left, right, likely } = paired;
  const sentenceOf = ({ units }: Side, at: number): number => units[at]?.sentence ?? -1;
  const linked = new Set(
    taken.list().map((mate) => `${sentenceOf(left, mate.left)}/${sentenceOf(right, mate.right)}`),
  );
  const fitting = likely.flatMap((found, at) =>
    found.flatMap((likeness) => {
      const [a, b] = [left.units[at], right.units[likeness.right]];
      const fits = a && b && linked.has(`${a.sentence}/${b.sentence}`) && fitsBetween(paired, a, b, likeness);
      return fits ? [{ ...likeness, left: at }] : [];
    }),
  );
  const surest = fitting.toSorted((a, b) => b.likeness - a.likeness || a.left + a.right - b.left - b.right);
  for (const pair of surest) taken.offer(pair);
}

/** Whether two units may be counterparts where their neighbours are. */
const fitsBetween = (paired: Paired, a: Unit, b: Unit, { likeness, evidence }: Likeness): boolean =>
  a.kind === b.kind &&
  !a.furniture &&
  !b.furniture &&
  (evidence >= BETWEEN.evidence || likeness >= NEARNESS.sure) &&
  judged(paired, a, b, likeness) >= BETWEEN.likeness;

/** Pairs what is left over on both sides between the same two neighbours of a block. */
function fillBetween(paired: Paired, taken: Pairs, inOrder: Map<number, number>): void {
  const { left, right, likely } = paired;
  const gaps = gapsOf(paired, inOrder);
  const links = new Map<string, Link[]>();
  likely.forEach((found, l) => {
    for (const { right: r, likeness, evidence } of found) {
      const gap = gaps.left.get(l);
      const [a, b] = [left.units[l], right.units[r]];
      if (gap === undefined || gap !== gaps.right.get(r) || !a || !b || !taken.free(l, r)) continue;
      if (!fitsBetween(paired, a, b, { right: r, likeness, evidence })) continue;
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
  { left, right, blockOf }: Paired,
  inOrder: ReadonlyMap<number, number>,
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
