import { TOPICS, type Range, type Report, type Role, type Topic } from '../report';
import { alignSides } from './compare';
import { joinPairings, type Cluster } from './clusters';
import type { Pairing } from './through';
import { makeRow, rangeOf } from './rows';
import type { Span, UnitRun } from './runs';
import { STAGES } from './stage';
import { takeSide, type Side } from './unit';

/** What one report says of a row's matter. */
export interface ManyCell {
  /** To the lead's passage; `lead` for the lead itself. */
  readonly relation: 'lead' | 'same' | 'edited' | 'moved';
  /** Clean ranges, in reading order; more than one where the report says it in several places. */
  readonly ranges: readonly Range[];
  /** Index into the report's sections: where the first range stands. */
  readonly section: number;
  /** Changed words of this report, and of the lead against this report. */
  readonly words: readonly Range[];
  readonly leadWords: readonly Range[];
}

/** One matter across all reports. null is a gap: that report says nothing of it. */
export interface ManyRow {
  readonly kind: 'heading' | 'text';
  /** The first report that has it; the others are compared with that one. */
  readonly lead: number;
  /** One for each report. */
  readonly cells: readonly (ManyCell | null)[];
}

/** Rows of one role and topic, in the order of their leads. */
export interface ManyGroup {
  readonly role: Role;
  readonly topic: Topic;
  readonly rows: readonly ManyRow[];
}

/** Two to four reports side by side, the first being the base. */
export interface ManyComparison {
  readonly reports: readonly string[];
  readonly groups: readonly ManyGroup[];
}

export interface ManyOptions {
  readonly roles?: readonly Role[];
  readonly topic?: Topic;
}

/**
 * Compares each two of the reports and joins what they have in common: each passage of each report is in exactly one
 * row, and any two reports stand beside each other as in their own comparison. With a topic only rows whose lead is of
 * that topic are returned.
 */
export function compareMany(reports: readonly Report[], options: ManyOptions = {}): ManyComparison {
  const sides = reports.map((report) => takeSide(report, options.roles));
  const clusters = joinPairings(sides, pairingsOf(sides));
  return { reports: reports.map(({ id }) => id), groups: groupRows(clusters, sides, options.topic) };
}

const pairingsOf = (sides: readonly Side[]): readonly Pairing[] =>
  sides.flatMap((one, left) =>
    sides.slice(left + 1).map((other, after) => {
      const { runs, likely } = alignSides(one, other);
      return { left, right: left + 1 + after, runs, likely };
    }),
  );

function groupRows(
  clusters: readonly Cluster[],
  sides: readonly Side[],
  topic: Topic | undefined,
): readonly ManyGroup[] {
  const groups = new Map<string, { role: Role; topic: Topic; rows: ManyRow[] }>();
  const ordered = clusters.map((cluster) => ({ cluster, ...leadOf(cluster) })).toSorted(byLead);
  for (const { cluster, lead, first } of ordered) {
    const { report, units } = sides[lead] ?? {};
    const section = report?.sections[units?.[first]?.section ?? -1];
    if (!section || (topic !== undefined && section.topic !== topic)) continue;
    const role = STAGES[section.role];
    const group = groups.get(`${role}/${section.topic}`) ?? { role, topic: section.topic, rows: [] };
    groups.set(`${role}/${section.topic}`, group);
    insertRow(group.rows, makeManyRow(cluster, lead, sides));
  }
  const rank = new Map(TOPICS.map((name, at) => [name, at]));
  const stages = [...new Set(Object.values(STAGES))];
  return [...groups.values()].sort(
    (a, b) =>
      stages.indexOf(a.role) - stages.indexOf(b.role) || (rank.get(a.topic) ?? 0) - (rank.get(b.topic) ?? 0),
  );
}

interface Lead {
  readonly lead: number;
  /** Its first unit. */
  readonly first: number;
}

function leadOf({ spans }: Cluster): Lead {
  const lead = spans.findIndex((places) => places.length > 0);
  return { lead, first: spans[lead]?.[0]?.first ?? 0 };
}

const byLead = (a: Lead, b: Lead): number => a.lead - b.lead || a.first - b.first;

/** After the last row that stands before it in the lead's own report. */
function insertRow(rows: ManyRow[], row: ManyRow): void {
  const start = startIn(row, row.lead);
  let place = -1;
  let nearest = -1;
  rows.forEach((other, at) => {
    const before = startIn(other, row.lead);
    if (before < start && before > nearest) [place, nearest] = [at, before];
  });
  rows.splice(nearest < 0 && row.lead === 0 ? rows.length : place + 1, 0, row);
}

const startIn = ({ cells }: ManyRow, report: number): number => cells[report]?.ranges[0]?.start ?? -1;

function makeManyRow(cluster: Cluster, lead: number, sides: readonly Side[]): ManyRow {
  const units = sides[lead]?.units[cluster.spans[lead]?.[0]?.first ?? -1];
  const cells = sides.map((side, report): ManyCell | null => {
    const places = cluster.spans[report] ?? [];
    if (places.length === 0) return null;
    const ranges = places.map((span) => rangeOf(side.units.slice(span.first, span.end)));
    const section = side.units[places[0]?.first ?? 0]?.section ?? 0;
    if (report === lead) return { relation: 'lead', ranges, section, words: [], leadWords: [] };
    return { ...againstLead(cluster, [lead, report], sides), ranges, section };
  });
  return { kind: units?.kind ?? 'text', lead, cells };
}

/** Tells how a report's places stand to the lead's, and the words that differ. */
function againstLead(
  { spans, runs }: Cluster,
  [lead, report]: readonly [number, number],
  sides: readonly Side[],
): Pick<ManyCell, 'relation' | 'words' | 'leadWords'> {
  const [left, right] = [sides[lead], sides[report]];
  if (!left || !right) return { relation: 'edited', words: [], leadWords: [] };
  const direct = runs.filter((one) => one.left === lead && one.right === report).map(({ run }) => run);
  const through = (spans[report] ?? []).filter(
    (span) => !direct.some(({ right: side }) => side && side.first < span.end && span.first < side.end),
  );
  const whole = spans[lead]?.[0] ?? null;
  const rows = [...direct, ...through.map((span) => indirect(whole, span))].map((run) =>
    makeRow(left, right, run),
  );
  const moved = direct.length > 0 && direct.every((run) => run.moved);
  const same = wordsIn(left, spans[lead]) === wordsIn(right, spans[report]);
  return {
    relation: moved ? 'moved' : same ? 'same' : 'edited',
    words: same ? [] : mergeRanges(rows.flatMap(({ words }) => words.right)),
    leadWords: same ? [] : mergeRanges(rows.flatMap(({ words }) => words.left)),
  };
}

/** A passage that stands beside the lead's because a third report says what both say. */
const indirect = (left: Span | null, right: Span): UnitRun => ({
  left,
  right,
  core: null,
  likeness: 0,
  inOrder: true,
  moved: false,
});

const wordsIn = ({ units }: Side, spans: readonly Span[] = []): string =>
  spans.flatMap(({ first, end }) => units.slice(first, end).map(({ key }) => key)).join('');

/** In order, what overlaps joined. */
function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}
