import { traceCommitments, tracePledges } from '../../shared/commitments';
import { buildSeries, judgeTogether } from '../../shared/figures';
import {
  characterCount,
  shortName,
  type CatalogEntry,
  type Observation,
  type Report,
} from '../../shared/report';
import type { Relations, ReportFacts } from './facts';

/** A report with what was read from it. */
export interface Read {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** Takes from a report what is known of it without its text. */
export const factsOf = ({ report, observations }: Read): ReportFacts => ({
  report: report.id,
  meta: report.meta,
  characters: characterCount(report.clean),
  length: report.clean.length,
  caveats: report.caveats.length,
  outline: report.sections.map(({ heading, level, range, role, runIn }) => ({
    heading,
    level,
    range,
    role,
    runIn,
  })),
  observations,
});

/** Holds the reports of a place against each other: values that cannot both be right, series, what became of targets. */
export const relationsOf = (read: readonly Read[], entries: readonly CatalogEntry[]): Relations => {
  const names = new Map(entries.map((entry) => [entry.id, shortName(entry)]));
  const { volumes, doubts } = judgeTogether(read, (id) => names.get(id) ?? id);
  const pledges = tracePledges(volumes);
  return {
    series: buildSeries(volumes.map(({ observations }) => observations)),
    commitments: traceCommitments(volumes, pledges),
    pledges,
    doubts,
  };
};
