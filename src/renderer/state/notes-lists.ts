import type { Note } from '../../shared/anchor';
import type { Annotation } from '../../shared/report';

/** The notes as lists. */
export interface NoteLists {
  readonly notes: readonly Note[];
  readonly byReport: Readonly<Record<string, readonly Annotation[]>>;
  readonly bin: readonly Note[];
  readonly byId: ReadonlyMap<string, Note>;
}

export const NO_NOTES: NoteLists = { notes: [], byReport: {}, bin: [], byId: new Map() };

const BIN_DAYS = 30;

const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const byChange = (a: Note, b: Note): number =>
  latestFirst(a.annotation.modified, b.annotation.modified) || latestFirst(a.id, b.id);

/** Two lists in order as one. */
function merged(some: readonly Note[], others: readonly Note[]): readonly Note[] {
  const all: Note[] = [];
  let next = 0;
  for (const note of some) {
    for (let other = others[next]; other && byChange(other, note) < 0; other = others[next]) {
      all.push(other);
      next += 1;
    }
    all.push(note);
  }
  return next < others.length ? [...all, ...others.slice(next)] : all;
}

const reportsOf = ({ annotation }: Note): readonly string[] =>
  annotation.targets.map((target) => target.report);

/** Lists of the named reports made anew; the others stay as they are. */
function byReport(
  before: NoteLists['byReport'],
  notes: readonly Note[],
  touched: ReadonlySet<string>,
): NoteLists['byReport'] {
  const lists = new Map<string, Annotation[]>([...touched].map((report) => [report, []]));
  for (const note of notes) {
    const reports = reportsOf(note);
    // Most notes are tied to one passage; a set for each of ten thousand would cost more than all the rest.
    for (const report of reports.length > 1 ? new Set(reports) : reports)
      lists.get(report)?.push(note.annotation);
  }
  const filled = [...lists].filter(([, annotations]) => annotations.length > 0);
  const others = Object.entries(before).filter(([report]) => !touched.has(report));
  return Object.fromEntries([...others, ...filled]);
}

const binOf = (all: ReadonlyMap<string, Note>, now: Date): readonly Note[] => {
  const oldest = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
  return [...all.values()]
    .filter(({ deleted }) => deleted !== null && deleted >= oldest)
    .sort((a, b) => latestFirst(a.deleted ?? '', b.deleted ?? ''));
};

/**
 * The lists of all notes, made from those of before: a note that has not changed keeps its place, so that a change
 * among ten thousand costs a look at each and no sorting.
 */
export function listsOf(before: NoteLists, all: ReadonlyMap<string, Note>, now: Date): NoteLists {
  const [kept, left, fresh]: [Note[], Note[], Note[]] = [[], [], []];
  for (const note of before.notes) (all.get(note.id) === note ? kept : left).push(note);
  for (const note of all.values())
    if (note.deleted === null && before.byId.get(note.id) !== note) fresh.push(note);
  const same = left.length + fresh.length === 0;
  const notes = same ? before.notes : merged(kept, fresh.sort(byChange));
  const touched = new Set([...left, ...fresh].flatMap(reportsOf));
  return {
    notes,
    bin: binOf(all, now),
    byId: all,
    byReport: same ? before.byReport : byReport(before.byReport, notes, touched),
  };
}
