import { findDivision } from '../../../shared/places';
import { answerFields, fieldOf } from '../../../shared/search';
import type { Group } from '../../state/library/groups';
import type { Shelved } from '../../state/library/library';

/** The shelf made ready to be filtered again and again. */
export const shelfFields = (shelf: readonly Shelved[], groups: readonly Group[] = []) => {
  const names = new Map<string, string>();
  for (const { name, places } of groups)
    for (const place of places) names.set(place, `${names.get(place) ?? ''} ${name}`);
  return shelf.map((item) => {
    const { place, year, genre, title } = item.entry;
    const within = findDivision(place)?.within ?? [];
    return fieldOf(item, [place, year, genre, title, ...within, names.get(place) ?? ''].join(' '));
  });
};

export type ShelfFields = ReturnType<typeof shelfFields>;

/** Reports whose place, the places above it, groups, year or kind answer every word asked for (`周口 2024`, `zk 全文`). */
export const answeringItems = (fields: ShelfFields, asked: string): readonly Shelved[] =>
  asked.trim() === '' ? fields.map(({ item }) => item) : answerFields(fields, asked).map(({ item }) => item);
