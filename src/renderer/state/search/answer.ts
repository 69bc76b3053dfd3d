import type { Annotation, Observation, Range } from '../../../shared/report';
import type { Hit, NearHit, Results } from '../../../shared/search';

export type SearchTab = 'text' | 'numbers' | 'notes';

/** A place a result leads to. */
export interface Spot {
  readonly report: string;
  /** In the clean text. */
  readonly range: Range;
  /** 近似: not quite what was asked. */
  readonly near: boolean;
}

export interface Answer {
  /** What was asked; while a newer answer is on its way the older one stays on screen. */
  readonly query: string;
  /** How many reports were looked through. */
  readonly searched: number;
  /** `hits` grows page by page, from the first. */
  readonly results: Results;
  /** Those of `allNumbers` that the filters of 指标 let pass. */
  readonly numbers: readonly Observation[];
  readonly allNumbers: readonly Observation[];
  /** How many reports have been looked into for numbers: of a large library not all are, unless asked. */
  readonly counted: number;
  readonly notes: readonly Annotation[];
}

/** As many passages are listed without being scrolled to: those of five reports for a word of two characters. */
export const LISTED_UNASKED = 300;

/** Near places behind these are counted, and found by a better question. */
const MOST_NEAR = 300;

/** Tells whether every exact hit counted has been fetched. */
export const isComplete = ({ hits, total }: Results): boolean => hits.length >= total.passages;

/** Tells whether everything that the list will show has been fetched. */
export const isWhole = (results: Results): boolean => isComplete(results) && missingNear(results) === 0;

const missingNear = ({ near }: Results): number =>
  near === null ? 0 : Math.max(0, Math.min(MOST_NEAR, near.total.passages) - near.hits.length);

/** 近似 stands below the exact hits, so it waits until these are all there. */
const nearHits = (results: Results): readonly NearHit[] =>
  isComplete(results) ? (results.near?.hits ?? []) : [];

/** Exact hits, then near ones. */
export const listedHits = (results: Results): readonly Hit[] => [...results.hits, ...nearHits(results)];

const spotsOfHits = (hits: readonly Hit[], near: boolean): readonly Spot[] =>
  hits.flatMap(({ passage, matches }) =>
    matches.map(({ range }) => ({ report: passage.report, range, near })),
  );

/** The spots of a tab, in the order of its rows. */
export const spotsOf = ({ results, numbers, notes }: Answer, tab: SearchTab): readonly Spot[] => {
  if (tab === 'numbers') return numbers.map(({ report, range }) => ({ report, range, near: false }));
  if (tab === 'notes')
    return notes.flatMap(({ targets }) =>
      targets.slice(0, 1).map(({ report, position }) => ({ report, range: position, near: false })),
    );
  return [...spotsOfHits(results.hits, false), ...spotsOfHits(nearHits(results), true)];
};

/** Lists all places found in one report: there a part of a longer number is a place like any other: what was typed stands there. */
export const placesIn = ({ hits, part }: Results): readonly Range[] =>
  [...hits, ...part.hits]
    .flatMap(({ matches }) => matches.map(({ range }) => range))
    .toSorted((a, b) => a.start - b.start);

const holdsAny = ({ results, allNumbers, notes }: Answer, tab: SearchTab): boolean => {
  if (tab === 'numbers') return allNumbers.length > 0;
  if (tab === 'notes') return notes.length > 0;
  const { total, near, part, alias } = results;
  return total.matches + (near?.total.matches ?? 0) + part.total.matches + alias.total.matches > 0;
};

/** Picks the chosen tab where it has results, else the first that has. */
export const tabWith = (answer: Answer, chosen: SearchTab): SearchTab =>
  [chosen, ...(['text', 'numbers', 'notes'] as const)].find((tab) => holdsAny(answer, tab)) ?? chosen;
