import { findSourceFacts, type Found } from '../parse';
import type { Guess, MetaGuesses } from './imported-file';

const guessOf = <T, V>(found: Found<T> | null, value: (fact: T) => V): Guess<V> | null =>
  found === null
    ? null
    : { value: value(found.value), basis: found.basis, evidence: found.evidence, sure: found.sure };

const same = <T>(value: T): T => value;

/** Guesses what a source text's report is: by its own words, else by the file's name and folders. */
export function guessMeta(raw: string, name: string): MetaGuesses {
  const facts = findSourceFacts({ id: name, raw, file: name });
  return {
    title: guessOf(facts.title, same),
    place: guessOf(facts.place, same),
    year: guessOf(facts.year, same),
    date: guessOf(facts.date, same),
    speaker: guessOf(facts.speaker, (speaker) => speaker.name),
    genre: guessOf(facts.genre, same),
  };
}
