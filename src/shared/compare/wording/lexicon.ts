import counted from '../../../../resources/phrases.json' with { type: 'json' };
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

interface Table {
  readonly phrases: ReadonlyMap<string, Known>;
  /** Those that may be terms, by their first two characters. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

let table: Table | undefined;

const tableOf = (): Table => (table ??= readTable());

/** Gives what the table knows of a phrase, or nothing. */
export const knownPhrase = (text: string): Known | undefined => tableOf().phrases.get(text);

function readTable(): Table {
  const phrases = new Map<string, Known>();
  const terms = new Map<string, string[]>();
  for (const [since, sizes] of Object.entries(counted))
    for (const [size, list] of Object.entries(sizes))
      for (const phrase of list.split(' ')) {
        phrases.set(phrase, { since: Number(since), size: Number(size) });
        if (!mayBeTerm(phrase)) continue;
        const head = phrase.slice(0, 2);
        terms.set(head, [...(terms.get(head) ?? []), phrase]);
      }
  return { phrases, terms };
}

const mayBeTerm = (phrase: string): boolean =>
  phrase.length >= SHORTEST && phrase.length <= LONGEST && startsLikeTerm(phrase) && endsLikeTerm(phrase);

/** The phrases of the table that may be terms and stand in a text, whether it says them once or often. */
export function knownPhrases({ text }: FoldedText): ReadonlySet<string> {
  const found = new Set<string>();
  const { terms } = tableOf();
  for (let at = 0; at + SHORTEST <= text.length; at += 1)
    for (const phrase of terms.get(text.slice(at, at + 2)) ?? [])
      if (text.startsWith(phrase, at)) found.add(phrase);
  return found;
}
