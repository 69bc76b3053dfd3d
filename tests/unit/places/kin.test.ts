import { expect, it } from 'vitest';
import { kinOf, neighboursOf } from '../../../src/shared/places';

it('gives each place those above and below it, and leaves out who has none on the shelf', () => {
  expect([...kinOf(['周口市', '川汇区', '阜平县', '商水县'])]).toEqual([
    ['周口市', ['川汇区', '商水县']],
    ['川汇区', ['周口市']],
    ['商水县', ['周口市']],
  ]);
  expect(kinOf(['阜平县', '周口市']).size).toBe(0);
});

it('gives the places to set a place beside: above it, in it, and of the same city', () => {
  const places = ['川汇区', '阜平县', '周口市', '商水县', '河南省', '霞川县'];
  expect(neighboursOf('川汇区', places)).toEqual(['川汇区', '周口市', '商水县', '河南省']);
  expect(neighboursOf('周口市', places)).toEqual(['川汇区', '周口市', '商水县', '河南省']);
  expect(neighboursOf('霞川县', places)).toEqual(['霞川县']);
});
