import type { Shelved } from '../../state/library/library';

/** One place's reports, year by year; a year without one between two that have one is a gap. */
export interface ShelfRow {
  readonly place: string;
  readonly count: number;
  readonly cells: readonly ShelfCell[];
}

export interface ShelfCell {
  readonly year: number;
  readonly items: readonly Shelved[];
  readonly gap: boolean;
}

const yearsBetween = (years: readonly number[]): readonly number[] => {
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
};

/** Places in catalog order, years ascending. */
export const shelfGrid = (
  shelf: readonly Shelved[],
): { readonly years: readonly number[]; readonly rows: readonly ShelfRow[] } => {
  if (!shelf.length) return { years: [], rows: [] };
  const years = yearsBetween(shelf.map(({ entry }) => entry.year));
  const places = [...new Set(shelf.map(({ entry }) => entry.place))];
  const rows = places.map((place) => {
    const own = shelf.filter(({ entry }) => entry.place === place);
    const ownYears = own.map(({ entry }) => entry.year);
    const cells = years.map((year) => {
      const items = own.filter(({ entry }) => entry.year === year);
      const inside = year > Math.min(...ownYears) && year < Math.max(...ownYears);
      return { year, items, gap: !items.length && inside };
    });
    return { place, count: own.length, cells };
  });
  return { years, rows };
};

const HAN_DIGITS = '〇一二三四五六七八九';

/** 2025 as 二〇二五, for covers only. */
export const hanYear = (year: number): string =>
  [...String(year)].map((digit) => HAN_DIGITS[Number(digit)] ?? digit).join('');
