import { rangeToRaw } from '../../parse';
import type { Observation, Report } from '../../report';
import { extractObservations } from '../extract';
import { meaningOf } from '../indicator/lookup';
import { CORRECTIONS, type Correction } from './correction';

/**
 * Observations with the hand corrections of their report applied, each marked with its reason and what the program
 * had read. A correction holds only where the raw text prints what it was made for.
 */
export function withCorrections(
  report: Report,
  observations: readonly Observation[],
  corrections: readonly Correction[] = CORRECTIONS,
): readonly Observation[] {
  const own = corrections.filter(
    ({ report: id, start, printed }) => id === report.id && report.raw.startsWith(printed, start),
  );
  if (own.length === 0) return observations;
  const right = observations.flatMap((observation) => {
    const { start } = rangeToRaw(report, observation.range);
    const correction = own.find((one) => one.start === start);
    return correction ? corrected(observation, correction) : [observation];
  });
  const ids = new Set(right.map(({ id }) => id));
  return right.map((observation) =>
    observation.duplicateOf === null || ids.has(observation.duplicateOf)
      ? observation
      : { ...observation, duplicateOf: null },
  );
}

/** Gives what a report states: all that the program reads in it, with the hand corrections. */
export const statedObservations = (report: Report): readonly Observation[] =>
  withCorrections(report, extractObservations(report));

function corrected(observation: Observation, { change, reason }: Correction): readonly Observation[] {
  if (change === 'drop') return [];
  const name = change.name ?? observation.name;
  const { indicator, topic } = meaningOf(name);
  const { value, unit, measure, bound, kind, period, place } = observation;
  return [
    {
      ...observation,
      name,
      ...(change.name === undefined ? {} : { indicator, topic: topic ?? observation.topic }),
      value: change.value ?? value,
      unit: change.unit ?? unit,
      measure: change.measure ?? measure,
      bound: change.bound ?? bound,
      kind: change.kind ?? kind,
      period: change.period ?? period,
      place: change.place ?? place,
      correction: { reason, was: { name: observation.name, value, unit, period } },
    },
  ];
}
