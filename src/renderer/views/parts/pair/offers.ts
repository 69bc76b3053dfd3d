import { findDivision } from '../../../../shared/places';
import type { CatalogEntry } from '../../../../shared/report';
import type { Shelved } from '../../../state/library/library';
import { answeringItems, type ShelfFields } from '../shelf-fields';

/** A report offered in a picker, and why it stands where it stands. */
export interface Offer {
  readonly item: Shelved;
  readonly reason: string;
}

/** So far down the likely reports are told in years; what is of another place comes behind all of them. */
const LEVEL = 1_000;
const ELSEWHERE = 2_000;

const yearWords = (difference: number): string => {
  if (difference === 0) return '同一年';
  if (Math.abs(difference) === 1) return difference < 0 ? '上一年' : '下一年';
  return `${difference < 0 ? '早' : '晚'} ${Math.abs(difference)} 年`;
};

/** Tells how two places stand to each other, and how far behind the same place that is. */
const placeWords = (place: string, from: string): readonly [words: string, distance: number] => {
  if (place === from) return ['同一个地方', 0];
  const [own, other] = [findDivision(place), findDivision(from)];
  if (own && other?.within.includes(own.name)) return ['上级', LEVEL];
  if (other && own?.within.includes(other.name)) return [`${other.name}的`, LEVEL];
  return [own?.within.at(-1) ?? '', ELSEWHERE];
};

/**
 * The reports that answer what was typed, the likely ones first: of the same place its neighbouring years, then the place
 * above and those below, then the others by nearness of the year.
 */
export const offersOf = (
  fields: ShelfFields,
  beside: CatalogEntry | null,
  asked: string,
): readonly Offer[] => {
  const standings = new Map<string, readonly [string, number]>();
  const standing = (place: string, from: string): readonly [string, number] => {
    const known = standings.get(place) ?? placeWords(place, from);
    standings.set(place, known);
    return known;
  };
  const found = answeringItems(fields, asked);
  if (!beside) return found.map((item) => ({ item, reason: '' }));
  return found
    .map((item) => {
      const { place, year } = item.entry;
      const [words, far] = standing(place, beside.place);
      const reason = [words, yearWords(year - beside.year)].filter(Boolean).join('，');
      return { item, reason, far: far + Math.abs(year - beside.year) };
    })
    .sort((a, b) => a.far - b.far);
};
