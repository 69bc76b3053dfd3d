import type { SectionBlock } from './blocks';
import type { UnitRun } from './runs';
import type { Side } from './unit';

/** A run at its place in a block; see `Line`. */
export interface BlockRun {
  readonly run: number;
  readonly at: 'both' | 'left' | 'right';
}

/**
 * The runs of every block in reading order. Runs in order on both sides are fixed points; between two of them
 * stands first what only the left has at this place, then what only the right has. A run that is out of order without
 * having moved stands once, where the left has it.
 */
export function placeRuns(
  left: Side,
  right: Side,
  runs: readonly UnitRun[],
  blocks: readonly SectionBlock[],
): readonly (readonly BlockRun[])[] {
  const lefts = sidesByBlock(left, runs, blocks, 'left');
  const rights = sidesByBlock(right, runs, blocks, 'right');
  return blocks.map((_, block) => weave(lefts[block] ?? [], rights[block] ?? []));
}

interface Place {
  readonly run: number;
  /** First unit, which orders the places of one side. */
  readonly first: number;
  readonly at: BlockRun['at'];
  /** Stands on both sides in the same order. */
  readonly fixed: boolean;
}

function sidesByBlock(
  { units }: Side,
  runs: readonly UnitRun[],
  blocks: readonly SectionBlock[],
  side: 'left' | 'right',
): readonly Place[][] {
  const blockOf = new Map(
    blocks.flatMap((block, index) => block[side].map((section) => [section, index] as const)),
  );
  const places: Place[][] = blocks.map(() => []);
  runs.forEach((run, index) => {
    const first = run[side]?.first;
    const section = first === undefined ? undefined : units[first]?.section;
    const block = section === undefined ? undefined : blockOf.get(section);
    if (first === undefined || block === undefined) return;
    const paired = run.left !== null && run.right !== null;
    const fixed = run.inOrder && paired;
    if (paired && !fixed && !run.moved && side === 'right') return;
    places[block]?.push({ run: index, first, at: paired && !run.moved ? 'both' : side, fixed });
  });
  for (const list of places) list.sort((a, b) => a.first - b.first);
  return places;
}

function weave(lefts: readonly Place[], rights: readonly Place[]): readonly BlockRun[] {
  const placed: BlockRun[] = [];
  let next = 0;
  for (const { run, at, fixed } of lefts) {
    for (; fixed && next < rights.length && rights[next]?.run !== run; next += 1) place(placed, rights[next]);
    placed.push({ run, at });
    if (fixed) next += 1;
  }
  for (; next < rights.length; next += 1) place(placed, rights[next]);
  return placed;
}

function place(placed: BlockRun[], item: Place | undefined): void {
  if (item) placed.push({ run: item.run, at: item.at });
}
