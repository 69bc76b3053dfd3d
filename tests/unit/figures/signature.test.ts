import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MEASURE_RULES } from '../../../src/shared/figures/measure/rules';
import { cleanWords, NOT_NAMED } from '../../../src/shared/figures/name/clean';
import { COMPARISONS } from '../../../src/shared/figures/name/comparison';
import { ENDINGS, OPENINGS } from '../../../src/shared/figures/name/lexicon';
import { PLACE_RULES } from '../../../src/shared/figures/place/rules';
import { anyOf, type Rule } from '../../../src/shared/figures/rule';
import { HOLDS, setsAt, signatureOf } from '../../../src/shared/figures/signature';
import { compact } from '../../../src/shared/figures/token/compact';

const FOLDER = new URL('../../../resources/reports/', import.meta.url);
/** No rule looks at more words at once than this in these tests. */
const WINDOW = 24;

const examplesOf = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap(({ examples, counterExamples }) => [...examples, ...counterExamples]);

/** Every stretch of the bundled reports that the grammar may be shown, and all examples. */
function stretches(): readonly string[] {
  const texts = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
    .map((raw) => compact(raw, { start: 0, end: raw.length }).text);
  const windows = texts.flatMap((text) =>
    Array.from({ length: text.length }, (_, at) => text.slice(at, at + WINDOW)),
  );
  const tables = [NOT_NAMED, COMPARISONS, OPENINGS, ENDINGS, MEASURE_RULES, PLACE_RULES];
  return [...new Set(windows), ...tables.flatMap(examplesOf)];
}

const STRETCHES = stretches();
const rulesNamed = (rules: readonly Rule[], ...ids: readonly string[]): readonly Rule[] =>
  rules.filter(({ id }) => ids.includes(id));

/** Stretches in which a rule is met though its signature says that it cannot be. */
const missed = (rules: readonly Rule[], may: (text: string) => boolean): readonly string[] => {
  const pattern = anyOf(rules);
  return STRETCHES.filter((text) => !may(text) && pattern.test(text));
};

const holds =
  (set: number) =>
  (text: string): boolean =>
    (signatureOf(text) & set) !== 0;

describe('a rule that a signature leaves out would not have been met', () => {
  test('openings', () => {
    const may = (text: string): boolean =>
      (setsAt(text, 0) & HOLDS.opening) !== 0 || text.slice(1, 5).includes('前');
    expect(missed(OPENINGS, may)).toEqual([]);
  });

  test('endings', () => {
    // Two of them end in any words at all and are cut where those end in a character of the others.
    const closed = ENDINGS.filter(({ id }) => id !== 'against' && id !== 'years-running');
    expect(missed(closed, (text) => (setsAt(text, text.length - 1) & HOLDS.ending) !== 0)).toEqual([]);
  });

  test('comparisons', () => {
    expect(missed(COMPARISONS, holds(HOLDS.compares))).toEqual([]);
  });

  test('movement', () => {
    expect(missed(rulesNamed(MEASURE_RULES, 'move'), holds(HOLDS.moves))).toEqual([]);
  });

  test('places', () => {
    const own = rulesNamed(PLACE_RULES, 'core', 'each', 'wide', 'named');
    expect(missed(own, holds(HOLDS.ownPlace))).toEqual([]);
    expect(missed([...own, ...rulesNamed(PLACE_RULES, 'above', 'home')], holds(HOLDS.place))).toEqual([]);
  });

  test('words that are no part of a name', () => {
    const all = anyOf(NOT_NAMED, 'g');
    expect(STRETCHES.filter((text) => cleanWords(text) !== text.replace(all, ''))).toEqual([]);
  });
});

test('a signature has a bit for every set and none for what is outside the text', () => {
  const bits = Object.values(HOLDS);
  expect(new Set(bits).size).toBe(bits.length);
  expect(bits.every((bit) => bit > 0 && bit <= 2 ** 29)).toBe(true);
  expect(setsAt('年', 1) | setsAt('年', -1) | signatureOf('')).toBe(0);
});
