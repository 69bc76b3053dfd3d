import { patched, type Note } from '../../shared/anchor';

/** The notes as lists. */
export interface NoteLists {
  readonly notes: readonly Note[];
  readonly byReport: Readonly<Record<string, readonly Note[]>>;
  readonly bin: readonly Note[];
  readonly byId: ReadonlyMap<string, Note>;
}

export const NO_NOTES: NoteLists = { notes: [], byReport: {}, bin: [], byId: new Map() };

const BIN_DAYS = 30;

/** Negative where the first note comes before the second; 0 only for the same note. */
type Order = (a: Note, b: Note) => number;

const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const byChange: Order = (a, b) =>
  latestFirst(a.annotation.modified, b.annotation.modified) || latestFirst(a.id, b.id);

const byDeletion: Order = (a, b) => latestFirst(a.deleted ?? '', b.deleted ?? '') || latestFirst(a.id, b.id);

const isDeleted = ({ deleted }: Note): boolean => deleted !== null;

const isThere = ({ deleted }: Note): boolean => deleted === null;

/** Index at which a note stands in a list in order, or would stand. */
function placeOf(list: readonly Note[], order: Order, note: Note): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there && order(there, note) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Notes that have changed: as they were, and as they are, these in the order of the list they go into. */
interface Turn {
  readonly left: readonly Note[];
  readonly fresh: readonly Note[];
}

/** A list in order after a turn. What has not changed is copied in blocks and not looked at. */
function turned(list: readonly Note[], order: Order, { left, fresh }: Turn): readonly Note[] {
  const cuts = [
    ...left
      .map((note) => ({ at: placeOf(list, order, note), note, isFresh: false }))
      // A note that fell out of the 回收站 after its days stands in no list.
      .filter(({ at, note }) => list[at] === note),
    ...fresh.map((note) => ({ at: placeOf(list, order, note), note, isFresh: true })),
  ].sort((a, b) => a.at - b.at);
  if (cuts.length === 0) return list;
  const next: Note[] = [];
  let from = 0;
  for (const { at, note, isFresh } of cuts) {
    for (const kept of list.slice(from, at)) next.push(kept);
    from = Math.max(from, isFresh ? at : at + 1);
    if (isFresh) next.push(note);
  }
  for (const kept of list.slice(from)) next.push(kept);
  return next;
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

/** The 回收站 without what has lain there for its days; the oldest stand last. */
function within(bin: readonly Note[], now: Date): readonly Note[] {
  const oldest = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
  const end = bin.findLastIndex(({ deleted }) => deleted !== null && deleted >= oldest) + 1;
  return end === bin.length ? bin : bin.slice(0, end);
}

/** The lists of all notes, made from those of before and what has changed (null: the note is gone). */
export function listsOf(before: NoteLists, changes: ReadonlyMap<string, Note | null>, now: Date): NoteLists {
  const left = [...changes.keys()].flatMap((id) => before.byId.get(id) ?? []);
  const fresh = [...changes.values()].filter((note) => note !== null);
  const there = { left: left.filter(isThere), fresh: fresh.filter(isThere).sort(byChange) };
  const gone = { left: left.filter(isDeleted), fresh: fresh.filter(isDeleted).sort(byDeletion) };
  return {
    notes: turned(before.notes, byChange, there),
    bin: within(turned(before.bin, byDeletion, gone), now),
    byId: patched(before.byId, changes),
    byReport: turnedReports(before.byReport, there),
  };
}
