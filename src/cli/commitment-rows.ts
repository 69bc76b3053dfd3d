import type { LevelPair, LifeStep } from '../shared/commitments';
import { rangeToRaw } from '../shared/parse';
import type { Commitment, Range, Report, TracedPledge } from '../shared/report';

/** The reports of a run by their ids. */
export type Reports = ReadonlyMap<string, Report>;

/** A place in a report, in its raw text. */
function placed(reports: Reports, report: string, range: Range) {
  const source = reports.get(report);
  return { report, ...(source ? rangeToRaw(source, range) : range) };
}

/** Makes the row of a target that is a number. */
export const rowOf = ({ target, result, verdict, sure }: Commitment, reports: Reports) => ({
  kind: 'number',
  indicator: target.indicator,
  target: placed(reports, target.report, target.range),
  result: result && placed(reports, result.report, result.range),
  verdict,
  sure,
});

/** Makes the row of a promise in words. */
export const pledgeRowOf = (
  { pledge, result, verdict, sure, repeated, alias }: TracedPledge,
  reports: Reports,
) => ({
  kind: pledge.kind,
  object: pledge.object,
  stage: pledge.stage,
  due: pledge.due,
  target: placed(reports, pledge.report, pledge.range),
  result: result && placed(reports, result.report, result.range),
  reached: result?.stage ?? null,
  verdict,
  sure,
  repeated: repeated && placed(reports, repeated.report, repeated.range),
  alias,
});

/** Makes the row of one step of a thing's life. */
export const stepRowOf = (
  { report, year, as, stage, setBack, sure, range, alias }: LifeStep,
  reports: Reports,
) => ({
  year,
  as,
  stage,
  setBack,
  sure,
  at: placed(reports, report, range),
  alias,
});

/** Makes the row of a promise of one level and what another level's report says of the same thing. */
export const levelRowOf = ({ pledge, counterpart }: LevelPair, reports: Reports) => ({
  kind: pledge.kind,
  object: pledge.object,
  stage: pledge.stage,
  target: placed(reports, pledge.report, pledge.range),
  counterpart: counterpart && {
    as: counterpart.as,
    stage: counterpart.stage,
    at: placed(reports, counterpart.report, counterpart.range),
    alias: counterpart.alias,
  },
});
