import type { Role } from '../report';
import type { SectionBlock } from './blocks';
import { heaviestChain, type Link } from './chain';
import { hasMoved } from './company';
import { judgeOf, sameTense, type Judge, type Judgement } from './kinship';
import type { Likeness } from './likeness';
import { STAGES } from './stage';
import { keyOf, MateSet, type Offer } from './mate-set';
import { sharedPart } from './subject';
import { sureOf } from './sure';
import type { Side, Unit } from './unit';
import { ENOUGH, RANK } from './weights';

/** Two units that are counterparts; positions in the units of each side. */
export interface Mate {
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
  /** False where the pair stands in another order or block than its neighbours. */
  readonly inOrder: boolean;
  /** Whether it stands elsewhere than the passages around it: see `hasMoved`. */
  readonly moved: boolean;
}

interface Candidate extends Likeness, Judgement {
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
  readonly judge: Judge;
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
  const areTogether = (l: Unit, r: Unit): boolean =>
    blockOf.left.get(l.section) === blockOf.right.get(r.section);
  const judge = judgeOf(left, right, likely, areTogether);
  const paired: Paired = { left, right, blocks, likely, blockOf, judge };
  const candidates = rankCandidates(paired);
  const taken = new MateSet();
  const first = pairOnce(paired, taken, candidates);
  const isSure = sureOf(left, right, first);
  const known = new Set(first.filter(isSure).map(keyOf));
  // Both of a refused pair may have a plainer counterpart, which was left for its sake.
  for (const mate of first) if (!known.has(keyOf(mate))) taken.bar(mate);
  const made = pairOnce(paired, taken, candidates);
  const isSureNow = sureOf(left, right, made);
  return made.filter((mate) => known.has(keyOf(mate)) || isSureNow(mate));
}

/** Offers the candidates, the best first, and fills what is left between them. */
function pairOnce(paired: Paired, taken: MateSet, candidates: readonly Candidate[]): readonly Made[] {
  const { left, right } = paired;
  for (const candidate of candidates) taken.offer(candidate);
  pairHeadings(paired, taken);
  const inOrder = chainsByBlock(paired, taken);
  for (const { left: at, trust } of taken.list())
    if (!inOrder.has(at) && trust < ENOUGH.crossing) taken.release(at);
  fillSentences(paired, taken);
  fillBetween(paired, taken, inOrder);
  const kept = chainsByBlock(paired, taken);
  const moved = hasMoved(left, right, kept);
  return taken.list().map((mate) => {
    const inOrder = kept.get(mate.left) === mate.right;
    return { ...mate, inOrder, moved: !inOrder && moved(mate) };
  });
}

type Made = Mate & Offer;

function blockIndex(blocks: readonly SectionBlock[], side: 'left' | 'right'): ReadonlyMap<number, number> {
  return new Map(blocks.flatMap((block, index) => block[side].map((section) => [section, index] as const)));
}

/** The best first; among equals those at about the same place, then in reading order. */
function rankCandidates(paired: Paired): readonly Candidate[] {
  const { left, right, likely } = paired;
  const [n, m] = [Math.max(1, left.units.length), Math.max(1, right.units.length)];
  const away = ({ left: l, right: r }: Candidate): number => Math.abs(l / n - r / m);
  const candidates: Candidate[] = [];
  likely.forEach((found, at) => {
    for (const likeness of found) {
      const made = candidate(paired, at, likeness);
      if (made) candidates.push(made);
    }
  });
  return candidates.sort(
    (a, b) =>
      b.rank - a.rank || away(a) - away(b) || a.left + a.right - (b.left + b.right) || a.left - b.left,
  );
}

function candidate(paired: Paired, at: number, found: Likeness): Candidate | null {
  const l = paired.left.units[at];
  const r = paired.right.units[found.right];
  if (!l || !r) return null;
  const equal = l.key === r.key;
  const likeness = equal ? 1 : found.likeness;
  // Most candidates are of another tense or kind, where kinship is not asked: there are a hundred thousand of them.
  const near = equal || areOneTense(paired, l, r);
  if (likeness < (near ? 0 : ENOUGH.far.likeness)) return null;
  if (l.kind !== r.kind && likeness < RANK.otherKindLeast) return null;
  if (!mayMeet(l, r)) return null;
  const judged = near ? paired.judge(at, found) : FAR;
  if (!(equal ? isSaying(paired, l, r) : isEnough(paired, [l, r], found, judged))) return null;
  const malus = (l.tile === r.tile ? 0 : RANK.tile) + (l.kind === r.kind ? 0 : RANK.otherKind);
  const role = stageOf(paired.left, l) === stageOf(paired.right, r) ? RANK.role : 0;
  const rank = judged.kinship + role + (equal ? RANK.equal : 0) - malus;
  const { kinship, trust } = equal ? CERTAIN : judged;
  return { right: found.right, evidence: found.evidence, likeness, left: at, kinship, trust, rank };
}

