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

const binOf = (bin: readonly Note[], fresh: readonly Note[], now: Date): readonly Note[] => {
  const oldest = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
  return [...bin, ...fresh]
    .filter(({ deleted }) => deleted !== null && deleted >= oldest)
    .sort((a, b) => latestFirst(a.deleted ?? '', b.deleted ?? ''));
};

/**
 * The lists of all notes, made from those of before and what has changed (null: the note is gone). A note that has not
 * changed keeps its place, so that a change among ten thousand costs no sorting.
 */
export function listsOf(before: NoteLists, changes: ReadonlyMap<string, Note | null>, now: Date): NoteLists {
  const others = (notes: readonly Note[]): readonly Note[] => notes.filter(({ id }) => !changes.has(id));
  const after = [...changes.values()].filter((note) => note !== null);
  const fresh = after.filter(({ deleted }) => deleted === null).sort(byChange);
  const left = [...changes.keys()].flatMap((id) => before.byId.get(id) ?? []);
  const notes = merged(others(before.notes), fresh);
  const byId = new Map(before.byId);
  for (const [id, note] of changes)
    if (note) byId.set(id, note);
    else byId.delete(id);
  const touched = new Set([...left, ...fresh].flatMap(reportsOf));
  const bin = binOf(others(before.bin), after, now);
  return { notes, bin, byId, byReport: byReport(before.byReport, notes, touched) };
}
