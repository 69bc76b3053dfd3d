import type { Doubt, Observation } from '../../report';

/** Observations with the reason of their doubt filled in. */
export function withDoubts(
  observations: readonly Observation[],
  doubts: readonly Doubt[],
): readonly Observation[] {
  const reasons = new Map(doubts.map(({ observation, reason }) => [observation, reason]));
  return observations.map((observation) => {
    const reason = reasons.get(observation.id);
    return reason === undefined ? observation : { ...observation, doubt: reason };
  });
}
