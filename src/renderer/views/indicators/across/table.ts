import { sortedBy, type Across, type AcrossCell, type AcrossRow } from '../../../../shared/compare';
import type { AcrossChoices } from '../../../state/indicators/across';

/** A cell of 各地 by its place and year. */
export interface AcrossSpot {
  readonly place: string;
  readonly year: number;
}

export interface Head extends Partial<AcrossSpot> {
  readonly key: string;
  readonly words: string;
  /** 9 地有数. */
  readonly caption: string;
}

export interface Line extends Head {
  readonly cells: readonly AcrossCell[];
}

/** 各地 as it lies on the page: places down and years across, or the other way. */
export interface AcrossTable {
  readonly heads: readonly Head[];
  readonly lines: readonly Line[];
}

const yearHeads = ({ years, counts }: Across): readonly Head[] =>
  years.map((year, at) => ({
    ...{ key: String(year), words: String(year), year },
    caption: `${String(counts[at] ?? 0)} 地有数`,
  }));

const placeHeads = (rows: readonly AcrossRow[]): readonly Head[] =>
  rows.map(({ place }) => ({ key: place, words: place, caption: '', place }));

/** Lays the table out as the reader has chosen. */
export function tableOf(
  across: Across,
  { sort, turned }: Pick<AcrossChoices, 'sort' | 'turned'>,
): AcrossTable {
  const at = across.years.indexOf(sort?.year ?? NaN);
  const rows = sort && at >= 0 ? sortedBy(across, at, sort.rising) : across.rows;
  const [places, years] = [placeHeads(rows), yearHeads(across)];
  if (!turned)
    return {
      heads: years,
      lines: places.map((head, row) => ({ ...head, cells: rows[row]?.cells ?? [] })),
    };
  return {
    heads: places,
    lines: years.map((head, column) => ({
      ...head,
      cells: rows.flatMap(({ cells }) => cells[column] ?? []),
    })),
  };
}

/** The place and year a line and a head stand for. */
export const spotAt = ({ lines, heads }: AcrossTable, row: number, column: number): AcrossSpot | null => {
  const [line, head] = [lines[row], heads[column]];
  const place = line?.place ?? head?.place;
  const year = line?.year ?? head?.year;
  return place === undefined || year === undefined ? null : { place, year };
};

/** Where a spot lies; -1 where it is not on the table. */
export const placeOf = (
  { lines, heads }: AcrossTable,
  spot: AcrossSpot | null,
): readonly [number, number] => {
  const is = (head: Head): boolean => head.place === spot?.place || head.year === spot?.year;
  return [lines.findIndex(is), heads.findIndex(is)];
};
