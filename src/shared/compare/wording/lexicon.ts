import frequencies from '../../../../resources/frequencies.json' with { type: 'json' };
import type { FoldedText } from './folded-text';
import { endsLikeTerm, startsLikeTerm } from './stop-words';

/** What public reports know of a phrase; counted by scripts/count-phrases.mjs. */
export interface Known {
  /** The year from which reports use it: nine of ten uses are of this year or later. */
  readonly since: number;
  /** How many of the counted reports use it, about 2^size. */
  readonly size: number;
}

/** Shorter phrases are words of the language; longer ones are sentences. */
const SHORTEST = 3;
const LONGEST = 10;

let table: ReadonlyMap<string, Known> | undefined;

/** Gives what the table knows of a phrase, or nothing. */
export const knownPhrase = (text: string): Known | undefined => (table ??= readTable()).get(text);

function readTable(): ReadonlyMap<string, Known> {
  const phrases = new Map<string, Known>();
  for (const [since, sizes] of Object.entries(frequencies.phrases))
    for (const [size, list] of Object.entries(sizes))
      for (const phrase of list.split(' ')) phrases.set(phrase, { since: Number(since), size: Number(size) });
  return phrases;
}

/** The phrases of the table that may be terms and stand in a text, whether it says them once or often. */
export function knownPhrases({ text }: FoldedText): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + SHORTEST <= text.length; at += 1) {
    for (let length = SHORTEST; length <= LONGEST; length += 1) {
      const phrase = text.slice(at, at + length);
      if (phrase.length === length && !found.has(phrase) && mayBeTerm(phrase)) found.add(phrase);
    }
  }
  return found;
}

const mayBeTerm = (phrase: string): boolean =>
  knownPhrase(phrase) !== undefined && startsLikeTerm(phrase) && endsLikeTerm(phrase);
