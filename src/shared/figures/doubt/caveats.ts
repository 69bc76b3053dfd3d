import type { Caveat, Observation, Report } from '../../report';

const implausible = ({ range, doubt }: Observation): readonly Caveat[] =>
  doubt === null ? [] : [{ type: 'implausible', range, reason: doubt }];

/** The report with a caveat at each number its observations call doubtful, in text order with the others. */
export const withImplausible = (report: Report, observations: readonly Observation[]): Report => ({
  ...report,
  caveats: [...report.caveats, ...observations.flatMap(implausible)].sort(
    (a, b) => a.range.start - b.range.start,
  ),
});
