import type { Commitment, CommitmentResult, Observation, Report } from '../report';
import type { Candidate } from './candidate';
import type { ResultMatch } from './match';
import { timesApart } from './apart';

/** A target and where its result is looked for. */
export interface Question {
  readonly target: Observation;
  readonly source: Report;
  /** The report that looks back on the target's year. */
  readonly report: Report;
  readonly matches: readonly ResultMatch[];
  readonly hit: Candidate | null;
}

/** A possible answer; the strongest is given. */
export type Outcome = Pick<Commitment, 'result' | 'verdict' | 'sure' | 'reason'> & {
  readonly strength: number;
};

/** The likes of 1228 people against 45,563 are not the same people, whatever the name. */
export const isFar = (target: Observation, result: Observation, times: number): boolean =>
  target.measure === 'level' && timesApart(target, result) > times;

/** A number as what became of a target. */
export const pointAt = (result: Observation): CommitmentResult => ({
  report: result.report,
  range: result.range,
  observation: result,
});
