import { TOPICS, type Range, type Report, type Role, type Topic } from '../report';
import { alignSides } from './compare';
import { makeRow } from './rows';
import type { Row } from './comparison';
import type { UnitRun } from './runs';
import { STAGES } from './stage';
import { takeSide, type Side, type Unit } from './unit';

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
 * Compares every report with the first, and what the first has not with the next, and so on: each passage of each
 * report is in exactly one row. With a topic only rows whose lead is of that topic are returned.
 */
export function compareMany(reports: readonly Report[], options: ManyOptions = {}): ManyComparison {
  const sides = reports.map((report) => takeSide(report, options.roles));
  const drafts = gatherRows(sides, 0);
  return { reports: reports.map(({ id }) => id), groups: groupRows(drafts, sides, options.topic) };
}

/** A matter on its way to a row: the lead's units, and for each later report the runs that pair with them. */
interface Draft {
  readonly lead: number;
  readonly units: readonly Unit[];
  readonly matches: readonly (readonly Match[])[];
}

/** A run between the lead and one other report, as a finished row. */
type Match = Row;

function gatherRows(sides: readonly Side[], lead: number): readonly Draft[] {
  const [first, ...others] = sides;
  if (!first) return [];
  const pairings = others.map((other) => ({ other, runs: alignSides(first, other).runs.filter(isPair) }));
  const drafts = spansOf(
    first,
    pairings.flatMap(({ runs }) => runs),
  ).map(({ from, to }): Draft => {
    const within = (run: UnitRun): boolean =>
      run.left !== null && run.left.first >= from && run.left.end <= to;
    const matches = pairings.map(({ other, runs }) =>
      runs.filter(within).map((run) => makeRow(first, other, run)),
    );
    return { lead, units: first.units.slice(from, to), matches };
  });
  const rest = pairings.map(({ other, runs }) => leaveOut(other, runs));
  return [...drafts, ...gatherRows(rest, lead + 1)];
}

const isPair = ({ left, right }: UnitRun): boolean => left !== null && right !== null;

/** The lead's units cut so that no run of any pairing is cut; never across sentences. */
function spansOf(
  { units }: Side,
  runs: readonly UnitRun[],
): readonly { readonly from: number; readonly to: number }[] {
  const joined = new Uint8Array(units.length + 1);
  const held = new Uint8Array(units.length);
  for (const { left } of runs) {
    if (!left) continue;
    held.fill(1, left.first, left.end);
    joined.fill(1, left.first + 1, left.end);
  }
  const spans: { from: number; to: number }[] = [];
  units.forEach((unit, at) => {
    const last = spans.at(-1);
    // Clauses that nobody else has stay together as far as their sentence goes.
    const idle = held[at] === 0 && held[at - 1] === 0 && units[at - 1]?.sentence === unit.sentence;
    if (last && (joined[at] === 1 || idle)) last.to = at + 1;
    else spans.push({ from: at, to: at + 1 });
  });
  return spans;
}

/** A side without the units that have found a place; what is no longer adjacent is no longer one sentence. */
function leaveOut({ units, ...side }: Side, runs: readonly UnitRun[]): Side {
  const placed = new Set<Unit>();
  for (const { right } of runs)
    if (right) for (const unit of units.slice(right.first, right.end)) placed.add(unit);
  let sentence = 0;
  const rest: Unit[] = [];
  let last: Unit | undefined;
  for (const unit of units) {
    if (placed.has(unit)) continue;
    if (last?.sentence !== unit.sentence || last.range.end !== unit.range.start) sentence += 1;
    rest.push({ ...unit, sentence });
    last = unit;
  }
  return { ...side, units: rest };
}

function groupRows(
  drafts: readonly Draft[],
  sides: readonly Side[],
  topic: Topic | undefined,
): readonly ManyGroup[] {
  const groups = new Map<string, { role: Role; topic: Topic; rows: ManyRow[] }>();
  for (const draft of drafts) {
    const section = sides[draft.lead]?.report.sections[draft.units[0]?.section ?? -1];
    if (!section || (topic !== undefined && section.topic !== topic)) continue;
    const role = STAGES[section.role];
    const group = groups.get(`${role}/${section.topic}`) ?? { role, topic: section.topic, rows: [] };
    groups.set(`${role}/${section.topic}`, group);
    insertRow(group.rows, makeManyRow(draft));
  }
  const rank = new Map(TOPICS.map((name, at) => [name, at]));
  const stages = [...new Set(Object.values(STAGES))];
  return [...groups.values()].sort(
    (a, b) =>
      stages.indexOf(a.role) - stages.indexOf(b.role) || (rank.get(a.topic) ?? 0) - (rank.get(b.topic) ?? 0),
  );
}

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

function makeManyRow({ lead, units, matches }: Draft): ManyRow {
  const before = Array.from({ length: lead }, () => null);
  return {
    kind: units[0]?.kind ?? 'text',
    lead,
    cells: [...before, leadCell(units), ...matches.map((rows) => otherCell(rows, units))],
  };
}

const leadCell = (units: readonly Unit[]): ManyCell => ({
  relation: 'lead',
  ranges: [{ start: units[0]?.range.start ?? 0, end: units.at(-1)?.range.end ?? 0 }],
  section: units[0]?.section ?? 0,
  words: [],
  leadWords: [],
});

function otherCell(matches: readonly Match[], units: readonly Unit[]): ManyCell | null {
  const found = matches.toSorted((a, b) => (a.right?.start ?? 0) - (b.right?.start ?? 0));
  const first = found[0];
  if (!first) return null;
  const whole =
    found.length === 1 &&
    first.left?.end === units.at(-1)?.range.end &&
    first.left?.start === units[0]?.range.start;
  const moved = found.every(({ relation }) => relation === 'moved');
  const same = whole && first.relation === 'same';
  return {
    relation: moved ? 'moved' : same ? 'same' : 'edited',
    ranges: found.flatMap(({ right }) => right ?? []),
    section: first.rightSection ?? 0,
    words: found.flatMap(({ words }) => words.right),
    leadWords: found.flatMap(({ words }) => words.left).toSorted((a, b) => a.start - b.start),
  };
}
