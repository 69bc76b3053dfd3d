import type { AssessedPledge } from '../anchor';
import { itemsOf, type PledgeItem } from '../commitments';
import { findDivision } from '../places';
import type { PledgeKind } from '../report';
import { tallyOf, type Places, type Standing } from './targets';

/** Null asks for all. */
export interface PledgeFilter {
  readonly place: string | null;
  /** The year things are promised for. */
  readonly year: string | null;
  readonly kind: PledgeKind | null;
  readonly standing: Standing | null;
}

export const ALL_PLEDGES: PledgeFilter = { place: null, year: null, kind: null, standing: null };

/** A thing with the verdict that counts for it: of its last promise in scope that has one. */
export interface ItemRow {
  readonly item: PledgeItem;
  readonly shown: AssessedPledge;
  readonly standing: Standing;
}

export const standingOfPledge = ({ sure, verdict }: AssessedPledge): Standing => (sure ? verdict : 'unsure');

/** A line of the list: the head of a place, or a thing under it. */
export type PledgeLine =
  | {
      readonly kind: 'head';
      readonly place: string;
      readonly count: number;
      readonly level: number;
    }
  | { readonly kind: 'item'; readonly row: ItemRow; readonly level: number };

/** The things of all places, and by promise what the reader made of it. */
export interface PledgeBook {
  readonly items: readonly PledgeItem[];
  readonly assessed: ReadonlyMap<string, AssessedPledge>;
}

/** Puts promises together by what they are of. */
export const bookOf = (pledges: readonly AssessedPledge[], places: Places): PledgeBook => ({
  items: itemsOf(
    pledges.map(({ traced, verdict, result }) => ({ ...traced, verdict, result })),
    (report) => places.get(report) ?? '',
  ),
  assessed: new Map(pledges.map((one) => [one.traced.id, one])),
});

/** The things that pass a filter, whatever their standing. */
export const itemRowsIn = (
  { items, assessed }: PledgeBook,
  { place, year, kind }: PledgeFilter,
): readonly ItemRow[] =>
  items.flatMap((item) => {
    if ((place !== null && item.place !== place) || (kind !== null && item.kind !== kind)) return [];
    const own = item.promises.flatMap(({ id, pledge }) => {
      const one = year === null || pledge.due === year ? assessed.get(id) : undefined;
      return one ? [one] : [];
    });
    const shown = own.findLast(({ verdict }) => verdict !== 'report-missing') ?? own.at(-1);
    return shown ? [{ item, shown, standing: standingOfPledge(shown) }] : [];
  });

/** The promises that pass a filter, one by one. */
export const pledgesIn = (
  pledges: readonly AssessedPledge[],
  { place, year, kind, standing }: PledgeFilter,
  places: Places,
): readonly AssessedPledge[] =>
  pledges.filter((one) => {
    const { pledge } = one.traced;
    return (
      (place === null || places.get(pledge.report) === place) &&
      (year === null || pledge.due === year) &&
      (kind === null || pledge.kind === kind) &&
      (standing === null || standingOfPledge(one) === standing)
    );
  });

/** Tells how many things have each standing. */
export const countItems = (rows: readonly ItemRow[]): ReadonlyMap<Standing, number> =>
  new Map(tallyOf(rows.map(({ standing }) => standing)));

/** What there is to choose from, each with its number of things. */
export interface PledgeChoices {
  readonly places: readonly (readonly [string, number])[];
  readonly years: readonly (readonly [string, number])[];
  readonly kinds: readonly (readonly [PledgeKind, number])[];
}

export const pledgeChoicesOf = ({ items }: PledgeBook): PledgeChoices => ({
  places: tallyOf(items.map(({ place }) => place)),
  years: tallyOf(
    items.flatMap(({ promises }) => [...new Set(promises.flatMap(({ pledge }) => pledge.due ?? []))]),
  ).toSorted(([a], [b]) => a.localeCompare(b)),
  kinds: tallyOf(items.map(({ kind }) => kind)),
});

const LEVELS: readonly RegExp[] = [
  /国务院|全国/,
  /[省]$|自治区$|^(?:北京|上海|天津|重庆)市$/,
  /[市州盟]$|地区$/,
];

/** Tells how high a place stands: 0 for the country, 1 for a province, 2 for a city, 3 for what is below; by its name where no table has it. */
export const levelOf = (place: string): number => {
  const division = findDivision(place);
  if (division && division.within.length > 0) return division.within.length + 1;
  const found = LEVELS.findIndex((pattern) => pattern.test(place));
  return found < 0 ? LEVELS.length : found;
};

/** The order of the divisions, each place before those in it; what is in no table stands by its level. */
export const byDivision = (a: string, b: string): number => {
  const [own, other] = [findDivision(a)?.code, findDivision(b)?.code];
  return own !== undefined && other !== undefined ? own.localeCompare(other) : levelOf(a) - levelOf(b);
};

/** The list: each place under its head, a county after its city. */
export const linesOf = (rows: readonly ItemRow[]): readonly PledgeLine[] => {
  const places = [...new Set(rows.map(({ item }) => item.place))].toSorted(byDivision);
  const highest = Math.min(...places.map(levelOf));
  return places.flatMap((place): readonly PledgeLine[] => {
    const own = rows.filter(({ item }) => item.place === place);
    const level = levelOf(place) - highest;
    return [
      { kind: 'head', place, count: own.length, level },
      ...own.map((row) => ({ kind: 'item' as const, row, level })),
    ];
  });
};

export const keyOfLine = (line: PledgeLine): string =>
  line.kind === 'head' ? `place ${line.place}` : line.row.item.id;
