import { fold } from './fold';
import { characterPairs, likenesses, type Likeness } from './likeness';
import { STAGES } from './stage';
import type { Side } from './unit';
import { SECTIONS } from './weights';

/** Sections that belong together; indices into each report's sections. */
export interface SectionBlock {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Whether the first of each side are so alike that their headings say the same, whatever their words. */
  readonly alike: boolean;
}

interface Affinity {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  /** Matched text in common, in characters, and its part of all that the lesser has matched. */
  readonly common: number;
  readonly share: number;
}

/** Blocks being made, and for each placed section its block. */
interface Draft {
  readonly blocks: {
    readonly left: number[];
    readonly right: number[];
    readonly alike: boolean;
    /** Whether the two that opened it have most of their matched text in each other. */
    readonly close: boolean;
  }[];
  readonly left: Map<number, number>;
  readonly right: Map<number, number>;
}

/**
 * Pairs the sections of two reports by heading, content and place, the best pair first. Their tense keeps sections
 * apart; their topics and roles only speak for or against, since the parser reads them from headings that say more or
 * less. A section left over joins the pair it is most like, and none stands alone while its topic has a counterpart.
 */
export function pairSections(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
): SectionBlock[] {
  const [lefts, rights] = [ownSections(left), ownSections(right)];
  const score = scorer(left, right, likely);
  const affinities = lefts
    .flatMap((l) => rights.filter((r) => left.tenses[l] === right.tenses[r]).map((r) => score(l, r)))
    .sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  const draft: Draft = { blocks: [], left: new Map(), right: new Map() };
  const kin = ({ left: l, right: r }: Affinity): boolean => groupOf(left, l) === groupOf(right, r);
  const told = affinities.filter((affinity) => sameTopic(left, right, affinity) || hasMatter(affinity));
  for (const affinity of told) if (affinity.score >= SECTIONS.pair) openBlock(draft, affinity);
  for (const affinity of told) if (affinity.score >= SECTIONS.join) joinBlock(draft, affinity);
  for (const affinity of affinities)
    if (affinity.share >= SECTIONS.merge && affinity.common >= SECTIONS.mergeWeight)
      mergeBlocks(draft, affinity);
  for (const affinity of affinities) if (kin(affinity)) openBlock(draft, affinity);
  for (const affinity of affinities) if (kin(affinity)) joinBlock(draft, affinity);
  return [
    ...draft.blocks
      .filter((block) => block.left.length > 0)
      .map(({ left, right, alike }) => ({ left, right, alike })),
    ...lefts.filter((l) => !draft.left.has(l)).map((l) => ({ left: [l], right: [], alike: false })),
    ...rights.filter((r) => !draft.right.has(r)).map((r) => ({ left: [], right: [r], alike: false })),
  ];
}

const sameTopic = (left: Side, right: Side, { left: l, right: r }: Affinity): boolean =>
  left.report.sections[l]?.topic === right.report.sections[r]?.topic;

/** Tells whether two sections have so much in common that they belong together although their topics are called otherwise. */
const hasMatter = ({ share, common }: Affinity): boolean =>
  share >= SECTIONS.otherTopic && common >= SECTIONS.otherTopicWeight;

function openBlock({ blocks, left, right }: Draft, affinity: Affinity): void {
  if (left.has(affinity.left) || right.has(affinity.right)) return;
  left.set(affinity.left, blocks.length);
  right.set(affinity.right, blocks.length);
  blocks.push({
    left: [affinity.left],
    right: [affinity.right],
    alike: affinity.share >= SECTIONS.headings && affinity.common >= SECTIONS.headingsWeight,
    close: affinity.share >= SECTIONS.close,
  });
}

function joinBlock({ blocks, left, right }: Draft, affinity: Affinity): void {
  const [atLeft, atRight] = [left.get(affinity.left), right.get(affinity.right)];
  if (atLeft === undefined && atRight !== undefined) {
    left.set(affinity.left, atRight);
    blocks[atRight]?.left.push(affinity.left);
  } else if (atRight === undefined && atLeft !== undefined) {
    right.set(affinity.right, atLeft);
    blocks[atLeft]?.right.push(affinity.right);
  }
}

/** Takes the block of the right section into that of the left one. */
function mergeBlocks({ blocks, left, right }: Draft, affinity: Affinity): void {
  const [to, from] = [left.get(affinity.left), right.get(affinity.right)];
  if (to === undefined || from === undefined || to === from) return;
  const [into, gone] = [blocks[to], blocks[from]];
  // What moves from one section to another of a close pair has moved; only a loose pair may be cut otherwise.
  if (!into || !gone || (into.close && gone.close)) return;
  for (const section of gone.left.splice(0)) {
    left.set(section, to);
    into.left.push(section);
  }
  for (const section of gone.right.splice(0)) {
    right.set(section, to);
    into.right.push(section);
  }
}

