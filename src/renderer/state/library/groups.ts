import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import { keptIn, type TextStorage } from '../kept-in';

/** Places the reader put together under a name of their own. Reports that come later belong to it with their place. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
}

/** What is kept: the reader's groups, and the places they pinned. */
interface GroupsKept {
  readonly list: readonly Group[];
  /** The last pinned first. */
  readonly pins: readonly string[];
}

export interface Groups extends GroupsKept {
  /** Makes a group and answers its id; one of the same name takes the places in. */
  readonly make: (name: string, places: readonly string[]) => string;
  readonly rename: (id: string, name: string) => void;
  /** Takes a place into a group, or out of it. */
  readonly toggle: (id: string, place: string) => void;
  readonly remove: (id: string) => void;
  readonly togglePin: (place: string) => void;
  /** Puts everything back as it was: 撤销. */
  readonly restore: (kept: GroupsKept) => void;
  /** Adds those of another computer; of one name there stays one group with the places of both. */
  readonly add: (others: GroupsKept) => void;
}

const KEY = 'duidu.groups';
const MOST_GROUPS = 200;
const MOST_PLACES = 4_000;
const LONGEST_NAME = 40;

const place = z.string().min(1).max(200);
const schema = z.object({
  list: z
    .array(
      z.object({
        id: z.string().min(1).max(80),
        name: z.string().min(1).max(LONGEST_NAME),
        places: z.array(place).max(MOST_PLACES),
      }),
    )
    .max(MOST_GROUPS),
  pins: z.array(place).max(MOST_PLACES),
});

const NOTHING: GroupsKept = { list: [], pins: [] };

/** Reads what storage holds; what is damaged costs the groups, never a report or a note. */
export const readGroups = (stored: string | null): GroupsKept => {
  try {
    return schema.parse(JSON.parse(stored ?? JSON.stringify(NOTHING)));
  } catch {
    return NOTHING;
  }
};

const joined = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...new Set([...one, ...other]),
];

/** The groups with one more; of the same name there is one. */
const withGroup = (list: readonly Group[], group: Group): readonly Group[] => {
  const same = list.find(({ name }) => name === group.name);
  if (!same) return [...list, group].slice(-MOST_GROUPS);
  return list.map((one) => (one === same ? { ...one, places: joined(one.places, group.places) } : one));
};

const keptOf = ({ list, pins }: GroupsKept): GroupsKept => ({ list, pins });

/** The name as it is kept: no space around it, and not too long. */
const nameOf = (typed: string): string => typed.trim().slice(0, LONGEST_NAME);

const changed = (list: readonly Group[], id: string, change: (group: Group) => Group): readonly Group[] =>
  list.map((group) => (group.id === id ? change(group) : group));

/** Makes the store of groups and pins, kept in `storage`. */
export const createGroups = (storage: TextStorage): StoreApi<Groups> =>
  createStore<Groups>()(
    persist(
      (set, get) => ({
        ...NOTHING,
        make: (typed, places) => {
          const group = { id: crypto.randomUUID(), name: nameOf(typed), places: joined(places, []) };
          if (group.name === '') return '';
          set(({ list }) => ({ list: withGroup(list, group) }));
          return get().list.find(({ name }) => name === group.name)?.id ?? '';
        },
        rename: (id, typed) => {
          const name = nameOf(typed);
          const isTaken = get().list.some((group) => group.id !== id && group.name === name);
          if (name !== '' && !isTaken)
            set(({ list }) => ({ list: changed(list, id, (group) => ({ ...group, name })) }));
        },
        toggle: (id, own) =>
          set(({ list }) => ({
            list: changed(list, id, (group) => ({
              ...group,
              places: group.places.includes(own)
                ? group.places.filter((other) => other !== own)
                : [...group.places, own],
            })),
          })),
        remove: (id) => set(({ list }) => ({ list: list.filter((group) => group.id !== id) })),
        togglePin: (own) =>
          set(({ pins }) => ({
            pins: pins.includes(own) ? pins.filter((other) => other !== own) : [own, ...pins],
          })),
        restore: (kept) => set(keptOf(kept)),
        add: (others) =>
          set(({ list, pins }) => ({
            list: others.list.reduce(withGroup, list),
            pins: joined(pins, others.pins),
          })),
      }),
      keptIn(storage, { key: KEY, read: readGroups, pick: (state: Groups) => keptOf(state) }),
    ),
  );

/** Makes the way of groups into the one file that moves to another computer, and out of it. */
export const groupPort = (store: StoreApi<Groups>) => ({
  pack: (): string => {
    const { list, pins } = store.getState();
    return list.length + pins.length === 0 ? '' : JSON.stringify({ list, pins });
  },
  /** Counts the groups that are not here yet, or have other places here. */
  missing: (packed: string): number => {
    const own = new Map(store.getState().list.map(({ name, places }) => [name, new Set(places)]));
    return readGroups(packed || null).list.filter(({ name, places }) =>
      places.some((one) => !own.get(name)?.has(one)),
    ).length;
  },
  add: (packed: string): void => {
    if (packed !== '') store.getState().add(readGroups(packed));
  },
});

/** A part of what moves to another computer, as one text. */
interface Port {
  readonly pack: () => string;
  readonly missing: (packed: string) => number;
  readonly add: (packed: string) => void;
}

const groupsPacked = (packed: string): string => {
  try {
    const { groups } = z.object({ groups: z.unknown() }).parse(JSON.parse(packed));
    return groups === undefined ? '' : JSON.stringify(groups);
  } catch {
    return '';
  }
};

/** Puts the groups beside the bookmarks: a version that knows of none reads the bookmarks all the same. */
export const withGroups = (bookmarks: Port, groups: Port): Port => ({
  pack: () => {
    const [marks, own] = [bookmarks.pack(), groups.pack()];
    if (own === '') return marks;
    const record = JSON.parse(marks || '{"list":[]}') as object;
    return JSON.stringify({ ...record, groups: JSON.parse(own) as unknown });
  },
  missing: (packed) => bookmarks.missing(packed) + groups.missing(groupsPacked(packed)),
  add: (packed) => {
    bookmarks.add(packed);
    groups.add(groupsPacked(packed));
  },
});
