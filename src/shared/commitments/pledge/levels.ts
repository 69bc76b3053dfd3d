import type { Observation, Pledge, Range, Report, Stage } from '../../report';
import { aliasIn, bareOf, coreOf } from './alias';
import { readPledges } from './read';
import { mentionsOf, toldIn, type Told } from './told';

/** Where a report of another level takes up the same thing. */
export interface Counterpart {
  readonly report: string;
  readonly as: 'promised' | 'told';
  readonly stage: Stage | null;
  /** In the clean text of that report. */
  readonly range: Range;
  /** Why another name is the same, as a Chinese sentence; null where the name is one. */
  readonly alias: string | null;
}

/** A pledge of one level and where the other speaks of it; none is a fact of the texts and no reproach. */
export interface LevelPair {
  readonly pledge: Pledge;
  readonly counterpart: Counterpart | null;
}

/** A report with what was read from it. */
interface Indexed {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** Sets what one report promises beside what a report of the level above or below promises or tells of the same thing. */
export function betweenLevels(from: Indexed, to: Indexed): readonly LevelPair[] {
  const others = pledgesOf(to);
  const told = toldIn(to.report);
  return pledgesOf(from)
    .filter(({ kind }) => kind !== 'sync')
    .map((pledge) => ({
      pledge,
      counterpart: promisedIn(pledge, others) ?? toldOf(pledge, to.report, told),
    }));
}

/**
 * Sets what the reports of one place promise beside what those of the place above or below say of the same thing. Each
 * thing comes once, as it was promised last.
 */
export function betweenPlaces(from: readonly Indexed[], to: readonly Indexed[]): readonly LevelPair[] {
  const others = to.flatMap(pledgesOf);
  const told = to.map(({ report }) => ({ report, told: toldIn(report) }));
  const latest = new Map<string, Pledge>();
  for (const pledge of from.flatMap(pledgesOf))
    if (pledge.kind !== 'sync') latest.set(coreOf(pledge.object), pledge);
  return [...latest.values()].map((pledge) => ({
    pledge,
    counterpart:
      promisedIn(pledge, others) ??
      told.map((one) => toldOf(pledge, one.report, one.told)).find((one) => one !== null) ??
      null,
  }));
}

const pledgesOf = ({ report, observations }: Indexed): readonly Pledge[] =>
  readPledges(
    report,
    observations.filter(({ kind }) => kind === 'target'),
  );

function promisedIn({ object }: Pledge, others: readonly Pledge[]): Counterpart | null {
  const core = coreOf(object);
  for (const { report, stage, range, object: other } of others) {
    const alias = aliasIn(core, bareOf(other)) ?? aliasIn(coreOf(other), core);
    if (alias) return { report, as: 'promised', stage, range, alias: alias.evidence };
  }
  return null;
}

function toldOf({ object, kind }: Pledge, report: Report, told: Told): Counterpart | null {
  const [mention] = mentionsOf({ object, core: coreOf(object), kind }, told);
  if (!mention) return null;
  const { range, alias, progress } = mention;
  return { report: report.id, as: 'told', stage: progress.stage, range, alias: alias.evidence };
}