const CERTAIN: Judgement = { kinship: 1, trust: 1 };

/** A target and its result a year later: they pair, if at all, by their words. */
const FAR: Judgement = { kinship: ENOUGH.far.kinship, trust: 1 };

/** Page furniture pairs with nothing, notes with notes of the same term. */
const mayMeet = (l: Unit, r: Unit): boolean =>
  !l.furniture &&
  !r.furniture &&
  l.notes === r.notes &&
  (l.term.length === 0 || r.term.length === 0 || sharedPart(l.term, r.term) >= SAME_TERM);

/** 三深化三提升 and 三深化、三提升活动 are one term, 高标准农田 and 高标准 are not quite. */
const SAME_TERM = 0.6;

const stageOf = ({ report }: Side, { section }: Unit): Role =>
  STAGES[report.sections[section]?.role ?? 'front'];

const areOneTense = ({ left, right }: Paired, l: Unit, r: Unit): boolean => sameTense(left, right, l, r);

/** Tells whether equal words are one passage, and no formula that anybody says anywhere. */
function isSaying(paired: Paired, l: Unit, r: Unit): boolean {
  const near = areOneTense(paired, l, r);
  const together = paired.blockOf.left.get(l.section) === paired.blockOf.right.get(r.section);
  return l.weight >= (near ? ENOUGH.formula : ENOUGH.saying) || (near && together);
}

function isEnough(
  paired: Paired,
  [l, r]: readonly [Unit, Unit],
  { likeness, evidence }: Likeness,
  { trust }: Judgement,
): boolean {
  if (areOneTense(paired, l, r)) return trust >= ENOUGH.trust;
  const { far } = ENOUGH;
  const long = Math.min(l.weight, r.weight) >= far.weight;
  return likeness >= far.likeness && evidence >= far.evidence && long;
}

/** The headings of sections that say the same belong together, however differently they are worded. */
function pairHeadings({ left, right, blocks, likely }: Paired, taken: MateSet): void {
  const heads = { left: firstHeadings(left), right: firstHeadings(right) };
  for (const block of blocks) {
    const l = heads.left.get(block.left[0] ?? -1);
    const r = heads.right.get(block.right[0] ?? -1);
    if (l === undefined || r === undefined || !block.alike) continue;
    const found = likely[l]?.find(({ right: other }) => other === r);
    taken.offer({ left: l, right: r, likeness: found?.likeness ?? 0, evidence: 0, ...CERTAIN });
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
function chainsByBlock({ left, right, blocks, blockOf }: Paired, taken: MateSet): Map<number, number> {
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
  return new Map(fitting.flatMap((links) => heaviestChain(links)).map(({ left: l, right: r }) => [l, r]));
}

/** Pairs what is left over of two sentences of which other clauses are counterparts. */
function fillSentences(paired: Paired, taken: MateSet): void {
  const { left, right, likely } = paired;
  const linkOf = (l: number, r: number): number =>
    (left.units[l]?.sentence ?? -1) * right.units.length + (right.units[r]?.sentence ?? -1);
  const linked = new Set(taken.list().map((mate) => linkOf(mate.left, mate.right)));
  const fitting: Offer[] = [];
  likely.forEach((found, at) => {
    for (const one of found)
      if (taken.free(at, one.right) && linked.has(linkOf(at, one.right)))
        fitting.push(...fitsBetween(paired, at, one));
  });
  const surest = fitting.toSorted((a, b) => b.kinship - a.kinship || a.left + a.right - b.left - b.right);
  for (const pair of surest) taken.offer(pair);
}

/** The pair, if two units may be counterparts where their neighbours are. */
function fitsBetween({ left, right, judge }: Paired, at: number, found: Likeness): readonly Offer[] {
  const [a, b] = [left.units[at], right.units[found.right]];
  if (!a || !b || a.kind !== b.kind || !mayMeet(a, b)) return [];
  const judged = judge(at, found);
  if (judged.trust < ENOUGH.between) return [];
  return [{ ...found, left: at, ...judged }];
}

/** Pairs what is left over on both sides between the same two neighbours of a block. */
function fillBetween(paired: Paired, taken: MateSet, inOrder: Map<number, number>): void {
  const gaps = gapsOf(paired, inOrder);
  const links = new Map<string, (Link & Offer)[]>();
  paired.likely.forEach((found, l) => {
    const gap = gaps.left.get(l);
    if (gap === undefined) return;
    for (const one of found) {
      if (gap !== gaps.right.get(one.right) || !taken.free(l, one.right)) continue;
      for (const offer of fitsBetween(paired, l, one))
        links.set(gap, [...(links.get(gap) ?? []), { ...offer, weight: offer.kinship }]);
    }
  });
  for (const offer of [...links.values()].flatMap((gap) => heaviestChain(gap))) {
    taken.offer(offer);
    inOrder.set(offer.left, offer.right);
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
