import type { Classification, Observation } from '../../report';

/** Where statements of an indicator belong by the reader's word; follows words on words, and ends where they turn in a circle. */
const indicatorAfter = (indicator: string, joined: ReadonlyMap<string, string>): string => {
  const passed = new Set<string>();
  let here = indicator;
  for (let next = joined.get(here); next !== undefined && !passed.has(next); next = joined.get(here)) {
    passed.add(here);
    here = next;
  }
  return here;
};

const partKey = (indicator: string, name: string): string => `${indicator}\n${name}`;

/**
 * Observations under the indicators the reader put them in, oldest word first: what was parted stands under its own
 * name, and may be joined to another from there. What no word is on is given as it is.
 */
export function withClassifications(
  observations: readonly Observation[],
  words: readonly Classification[],
): readonly Observation[] {
  if (words.length === 0) return observations;
  const parted = new Set(
    words.filter(({ change }) => change === 'part').map(({ indicator, name }) => partKey(indicator, name)),
  );
  const joined = new Map(
    words.filter(({ change }) => change === 'join').map(({ indicator, name }) => [name, indicator]),
  );
  return observations.map((observation) => {
    const { name, indicator } = observation;
    const own = parted.has(partKey(indicator, name)) ? name : indicator;
    const wanted = indicatorAfter(own, joined);
    return wanted === indicator ? observation : { ...observation, indicator: wanted, readAs: indicator };
  });
}
