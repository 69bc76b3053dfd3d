import type { Observation } from '../../report';
import { WEIGHTS } from '../weights';

const countPairs = (name: string): number => Math.max(1, name.length - 1);

/** Tells whether the pairs of characters at two places are the same; a name of one character is its own pair. */
const samePair = (a: string, at: number, b: string, there: number): boolean =>
  a.charCodeAt(at) === b.charCodeAt(there) &&
  (at + 1 < a.length ? a.charCodeAt(at + 1) : -1) === (there + 1 < b.length ? b.charCodeAt(there + 1) : -1);

/** Counts the pairs of characters that two names share, each once. */
function sharedPairs(a: string, b: string): number {
  const pairs = countPairs(b);
  const used: boolean[] = [];
  let shared = 0;
  for (let at = 0; at < countPairs(a); at++) {
    let there = 0;
    while (there < pairs && (used[there] === true || !samePair(a, at, b, there))) there++;
    if (there === pairs) continue;
    used[there] = true;
    shared++;
  }
  return shared;
}

/** Tells whether two names share most of their character pairs, so that one may be the other's shorter wording. */
export function alike(a: string, b: string): boolean {
  return sharedPairs(a, b) / Math.min(countPairs(a), countPairs(b)) >= WEIGHTS.alikeNames.value;
}

const keyOf = ({ unit, measure, kind, bound, period }: Observation): string =>
  `${unit}|${measure}|${kind}|${bound}|${period.slice(0, 4)}`;

/** The longest quote of a repeated statement says most. */
const weight = ({ quote, name }: Observation): number => quote.end - quote.start + name.length;

const worth = (observation: Observation, tiles: ReadonlySet<string>): number =>
  weight(observation) + (tiles.has(observation.id) ? TILE : 0);

/** A tile repeats the prose, however long it is. */
const TILE = -1000;

/** Marks statements that repeat another one of the same report (a tile, an OCR repetition); `tiles` are ids. */
export function markDuplicates(
  observations: readonly Observation[],
  tiles: ReadonlySet<string>,
): readonly Observation[] {
  const original = new Map<Observation, Observation>();
  for (const group of groupsOf(observations)) {
    if (group.length > 1) settle(group, original, tiles);
  }
  return observations.map((observation) => {
    const first = original.get(observation);
    return first === undefined || first === observation
      ? observation
      : { ...observation, duplicateOf: first.id };
  });
}

/** Statements of one value, unit, measure, kind, bound and year; most values occur once and cost no key. */
function groupsOf(observations: readonly Observation[]): readonly (readonly Observation[])[] {
  const first = new Map<number | string, Observation>();
  const again = new Map<number | string, Observation[]>();
  for (const observation of observations) {
    const value = typeof observation.value === 'number' ? observation.value : observation.value.join();
    const known = first.get(value);
    const same = known && again.get(value);
    if (same) same.push(observation);
    else if (known) again.set(value, [known, observation]);
    else first.set(value, observation);
  }
  return [...again.values()].flatMap((same) => [...byKey(same).values()]);
}

function byKey(observations: readonly Observation[]): ReadonlyMap<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = keyOf(observation);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return groups;
}

/** How many kinds of statement with one value are told apart; more would take a text of nothing but one number. */
const MOST_KINDS = 24;

/** Sorts a group into kinds of like names; the weightiest of a kind is the original, the first on a tie. */
function settle(
  group: readonly Observation[],
  original: Map<Observation, Observation>,
  tiles: ReadonlySet<string>,
): void {
  const kinds: Observation[][] = [];
  const byIndicator = new Map<string, Observation[]>();
  for (const observation of group) {
    const known = byIndicator.get(observation.indicator);
    const kind =
      known?.[0] && apart(known[0], observation)
        ? known
        : kinds.find(([first]) => first !== undefined && repeats(first, observation));
    if (kind) kind.push(observation);
    else if (kinds.length < MOST_KINDS) {
      kinds.push([observation]);
      if (!known) byIndicator.set(observation.indicator, kinds.at(-1) ?? []);
    }
  }
  for (const kind of kinds) {
    const best = kind.reduce((heaviest, other) =>
      worth(other, tiles) > worth(heaviest, tiles) ? other : heaviest,
    );
    for (const observation of kind) original.set(observation, best);
  }
}

/** Names are only likened where the same name is not asked for. */
const repeats = (a: Observation, b: Observation): boolean =>
  !isSmall(a) && apart(a, b) && (isRare(a) || alike(a.name, b.name));

/** Numbers of one clause state different things, however like their names. */
const apart = (a: Observation, b: Observation): boolean =>
  a.quote.end <= b.quote.start || b.quote.end <= a.quote.start;

/** Small numbers are alike by chance (3条道路, 3条道路): only the same name makes them the same statement. */
const isSmall = ({ value }: Observation): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value < 100;

/** Four digits that are not round do not meet by chance, whatever the name (a tile whose label stands elsewhere). */
const isRare = ({ value }: Observation): boolean =>
  typeof value === 'number' &&
  String(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length >= 4;
