import { findDivision } from './find';

/**
 * Gives for each place those of the others that lie in it or hold it, by the table of divisions. A place with none is
 * left out; the order is that of the places.
 */
export const kinOf = (places: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const known = new Map(places.map((place, at) => [place, at]));
  const kin = new Map(places.map((place): [string, Set<string>] => [place, new Set()]));
  for (const place of places)
    for (const above of findDivision(place)?.within ?? []) {
      if (!known.has(above) || above === place) continue;
      kin.get(place)?.add(above);
      kin.get(above)?.add(place);
    }
  const inOrder = (others: ReadonlySet<string>): readonly string[] =>
    [...others].sort((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0));
  return new Map(
    [...kin].filter(([, others]) => others.size > 0).map(([place, others]) => [place, inOrder(others)]),
  );
};

/** Gives a place with those of the others above it, in it, and beside it in the same division, in the order of the places. */
export const neighboursOf = (place: string, places: readonly string[]): readonly string[] => {
  const own = findDivision(place)?.within ?? [];
  const parent = own.at(-1);
  return places.filter((other) => {
    const within = findDivision(other)?.within ?? [];
    const beside = parent !== undefined && within.at(-1) === parent;
    return other === place || own.includes(other) || within.includes(place) || beside;
  });
};
