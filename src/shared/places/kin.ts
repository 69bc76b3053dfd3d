import { findDivision } from './find';

/**
 * Gives for each place those of the others that lie in it or hold it, by the table of divisions. A place with none is
 * left out; the order is that of the places.
 */
export const kinOf = (places: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const within = new Map(places.map((place) => [place, findDivision(place)?.within ?? []]));
  const lies = (place: string, above: string): boolean => within.get(place)?.includes(above) ?? false;
  const kin = places.map((place): [string, readonly string[]] => [
    place,
    places.filter((other) => other !== place && (lies(other, place) || lies(place, other))),
  ]);
  return new Map(kin.filter(([, others]) => others.length > 0));
};
