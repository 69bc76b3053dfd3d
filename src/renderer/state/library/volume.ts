import { withImplausible } from '../../../shared/figures';
import type { Observation, Report } from '../../../shared/report';
import type { ReportFacts } from '../../library';

/** An open report with what was read from it; without observations until its facts are there. */
export interface Volume {
  /** With its implausible values among the caveats. */
  readonly report: Report;
  readonly observations: readonly Observation[];
  /** The report as it was read. */
  readonly read: Report;
}

const known = new WeakMap<Report, Volume>();

const NONE: readonly Observation[] = [];

/** The report with its facts; the same object until one of them changes. */
export const volumeOf = (read: Report, facts: ReportFacts | undefined): Volume => {
  const observations = facts?.observations ?? NONE;
  const before = known.get(read);
  if (before?.observations === observations) return before;
  const isDoubtful = observations.some(({ doubt }) => doubt !== null);
  const volume = { report: isDoubtful ? withImplausible(read, observations) : read, observations, read };
  known.set(read, volume);
  return volume;
};
