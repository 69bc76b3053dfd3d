import { comparedParagraphs, differencesBetween } from './differences';

/** How two source texts stand to each other. */
export interface TextLikeness {
  /** `same`: word for word, whatever the wrapping; `near`: two versions of one report. */
  readonly kind: 'same' | 'near' | 'other';
  /** Paragraphs of the first that the second has not, and the other way round. */
  readonly differing: number;
  /** Places at which versions of one report differ, and characters that differ there; 0 of the same and of others. */
  readonly places: number;
  readonly characters: number;
}

/** Length of the runs of characters that are held against each other. */
const RUN = 12;
/** Share of the shorter text's runs from which two texts are versions of one report; two years of a place share a tenth. */
const NEAR = 0.5;

const runsOf = (text: string): ReadonlySet<string> => {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= text.length; at += 1) runs.add(text.slice(at, at + RUN));
  return runs;
};

const missing = (all: readonly string[], known: ReadonlySet<string>): number =>
  all.filter((text) => !known.has(text)).length;

/** Holds two source texts against each other, page marks and wrapping aside. */
export function likenessOf(one: string, other: string): TextLikeness {
  const [first, second] = [comparedParagraphs(one), comparedParagraphs(other)];
  const [a, b] = [first.join(''), second.join('')];
  if (a === b) return { kind: 'same', differing: 0, places: 0, characters: 0 };
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const known = runsOf(longer);
  const runs = [...runsOf(shorter)];
  const shared = runs.filter((run) => known.has(run)).length;
  const isNear = runs.length > 0 && shared / runs.length >= NEAR;
  const differing = missing(first, new Set(second)) + missing(second, new Set(first));
  if (!isNear) return { kind: 'other', differing, places: 0, characters: 0 };
  const places = differencesBetween(first, second);
  const characters = places.reduce((sum, place) => sum + Math.max(place.one.length, place.other.length), 0);
  return { kind: 'near', differing, places: places.length, characters };
}
