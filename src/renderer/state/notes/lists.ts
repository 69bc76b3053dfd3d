import { patched, type Note } from '../../../shared/anchor';

/** The notes as lists. */
export interface NoteLists {
  readonly notes: readonly Note[];
  readonly byReport: Readonly<Record<string, readonly Note[]>>;
  /** All deleted notes, the latest first; those of the last thirty days are the 回收站. */
  readonly deleted: readonly Note[];
  readonly bin: readonly Note[];
  readonly byId: ReadonlyMap<string, Note>;
}

export const NO_NOTES: NoteLists = { notes: [], byReport: {}, deleted: [], bin: [], byId: new Map() };

const BIN_DAYS = 30;

/** Negative where the first note comes before the second; 0 only for the same note. */
type Order = (a: Note, b: Note) => number;

const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const byChange: Order = (a, b) =>
  latestFirst(a.annotation.modified, b.annotation.modified) || latestFirst(a.id, b.id);

const byDeletion: Order = (a, b) => latestFirst(a.deleted ?? '', b.deleted ?? '') || latestFirst(a.id, b.id);

const isDeleted = ({ deleted }: Note): boolean => deleted !== null;

const isThere = ({ deleted }: Note): boolean => deleted === null;

/** Notes that have changed: as they were, and as they are, these in the order of the list they go into. */
interface Turn {
  readonly left: readonly Note[];
  readonly fresh: readonly Note[];
}

/** Two lists in order as one. */
function merged(some: readonly Note[], others: readonly Note[], order: Order): readonly Note[] {
  const all: Note[] = [];
  let next = 0;
  for (const note of some) {
    for (let other = others[next]; other && order(other, note) < 0; other = others[next]) {
      all.push(other);
      next += 1;
    }
    all.push(note);
  }
  return next < others.length ? [...all, ...others.slice(next)] : all;
}

/** A list in order after a turn: a note that has not changed keeps its place, so nothing is sorted but what is fresh. */
function turned(list: readonly Note[], order: Order, { left, fresh }: Turn): readonly Note[] {
  if (left.length === 0 && fresh.length === 0) return list;
  const gone = new Set(left);
  return merged(
    list.filter((note) => !gone.has(note)),
    fresh,
    order,
  );
}

/** Notes under each report they are tied to, in the same order. */
function underReports(notes: readonly Note[]): ReadonlyMap<string, readonly Note[]> {
  const lists = new Map<string, Note[]>();
  for (const note of notes)
    for (const { report } of note.annotation.targets) {
      const list = lists.get(report) ?? [];
      if (list.at(-1) !== note) list.push(note);
      lists.set(report, list);
    }
  return lists;
}

function turnedReports(before: NoteLists['byReport'], turn: Turn): NoteLists['byReport'] {
  const [left, fresh] = [underReports(turn.left), underReports(turn.fresh)];
  const lists = new Map(Object.entries(before));
  for (const report of new Set([...left.keys(), ...fresh.keys()])) {
    const own = { left: left.get(report) ?? [], fresh: fresh.get(report) ?? [] };
    const list = turned(lists.get(report) ?? [], byChange, own);
    if (list.length > 0) lists.set(report, list);
    else lists.delete(report);
  }
  return Object.fromEntries(lists);
}

/** Those deleted within the days of the 回收站; looked for each time, as a clock that was wrong may be put right. */
function binOf(all: readonly Note[], now: Date): readonly Note[] {
  const oldest = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
  const end = all.findLastIndex(({ deleted }) => deleted !== null && deleted >= oldest) + 1;
  return end === all.length ? all : all.slice(0, end);
}

/** The lists of all notes, made from those of before and what has changed (null: the note is gone). */
export function listsOf(before: NoteLists, changes: ReadonlyMap<string, Note | null>, now: Date): NoteLists {
  const left = [...changes.keys()].flatMap((id) => before.byId.get(id) ?? []);
  const fresh = [...changes.values()].filter((note) => note !== null);
  const there = { left: left.filter(isThere), fresh: fresh.filter(isThere).sort(byChange) };
  const gone = { left: left.filter(isDeleted), fresh: fresh.filter(isDeleted).sort(byDeletion) };
  const deleted = turned(before.deleted, byDeletion, gone);
  return {
    notes: turned(before.notes, byChange, there),
    deleted,
    bin: binOf(deleted, now),
    byId: patched(before.byId, changes),
    byReport: turnedReports(before.byReport, there),
  };
}
