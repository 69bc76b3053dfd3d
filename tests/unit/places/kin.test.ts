import { expect, it } from 'vitest';
import { kinOf } from '../../../src/shared/places';

it('gives each place those above and below it, and leaves out who has none on the shelf', () => {
  expect([...kinOf(['周口市', '川汇区', '阜平县', '商水县'])]).toEqual([
    ['周口市', ['川汇区', '商水县']],
    ['川汇区', ['周口市']],
    ['商水县', ['周口市']],
  ]);
  expect(kinOf(['阜平县', '周口市']).size).toBe(0);
});
