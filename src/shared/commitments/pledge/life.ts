import type { Observation, Pledge, Range, Report, Stage } from '../../report';
import { aliasIn, bareOf, coreOf } from './alias';
import { kindOf } from './object';
import { readPledges } from './read';
import { mentionsOf, toldIn, type Sought, type Told } from './told';

/** One step of a thing's life: what a report promises of it, or tells of it. */
export interface LifeStep {
  readonly report: string;
  /** The year it is promised for or told of; null where the report names none. */
  readonly year: number | null;
  readonly as: 'promised' | 'told';
  /** Null where the clause says no stage. */
  readonly stage: Stage | null;
  /** Whether the clause says that it was not done or put off. */
  readonly setBack: boolean;
  /** False where the words only announce the stage (开工在即), so that the reader is asked. */
  readonly sure: boolean;
  /** In the clean text of the report. */
  readonly range: Range;
  /** Why another name is the same, as a Chinese sentence; null where the name is one. */
  readonly alias: string | null;
}

/** A report with what was read from it. */
interface Indexed {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** A report made ready to look many names up in. */
export interface ReadyReport {
  readonly report: Report;
  readonly told: Told;
  readonly pledges: readonly Pledge[];
}

/** Reads what a report tells and promises, once for all the names that are looked up in it. */
export const readyReport = ({ report, observations }: Indexed): ReadyReport => ({
  report,
  told: toldIn(report),
  pledges: readPledges(
    report,
    observations.filter(({ kind }) => kind === 'target'),
  ),
});

/** Follows a thing by its name through the reports of one place, oldest first. */
export const lifeOf = (object: string, library: readonly Indexed[]): readonly LifeStep[] =>
  lifeIn(object, [...library].sort(byYear).map(readyReport));

const byYear = (a: Indexed, b: Indexed): number => (a.report.meta.year ?? 0) - (b.report.meta.year ?? 0);

/** Follows a thing by its name through reports made ready, in their order. */
export function lifeIn(object: string, reports: readonly ReadyReport[]): readonly LifeStep[] {
  const core = coreOf(object);
  const kind = kindOf(object);
  return reports.flatMap((one) => [...toldSteps({ object, core, kind }, one), ...promisedSteps(core, one)]);
}

function toldSteps(sought: Sought, { report, told }: ReadyReport): readonly LifeStep[] {
  const { year } = report.meta;
  return mentionsOf(sought, told).map(({ range, alias, progress }) => ({
    report: report.id,
    year: year === null ? null : year - 1,
    as: 'told',
    stage: progress.stage,
    setBack: progress.setBack,
    sure: !progress.ahead,
    range,
    alias: alias.evidence,
  }));
}

function promisedSteps(core: string, { report, pledges }: ReadyReport): readonly LifeStep[] {
  return pledges.flatMap(({ object, stage, due, range }) => {
    const alias = aliasIn(core, bareOf(object)) ?? aliasIn(coreOf(object), core);
    if (!alias) return [];
    const year = due === null ? null : Number(due);
    return [
      {
        report: report.id,
        year,
        as: 'promised',
        stage,
        setBack: false,
        sure: true,
        range,
        alias: alias.evidence,
      },
    ];
  });
}
