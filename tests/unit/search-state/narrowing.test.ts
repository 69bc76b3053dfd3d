import { describe, expect, it } from 'vitest';
import { toggled } from '../../../src/renderer/views/search/facet-group';
import { yearColumns } from '../../../src/renderer/views/search/strip-chart';

describe('a facet', () => {
  const values = ['周口市', '川汇区', '国务院'];

  it('loses a value that is unticked, from all or from those left', () => {
    expect(toggled(values, undefined, '川汇区')).toEqual(['周口市', '国务院']);
    expect(toggled(values, ['周口市', '国务院'], '国务院')).toEqual(['周口市']);
  });

  it('narrows nothing when all are ticked again, or the last is unticked', () => {
    expect(toggled(values, ['周口市', '国务院'], '川汇区')).toBeUndefined();
    expect(toggled(values, ['周口市'], '周口市')).toBeUndefined();
  });
});

describe('the strip chart', () => {
  it('has a column for every year from the first to the last, with a gap where no report is', () => {
    const counts = [
      { value: 2021, exact: 3, near: 0 },
      { value: 2024, exact: 0, near: 1 },
      { value: null, exact: 5, near: 0 },
    ];
    expect(yearColumns(counts).map(({ year, count }) => [year, count?.exact ?? null])).toEqual([
      [2021, 3],
      [2022, null],
      [2023, null],
      [2024, 0],
    ]);
    expect(yearColumns([])).toEqual([]);
  });
});
