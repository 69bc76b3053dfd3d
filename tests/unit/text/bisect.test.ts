import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bisect, occurrences } from '../../../src/shared/text';

it('halves to the same place as a walk from the front', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: -1, max: 51 }),
      (numbers, limit) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const walked = sorted.filter((number) => number < limit).length;
        expect(bisect(sorted.length, (index) => (sorted[index] ?? 0) < limit)).toBe(walked);
      },
    ),
  );
});

it('finds overlapping places, and none of an empty part', () => {
  expect(occurrences('亚亚亚', '亚亚')).toEqual([0, 1]);
  expect(occurrences('亚亚亚', '')).toEqual([]);
});
