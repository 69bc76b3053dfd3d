import { DIVISIONS } from './data';
import { shortPlace } from './names';

/** An official division, from the nation down to a county. */
export interface Division {
  /** Six digits of GB/T 2260; 100000 for the whole nation. */
  readonly code: string;
  /** Official name; 国务院 for the nation, as its reports are filed. */
  readonly name: string;
  /** Names of the divisions it lies in, the outermost first. */
  readonly within: readonly string[];
}

const NATION: Division = { code: '100000', name: '国务院', within: [] };
const NATIONAL = /^(?:国务院|全国|中国|国家|中华人民共和国)$/;

type Rows = readonly (readonly [name: string, code: string])[];
type Codes = ReadonlyMap<string, readonly string[]>;

const grouped = (rows: Rows): Codes => {
  const groups = new Map<string, string[]>();
  for (const [name, code] of rows) {
    const known = groups.get(name);
    if (known) known.push(code);
    else groups.set(name, [code]);
  }
  return groups;
};

/** Short names in use: 恩施, and for what rules itself 恩施州. */
const shorts = (name: string): readonly string[] => {
  const short = shortPlace(name);
  const rank = /自治([州县旗])$/.exec(name)?.[1];
  return rank === undefined ? [short] : [short, short + rank];
};

/** Makes a value when it is first asked for: most starts of the program never do. */
const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
};

const allRows = lazily<Rows>(() => DIVISIONS.split('|').map((row) => [row.slice(6), row.slice(0, 6)]));
const byCode = lazily<ReadonlyMap<string, string>>(
  () => new Map(allRows().map(([name, code]) => [code, name])),
);
const byName = lazily(() => grouped(allRows()));
/** A place is mostly filed under its full name, and to shorten all names takes longer than the rest. */
const byShort = lazily(() =>
  grouped(allRows().flatMap(([name, code]) => shorts(name).map((short) => [short, code] as const))),
);

/** Codes of the divisions a code lies in, the outermost first. */
const above = (code: string): readonly string[] =>
  [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter(
    (outer, index, all) => outer !== code && all.indexOf(outer) === index,
  );

const divisionOf = (code: string): Division => {
  return {
    code,
    name: byCode().get(code) ?? code,
    within: above(code).flatMap((outer) => byCode().get(outer) ?? []),
  };
};

/** Divisions with a full name, else with a short one. */
const named = (name: string): readonly string[] => byName().get(name) ?? byShort().get(name) ?? [];

/** Divisions that a chain of names tells: 河北省保定市博野县, 保定博野. */
const chained = (place: string): readonly string[] => {
  for (let length = place.length - 2; length >= 2; length -= 1) {
    const outer = named(place.slice(0, length));
    if (outer.length === 0) continue;
    const rest = place.slice(length);
    const inner = [...named(rest), ...chained(rest)].filter((code) =>
      above(code).some((code) => outer.includes(code)),
    );
    if (inner.length > 0) return inner;
  }
  return [];
};

const mentions = (text: string, word: string): number => text.split(word).length - 1;

/** Tells how a text speaks for a division: by its own name, then by those it lies in. */
const weight = ({ name, within }: Division, text: string): readonly [number, number] => [
  mentions(text, name),
  within.reduce((sum, outer) => sum + mentions(text, shortPlace(outer)), 0),
];

/**
 * Finds the official division a place is: by its full name, a short one or a chain. Of several with one name it is the
 * one whose city or province the text names most; null where none is, or where the text leaves it open.
 */
export function findDivision(place: string, text = ''): Division | null {
  const name = place.replace(/\s/g, '').replace(/(?:人民)?政府$/, '');
  if (NATIONAL.test(name)) return NATION;
  const codes = named(name);
  const found = (codes.length > 0 ? codes : chained(name)).map(divisionOf);
  if (found.length <= 1) return found[0] ?? null;
  const weighed = found.map((division) => ({ division, weight: weight(division, text) }));
  const [first, second] = weighed.sort((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1]);
  const isOpen = first?.weight.every((count, index) => count === second?.weight[index]);
  return first === undefined || isOpen ? null : first.division;
}

/** Tells whether one place lies in another, by the table of divisions. */
export const liesIn = (place: string, above: string): boolean =>
  findDivision(place)?.within.includes(above) ?? false;
