import type { CatalogEntry } from '../../../../shared/report';
import { findDivision, kinOf } from '../../../../shared/places';
import { answerFields, fieldOf, type Field } from '../../../../shared/search';
import type { Group } from '../../../state/library/groups';
import { placesOn, type Scope } from '../../../state/library/scope';
import type { Pick, PickerWords } from '../picker/offers';

/** What pickers of places say. */
export const PLACE_WORDS: PickerWords = {
  counter: '地',
  none: '书架上没有这样的地方，换个地名或拼音首字母试试。',
  take: '看这里',
  placeholder: '地名、上级、拼音首字母',
};

const fieldOfPlace = (place: string): Field<string> =>
  fieldOf(place, [place, ...(findDivision(place)?.within ?? [])].join(' '));

/** Makes the finder of places in the order they are given. */
export const placeFinder = (places: readonly string[]): ((asked: string) => readonly Pick[]) => {
  let fields: readonly Field<string>[] | null = null;
  return (asked) => {
    const found =
      asked.trim() === ''
        ? places
        : answerFields((fields ??= places.map(fieldOfPlace)), asked).map(({ item }) => item);
    return found.map((place) => ({
      key: place,
      name: place,
      reason: findDivision(place)?.within.at(-1) ?? '',
    }));
  };
};

/** Written into one key, as a picker hands it back. */
const scopeKey = (scope: Scope): string => {
  if (scope.kind === 'all') return scope.kind;
  return scope.kind === 'place' ? `place ${scope.place}` : `group ${scope.group}`;
};

export const scopeOf = (key: string): Scope => {
  const [kind, name = ''] = [key.slice(0, 5), key.slice(6)];
  if (kind === 'place') return { kind, place: name };
  return kind === 'group' ? { kind, group: name } : { kind: 'all' };
};

/** What there is to choose from. */
export interface ScopeShelf {
  readonly entries: readonly CatalogEntry[];
  /** The place shown now; the likely ones are told by it. */
  readonly home: string | null;
  /** Places read, the last first. */
  readonly read: readonly string[];
  readonly groups: readonly Group[];
  readonly pins: readonly string[];
  /** Whether only a single place can be chosen. */
  readonly onlyPlaces: boolean;
}

const MOST_READ = 3;

const reports = (count: number): string => `${String(count)} 篇`;

/** Tells why a place stands among the likely ones. */
const nearWords = (place: string, home: string): string => {
  if (place === home) return '正在看';
  return findDivision(home)?.within.includes(place) === true ? '上级' : `${home}的`;
};

/** So many of the places in and above the one at hand are likely ones. */
const MOST_KIN = 12;

const likelyOf = ({ entries, home, read, pins }: ScopeShelf): ReadonlyMap<string, string> => {
  const places = [...placesOn(entries).keys()];
  const kin = home === null ? [] : [home, ...(kinOf(places).get(home) ?? []).slice(0, MOST_KIN)];
  const pinned = pins.filter((place) => places.includes(place));
  const words = new Map(pinned.map((place) => [place, '置顶']));
  for (const place of kin) words.set(place, words.get(place) ?? nearWords(place, home ?? ''));
  for (const place of read.slice(0, MOST_READ)) if (!words.has(place)) words.set(place, '最近读过');
  return words;
};

const pickOfGroup = (
  { id, name, places }: Group,
  shelf: ReadonlyMap<string, readonly CatalogEntry[]>,
): Pick => {
  const own = places.flatMap((place) => shelf.get(place) ?? []);
  return {
    key: scopeKey({ kind: 'group', group: id }),
    name,
    reason: `${String(places.length)} 地，${reports(own.length)}`,
    head: '分组',
  };
};

/** Makes the finder of places, groups and the whole shelf: the likely ones first, those that answer where something is typed. */
export const scopeFinder = (shelf: ScopeShelf): ((asked: string) => readonly Pick[]) => {
  const places = placesOn(shelf.entries);
  const likely = likelyOf(shelf);
  const order = [...new Set([...likely.keys(), ...places.keys()])];
  const pickOf = (place: string): Pick => ({
    key: scopeKey({ kind: 'place', place }),
    name: place,
    reason: [likely.get(place), reports(places.get(place)?.length ?? 0)].filter(Boolean).join('，'),
    head: likely.has(place) ? '多半是这里' : '各地',
  });
  const groups = shelf.onlyPlaces ? [] : shelf.groups.map((group) => pickOfGroup(group, places));
  const all: readonly Pick[] = shelf.onlyPlaces
    ? []
    : [{ key: 'all', name: '整个书架', reason: reports(shelf.entries.length), head: '全部' }];
  const groupFields = groups.map((pick) => fieldOf(pick, pick.name));
  let fields: readonly Field<string>[] | null = null;
  return (asked) => {
    if (asked.trim() === '') {
      const picks = order.map(pickOf);
      return [...picks.slice(0, likely.size), ...groups, ...all, ...picks.slice(likely.size)];
    }
    fields ??= order.map((place) =>
      fieldOf(place, [place, ...(findDivision(place)?.within ?? [])].join(' ')),
    );
    const found = answerFields(fields, asked).map(({ item, marks }): Pick => {
      const { key, name, reason } = pickOf(item);
      return { key, name, reason, marks: marks.filter(({ end }) => end <= item.length) };
    });
    return [...found, ...answerFields(groupFields, asked).map(({ item, marks }) => ({ ...item, marks }))];
  };
};
