import type { Observation, Report } from '../../report';
import { coreOf } from './alias';
import { betweenPlaces, type LevelPair } from './levels';
import { lifeIn, readyReport, type LifeStep, type ReadyReport } from './life';

/** One thing over the years: every step that the reports of a place promise or tell of it. */
export interface ThingLife {
  readonly place: string;
  readonly object: string;
  readonly steps: readonly LifeStep[];
}

/** What one place promises, held against what the place above or below it says. */
export interface LevelTable {
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly LevelPair[];
}

/** What runs through several reports: things over the years, and things over the levels. */
export interface Threads {
  readonly lives: readonly ThingLife[];
  readonly levels: readonly LevelTable[];
}

/** A report with what was read from it. */
interface Indexed {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** Whether a place lies in another. */
type LiesIn = (place: string, above: string) => boolean;

/** Follows every promised thing that more than one report speaks of, and sets the levels side by side. */
export function threadsOf(library: readonly Indexed[], liesIn: LiesIn): Threads {
  const places = [...new Set(library.flatMap(({ report }) => report.meta.place ?? []))];
  const byPlace = places.map(
    (place) => [place, library.filter(({ report }) => report.meta.place === place)] as const,
  );
  const lives = byPlace.flatMap(([place, own]) => livesAt(place, own));
  const levels = byPlace.flatMap(([from, own]) =>
    byPlace.flatMap(([to, others]) =>
      liesIn(from, to) || liesIn(to, from) ? [{ from, to, pairs: betweenPlaces(own, others) }] : [],
    ),
  );
  return { lives, levels };
}

function livesAt(place: string, own: readonly Indexed[]): readonly ThingLife[] {
  const reports = own
    .toSorted((a, b) => (a.report.meta.year ?? 0) - (b.report.meta.year ?? 0))
    .map(readyReport);
  return namesIn(reports).flatMap((object) => {
    const steps = lifeIn(object, reports);
    return new Set(steps.map(({ report }) => report)).size > 1 ? [{ place, object, steps }] : [];
  });
}

/** Every thing promised, once, in reading order. */
function namesIn(reports: readonly ReadyReport[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { object, kind } of reports.flatMap(({ pledges }) => pledges))
    if (kind !== 'sync' && !names.has(coreOf(object))) names.set(coreOf(object), object);
  return [...names.values()];
}
