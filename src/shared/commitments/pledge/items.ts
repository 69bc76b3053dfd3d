import type { PledgeKind, Stage, TracedPledge } from '../../report';
import { coreOf } from './alias';
import { RANK } from './stage-rows';

/** The four steps of a thing's life as lists show them. */
export const STEPS = ['谋', '开', '续', '投'] as const;

/** How a step stands: reached, promised, passed over without a report that says so, or still to come. */
export type StepState = 'reached' | 'promised' | 'unsaid' | 'ahead';

/** One thing over the years: every promise of it that a place has made, oldest first. */
export interface PledgeItem {
  /** Id of the first promise. */
  readonly id: string;
  readonly place: string;
  readonly object: string;
  readonly kind: PledgeKind;
  readonly promises: readonly TracedPledge[];
  /** How often it was promised again, as early or earlier than the time before: 再次列入. */
  readonly again: number;
}

/** Puts the promises of each place together by what they are of, in reading order. */
export function itemsOf(
  traced: readonly TracedPledge[],
  placeOf: (report: string) => string,
): readonly PledgeItem[] {
  const groups = new Map<string, TracedPledge[]>();
  for (const one of traced) {
    const key = `${placeOf(one.pledge.report)}|${one.pledge.kind === 'sync' ? one.pledge.object : coreOf(one.pledge.object)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((group) => itemOf(group, placeOf));
}

function itemOf(group: readonly TracedPledge[], placeOf: (report: string) => string): readonly PledgeItem[] {
  const promises = group.toSorted((a, b) => (a.pledge.due ?? '').localeCompare(b.pledge.due ?? ''));
  const [first] = promises;
  if (!first) return [];
  const { object, kind, report } = first.pledge;
  return [
    {
      id: first.id,
      place: placeOf(report),
      object,
      kind,
      promises,
      again: promises.filter(({ repeated }) => repeated !== null).length,
    },
  ];
}

const STEP_OF: readonly (readonly [number, number])[] = [
  [1, 0],
  [3, 1],
  [4, 2],
  [5, 3],
];

/** Which of the four steps a stage belongs to; 推进 is 续. */
export const stepOf = (stage: Stage): number =>
  stage === 'underway' ? 2 : (STEP_OF.findLast(([rank]) => RANK[stage] >= rank)?.[1] ?? 0);

/** The four steps of a thing: how far reports say it is, and how far they promise it will be. */
export function stepsOf({ promises }: PledgeItem): readonly StepState[] {
  const told = promises.flatMap(({ result, verdict }) =>
    result?.stage && verdict !== 'missed' && verdict !== 'no-value' ? [stepOf(result.stage)] : [],
  );
  const promised = promises.map(({ pledge }) => stepOf(pledge.stage));
  const furthest = Math.max(-1, ...told);
  return STEPS.map((_, step): StepState => {
    if (told.includes(step)) return 'reached';
    if (step < furthest) return 'unsaid';
    return promised.includes(step) ? 'promised' : 'ahead';
  });
}
