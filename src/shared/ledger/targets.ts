import type { AssessedCommitment } from '../anchor';
import { TOPICS, VERDICTS, type Topic, type Verdict } from '../report';
import { endYear } from '../figures/series/series';

/** Where a target stands in 目标—完成: under its verdict, or offered for the reader to decide. */
export type Standing = Verdict | 'unsure';

export const STANDINGS: readonly Standing[] = [...VERDICTS, 'unsure'];

/** The verdicts that judge a target; the others say why it cannot be judged. */
export const JUDGED: readonly Verdict[] = ['met', 'partly', 'missed'];

export const UNJUDGED: readonly Verdict[] = VERDICTS.filter((verdict) => !JUDGED.includes(verdict));

/** Null asks for all. */
export interface CommitmentFilter {
  /** The place of the report that sets the target. */
  readonly place: string | null;
  /** The year the target aims at. */
  readonly year: string | null;
  readonly topic: Topic | null;
  readonly standing: Standing | null;
}

export const EVERYTHING: CommitmentFilter = { place: null, year: null, topic: null, standing: null };

/** The place of each report, by its id. */
export type Places = ReadonlyMap<string, string>;

export const standingOf = ({ sure, verdict }: AssessedCommitment): Standing => (sure ? verdict : 'unsure');

/** The year a target aims at: its period's own, or the last of several; empty where it names none. */
export const yearOf = ({ commitment }: AssessedCommitment): string =>
  String(endYear(commitment.target.period) || '');

const placeOf = ({ commitment }: AssessedCommitment, places: Places): string =>
  places.get(commitment.target.report) ?? commitment.target.place;

/** Rows that pass the filter, whatever their standing. */
export const rowsIn = (
  rows: readonly AssessedCommitment[],
  { place, year, topic }: CommitmentFilter,
  places: Places,
): readonly AssessedCommitment[] =>
  rows.filter(
    (row) =>
      (place === null || placeOf(row, places) === place) &&
      (year === null || yearOf(row) === year) &&
      (topic === null || row.commitment.target.topic === topic),
  );

/** Tells how many rows have each standing. */
export const countStandings = (rows: readonly AssessedCommitment[]): ReadonlyMap<Standing, number> => {
  const counts = new Map<Standing, number>();
  for (const row of rows) counts.set(standingOf(row), (counts.get(standingOf(row)) ?? 0) + 1);
  return counts;
};

const ORDER: readonly Standing[] = [
  'met',
  'partly',
  'missed',
  'unsure',
  'not-mentioned',
  'different-scope',
  'no-value',
  'report-missing',
];

/** Gives what is judged first, then what waits for the reader, then what cannot be judged; in text order within each. */
export const sortCommitments = (rows: readonly AssessedCommitment[]): readonly AssessedCommitment[] =>
  rows.toSorted((a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)));

/** What there is to choose from, each with its number of targets. */
export interface CommitmentChoices {
  readonly places: readonly (readonly [string, number])[];
  readonly years: readonly (readonly [string, number])[];
  readonly topics: readonly (readonly [Topic, number])[];
}

/** Tells how often each key comes, in the order of their first. */
export const tallyOf = <Key extends string>(keys: readonly Key[]): readonly (readonly [Key, number])[] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
};

export const choicesOf = (rows: readonly AssessedCommitment[], places: Places): CommitmentChoices => ({
  places: tallyOf(rows.map((row) => placeOf(row, places))),
  years: tallyOf(rows.map(yearOf).filter((year) => year !== '')).toSorted(([a], [b]) => a.localeCompare(b)),
  topics: tallyOf(rows.map(({ commitment }) => commitment.target.topic)).toSorted(
    ([a], [b]) => TOPICS.indexOf(a) - TOPICS.indexOf(b),
  ),
});
