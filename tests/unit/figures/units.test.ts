import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convert, convertExact, unitValue } from '../../../src/shared/figures/unit/convert';
import { equals, parseRational, rational } from '../../../src/shared/figures/unit/rational';
import { CLASSIFIERS, MEASURES, MULTIPLIERS } from '../../../src/shared/figures/unit/table';

const units = [...MEASURES.map(([word]) => word), ...CLASSIFIERS].flatMap((word) => [
  word,
  ...MULTIPLIERS.map(([power]) => power + word),
]);

test('every unit converts to every other of its dimension and back without loss', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.constantFrom(...units),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.integer({ min: 0, max: 4 }),
      (from, to, digits, decimals) => {
        const value = rational(digits, 10n ** BigInt(decimals));
        const there = convertExact(value, from, to);
        if (unitValue(from).dimension !== unitValue(to).dimension) return there === null;
        const back = there && convertExact(there, to, from);
        return back !== null && equals(back, value);
      },
    ),
    { seed: 20261120, numRuns: 2000 },
  );
});

test.each([
  [4.46, '万吨', '亿斤', 0.892],
  [3.69, '万套', '套', 36900],
  [1.39, '万亿斤', '万吨', 69500],
  [1, '平方公里', '公顷', 100],
  [3, '亩', '平方米', 2000],
  [8, '家', '个', 8],
])('%d %s is so many %s', (value, from, to, expected) => {
  expect(convert(value, from, to)).toBe(expected);
});

test('what measures different things does not convert', () => {
  expect(convert(1, '万吨', '亿元')).toBeNull();
  expect(convert(1, '个', '户')).toBeNull();
});

test('decimals and fractions are read exactly', () => {
  expect(parseRational('0.1')).toEqual({ num: 1n, den: 10n });
  expect(parseRational('2000/3')).toEqual({ num: 2000n, den: 3n });
  expect(parseRational('1e-7')).toEqual({ num: 1n, den: 10_000_000n });
  expect(parseRational('约三成')).toBeNull();
});
