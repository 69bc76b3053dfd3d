import type { Section, Topic } from '../report';
import { fold } from './fold';
import { characterPairs, likenesses, type Likeness } from './likeness';
import { STAGES } from './stage';
import type { Side } from './unit';

/** Sections of one stage and topic that belong together; indices into each report's sections. */
export interface SectionBlock {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

interface Affinity {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** What alike headings weigh beside alike contents. */
const HEADING_WEIGHT = 0.6;

/** Likenesses below this are chance and would add up in long sections. */
const TELLING = 0.3;

/** A section with less text than this proves little by it. */
const LEAST_WEIGHT = 40;

/**
 * Pairs the sections of two reports within each stage and topic by heading and content, the best pair first.
 * A section left over joins the pair it is most like, so none stands alone while its topic has a counterpart.
 */
export function pairSections(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
): SectionBlock[] {
  const rights = groupSections(right);
  const lefts = groupSections(left);
  const score = scorer(left, right, likely);
  const groups = new Set([...lefts.keys(), ...rights.keys()]);
  return [...groups].flatMap((group) => pairGroup(lefts.get(group) ?? [], rights.get(group) ?? [], score));
}

/** Sections that own text, by stage and topic, in reading order. */
function groupSections({ report, units }: Side): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const index of new Set(units.map(({ section }) => section))) {
    const section = report.sections[index];
    if (!section) continue;
    const group = sectionGroup(section);
    const known = groups.get(group);
    if (known) known.push(index);
    else groups.set(group, [index]);
  }
  return groups;
}

const sectionGroup = ({ role, topic }: Section): `${string}/${Topic}` => `${STAGES[role]}/${topic}`;

function pairGroup(
  lefts: readonly number[],
  rights: readonly number[],
  score: (left: number, right: number) => number,
): SectionBlock[] {
  if (lefts.length === 0) return rights.map((right) => ({ left: [], right: [right] }));
  if (rights.length === 0) return lefts.map((left) => ({ left: [left], right: [] }));
  const affinities = lefts
    .flatMap((left) => rights.map((right): Affinity => ({ left, right, score: score(left, right) })))
    .sort(
      (a, b) =>
        b.score - a.score || nearness(a, lefts, rights) - nearness(b, lefts, rights) || a.left - b.left,
    );
  const blocks: { left: number[]; right: number[] }[] = [];
  const placed = { left: new Map<number, number>(), right: new Map<number, number>() };
  for (const { left, right } of affinities) {
    if (placed.left.has(left) || placed.right.has(right)) continue;
    placed.left.set(left, blocks.length);
    placed.right.set(right, blocks.length);
    blocks.push({ left: [left], right: [right] });
  }
  for (const { left, right } of affinities) {
    const [atLeft, atRight] = [placed.left.get(left), placed.right.get(right)];
    if (atLeft === undefined && atRight !== undefined) {
      placed.left.set(left, atRight);
      blocks[atRight]?.left.push(left);
    } else if (atRight === undefined && atLeft !== undefined) {
      placed.right.set(right, atLeft);
      blocks[atLeft]?.right.push(right);
    }
  }
  return blocks;
}

/** Among equally alike sections those at about the same place in their topic belong together. */
const nearness = ({ left, right }: Affinity, lefts: readonly number[], rights: readonly number[]): number =>
  Math.abs(lefts.indexOf(left) / lefts.length - rights.indexOf(right) / rights.length);

function scorer(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
): (l: number, r: number) => number {
  const headings = likenesses(headingPairs(left), headingPairs(right));
  const shared = sharedWeight(left, right, likely);
  const [leftWeight, rightWeight] = [sectionWeights(left), sectionWeights(right)];
  return (l, r) => {
    const heading = headings[l]?.find((candidate) => candidate.right === r)?.likeness ?? 0;
    const weight = Math.max(LEAST_WEIGHT, Math.min(leftWeight.get(l) ?? 0, rightWeight.get(r) ?? 0));
    return HEADING_WEIGHT * heading + (shared.get(`${l}/${r}`) ?? 0) / weight;
  };
}

const headingPairs = ({ report }: Side): ReturnType<typeof characterPairs>[] =>
  report.sections.map(({ heading }) => characterPairs(fold(heading, 0, heading.length).codes));

/** For each pair of sections, how much text of the one has its best likeness in the other. */
function sharedWeight(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  likely.forEach((candidates, at) => {
    const unit = left.units[at];
    for (const { right: other, likeness } of candidates) {
      const mate = right.units[other];
      if (unit?.kind !== 'text' || mate?.kind !== 'text' || likeness < TELLING) continue;
      const key = `${unit.section}/${mate.section}`;
      shared.set(key, (shared.get(key) ?? 0) + likeness * likeness * Math.min(unit.weight, mate.weight));
    }
  });
  return shared;
}

function sectionWeights({ units }: Side): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const { section, weight } of units) weights.set(section, (weights.get(section) ?? 0) + weight);
  return weights;
}
