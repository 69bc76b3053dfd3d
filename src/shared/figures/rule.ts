/**
 * One row of the grammar: a pattern, with the words that show what it is for and what it must leave alone.
 * A generic test runs every example and counter-example of every table.
 */
export interface Rule {
  readonly id: string;
  readonly pattern: RegExp;
  /** Texts in which the pattern is found. */
  readonly examples: readonly string[];
  /** Texts in which it is not. */
  readonly counterExamples: readonly string[];
}

/** Gives the patterns of a table by their ids. */
export const patternsOf = <Id extends string>(
  rules: readonly (Rule & { readonly id: Id })[],
): Readonly<Record<Id, RegExp>> =>
  Object.fromEntries(rules.map(({ id, pattern }) => [id, pattern])) as Record<Id, RegExp>;

/** Reads rows as one pattern: any of them, in their order. */
export const anyOf = (rules: readonly Rule[], flags = ''): RegExp =>
  new RegExp(rules.map(({ pattern }) => `(?:${pattern.source})`).join('|'), flags);

/** Joins words to one alternation, longer ones first, so that none hides behind its own beginning. */
export const oneOf = (words: string): string =>
  `(?:${words
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;