/** Sections that own text, in reading order. */
const ownSections = ({ units }: Side): readonly number[] => [...new Set(units.map(({ section }) => section))];

function groupOf({ report }: Side, index: number): string {
  const section = report.sections[index];
  return section ? `${STAGES[section.role]}/${section.topic}` : '';
}

function scorer(
  left: Side,
  right: Side,
  likely: readonly (readonly Likeness[])[],
): (l: number, r: number) => Affinity {
  const headings = likenesses(headingPairs(left), headingPairs(right));
  const matched = matchedText(left, right, likely);
  const [leftPlace, rightPlace] = [placesOf(left), placesOf(right)];
  return (l, r) => {
    const heading = headings[l]?.find((candidate) => candidate.right === r)?.likeness ?? 0;
    const common = matched.pairs.get(`${l}/${r}`) ?? 0;
    const all = Math.min(matched.left.get(l) ?? 0, matched.right.get(r) ?? 0);
    const share = common / Math.max(SECTIONS.weight, all);
    const [a, b] = [left.report.sections[l], right.report.sections[r]];
    const apart = Math.abs((leftPlace.get(l) ?? 0) - (rightPlace.get(r) ?? 0));
    const score =
      SECTIONS.heading * heading +
      SECTIONS.content * share +
      (a && b && a.topic === b.topic && a.topic !== '其他' ? SECTIONS.topic : 0) +
      (a && b && STAGES[a.role] === STAGES[b.role] ? SECTIONS.role : 0) +
      SECTIONS.place * (1 - Math.min(1, 2 * apart));
    return { left: l, right: r, score, common, share };
  };
}

/** For each section the share of the report before it, 0 to 1. */
function placesOf({ report: { sections, clean } }: Side): ReadonlyMap<number, number> {
  return new Map(sections.map(({ index, range }) => [index, range.start / Math.max(1, clean.length)]));
}

const headingPairs = ({ report }: Side): ReturnType<typeof characterPairs>[] =>
  report.sections.map(({ heading }) => characterPairs(fold(heading, 0, heading.length).codes));

/** How much text finds its best counterpart in which section, by `left/right` and in all of each section. */
interface Matched {
  readonly pairs: ReadonlyMap<string, number>;
  readonly left: ReadonlyMap<number, number>;
  readonly right: ReadonlyMap<number, number>;
}

function matchedText(left: Side, right: Side, likely: readonly (readonly Likeness[])[]): Matched {
  const pairs = new Map<string, number>();
  const sums = { left: new Map<number, number>(), right: new Map<number, number>() };
  for (const { at, likeness, right: other } of bestMates(left, right, likely)) {
    const [unit, mate] = [left.units[at], right.units[other]];
    if (!unit || !mate) continue;
    // Each side names its best: a clause that both name counts whole, one that only one names half.
    const weight = (likeness * Math.min(unit.weight, mate.weight)) / 2;
    add(pairs, `${unit.section}/${mate.section}`, weight);
    add(sums.left, unit.section, weight);
    add(sums.right, mate.section, weight);
  }
  return { pairs, ...sums };
}

interface BestMate extends Likeness {
  readonly at: number;
}

/** For each clause of either side its best counterpart of the same tense, if that is telling. */
function bestMates(left: Side, right: Side, likely: readonly (readonly Likeness[])[]): readonly BestMate[] {
  const best = { left: new Map<number, BestMate>(), right: new Map<number, BestMate>() };
  const offer = (side: Map<number, BestMate>, key: number, mate: BestMate): void => {
    if (mate.likeness > (side.get(key)?.likeness ?? 0)) side.set(key, mate);
  };
  likely.forEach((candidates, at) => {
    const unit = left.units[at];
    for (const candidate of candidates) {
      const mate = right.units[candidate.right];
      if (unit?.kind !== 'text' || mate?.kind !== 'text' || candidate.likeness < SECTIONS.telling) continue;
      if (left.tenses[unit.section] !== right.tenses[mate.section]) continue;
      offer(best.left, at, { ...candidate, at });
      offer(best.right, candidate.right, { ...candidate, at });
    }
  });
  return [...best.left.values(), ...best.right.values()];
}

function add<K>(sums: Map<K, number>, key: K, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
