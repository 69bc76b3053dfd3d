import type { Doubt, Observation, Report } from '../../report';
import { withImplausible } from './caveats';
import { findDoubts } from './doubt';
import { withDoubts } from './with-doubts';

interface Read {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/**
 * Reports held against each other: in the order given, each with what is doubtful in it marked, on its observations
 * and among its caveats. `nameOf` is how a reason calls another report; its id unless told.
 */
export function judgeTogether(
  read: readonly Read[],
  nameOf?: (report: string) => string,
): { readonly volumes: readonly Read[]; readonly doubts: readonly Doubt[] } {
  const doubts = findDoubts(
    read.map(({ observations }) => observations),
    nameOf,
  );
  const volumes = read.map(({ report, observations }) => {
    const doubted = withDoubts(observations, doubts);
    return { report: withImplausible(report, doubted), observations: doubted };
  });
  return { volumes, doubts };
}
