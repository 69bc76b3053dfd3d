import { describe, expect, test } from 'vitest';
import { NOT_NAMED } from '../../../src/shared/figures/name/clean';
import { COMPARISONS } from '../../../src/shared/figures/name/comparison';
import { ENDINGS, NAME_RULES, OPENINGS } from '../../../src/shared/figures/name/lexicon';
import { MEASURE_RULES } from '../../../src/shared/figures/measure/rules';
import { MINUS_CONTEXT } from '../../../src/shared/figures/number/sign';
import { PLACE_RULES } from '../../../src/shared/figures/place/rules';
import type { Rule } from '../../../src/shared/figures/rule';

/** Every table of grammar rows; a new one is added here and its examples are run. */
const TABLES: Readonly<Record<string, readonly Rule[]>> = {
  NOT_NAMED,
  COMPARISONS,
  MINUS_CONTEXT,
  OPENINGS,
  ENDINGS,
  NAME_RULES,
  MEASURE_RULES,
  PLACE_RULES,
};

describe.each(Object.entries(TABLES))('rows of %s', (_name, rules) => {
  test('have ids of their own, and both kinds of examples', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, examples, counterExamples } of rules)
      expect([id, examples.length > 0, counterExamples.length > 0]).toEqual([id, true, true]);
  });

  test.each(
    rules.flatMap(({ id, pattern, examples }) => examples.map((text) => [id, text, pattern] as const)),
  )('%s is found in %s', (_id, text, pattern) => {
    expect(new RegExp(pattern.source).test(text)).toBe(true);
  });

  test.each(
    rules.flatMap(({ id, pattern, counterExamples }) =>
      counterExamples.map((text) => [id, text, pattern] as const),
    ),
  )('%s is not found in %s', (_id, text, pattern) => {
    expect(new RegExp(pattern.source).test(text)).toBe(false);
  });
});
