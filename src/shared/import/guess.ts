import { findSourceFacts, type Found } from '../parse';
import { findDivision } from '../places';
import type { Guess, MetaGuesses } from './imported-file';

const guessOf = <T, V>(found: Found<T> | null, value: (fact: T) => V): Guess<V> | null =>
  found === null
    ? null
    : { value: value(found.value), basis: found.basis, evidence: found.evidence, sure: found.sure };

const same = <T>(value: T): T => value;

/** A place by its official name; a short name of a file (内江) is sure once it is one division's. */
const official = (guess: Guess<string> | null, text: string): Guess<string> | null => {
  const division = guess && findDivision(guess.value, text);
  if (!guess || !division) return guess;
  return { ...guess, value: division.name, sure: guess.sure || guess.basis !== 'text' };
};

/** What a table says of a report in columns of its own; empty where it says nothing. */
export interface StatedFacts {
  readonly place: string;
  readonly year: string;
}

const stated = <T>(value: T, words: string): Guess<T> => ({
  value,
  basis: 'document',
  evidence: words,
  sure: true,
});

/** Guesses what a source text's report is: by what a table states, by its own words, else by the file's name and folders. */
export function guessMeta(raw: string, name: string, { place, year }: StatedFacts = NOTHING): MetaGuesses {
  const facts = findSourceFacts({ id: name, raw, file: name });
  return {
    title: guessOf(facts.title, same),
    place: official(place === '' ? guessOf(facts.place, same) : stated(place, place), raw),
    year: /^(?:19|20)\d{2}$/.test(year) ? stated(Number(year), year) : guessOf(facts.year, same),
    date: guessOf(facts.date, same),
    speaker: guessOf(facts.speaker, (speaker) => speaker.name),
    genre: guessOf(facts.genre, same),
  };
}

const NOTHING: StatedFacts = { place: '', year: '' };
