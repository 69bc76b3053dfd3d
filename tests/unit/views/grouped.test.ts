import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from '../../../src/renderer/views/text/grouped';

it('sets numbers as the runtime does', () => {
  const parts = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(parts, ([digits, decimals]) => {
      const value = digits / 10 ** decimals;
      expect(grouped(value)).toBe(value.toLocaleString('zh-CN', { maximumFractionDigits: 6 }));
    }),
  );
});

it('leaves out what a sum in floating point has left', () => {
  expect(grouped(0.1 + 0.2)).toBe('0.3');
});
