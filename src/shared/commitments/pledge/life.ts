import type { Observation, Range, Report, Stage } from '../../report';
import { aliasIn, bareOf, coreOf } from './alias';
import { kindOf } from './object';
import { readPledges } from './read';
import { mentionsOf, toldIn, type Sought } from './told';

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

/** Follows a thing by its name through the reports of one place, oldest first. */
export function lifeOf(object: string, library: readonly Indexed[]): readonly LifeStep[] {
  const core = coreOf(object);
  const kind = kindOf(object);
  return [...library]
    .sort((a, b) => (a.report.meta.year ?? 0) - (b.report.meta.year ?? 0))
    .flatMap((one) => [...told({ object, core, kind }, one.report), ...promised(core, one)]);
}

function told(sought: Sought, report: Report): readonly LifeStep[] {
  const { year } = report.meta;
  return mentionsOf(sought, toldIn(report)).map(({ range, alias, progress }) => ({
    report: report.id,
    year: year === null ? null : year - 1,
    as: 'told',
    stage: progress.stage,
    setBack: progress.setBack,
    range,
    alias: alias.evidence,
  }));
}

function promised(core: string, { report, observations }: Indexed): readonly LifeStep[] {
  const targets = observations.filter(({ kind }) => kind === 'target');
  return readPledges(report, targets).flatMap(({ object, stage, due, range }) => {
    const alias = aliasIn(core, bareOf(object)) ?? aliasIn(coreOf(object), core);
    if (!alias) return [];
    const year = due === null ? null : Number(due);
    return [{ report: report.id, year, as: 'promised', stage, setBack: false, range, alias: alias.evidence }];
  });
}
