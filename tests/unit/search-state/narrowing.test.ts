import { describe, expect, it } from 'vitest';
import { byLevel, levelOf } from '../../../src/renderer/views/search/place-levels';
import { spansOf, yearColumns } from '../../../src/renderer/views/search/year-columns';
import { ticksOf, toggled, toggledAll } from '../../../src/renderer/views/search/ticks';

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

describe('several values ticked at once', () => {
  const values = ['河南省', '河北省', '周口市'];

  it('are all ticked where one of them was not, and all unticked where none was missing', () => {
    expect(toggledAll(values, ['河南省', '周口市'], ['河南省', '河北省'])).toBeUndefined();
    expect(toggledAll(values, undefined, ['河南省', '河北省'])).toEqual(['周口市']);
    expect(toggledAll(values, ['周口市'], ['河北省'])).toEqual(['周口市', '河北省']);
  });

  it('tell whether all, some or none of them are ticked', () => {
    expect(ticksOf(undefined, values)).toBe('all');
    expect(ticksOf(['周口市'], values)).toBe('some');
    expect(ticksOf(['周口市'], ['河南省'])).toBe('none');
  });
});

describe('places by level', () => {
  it('know the nation, provinces, cities and counties, and what is in no table', () => {
    expect(
      ['国务院', '河南省', '上海市', '周口市', '川汇区', '博野县', '某某开发区', null].map(levelOf),
    ).toEqual(['全国', '省', '省', '市', '县', '县', '其他', '其他']);
  });

  it('are summed up level by level, in the order given', () => {
    const counts = [
      { value: '川汇区', exact: 3, near: 0 },
      { value: '河南省', exact: 2, near: 1 },
      { value: '博野县', exact: 1, near: 4 },
    ];
    expect(byLevel(counts)).toEqual([
      { level: '省', counts: [counts[1]], exact: 2, near: 1 },
      { level: '县', counts: [counts[0], counts[2]], exact: 4, near: 4 },
    ]);
  });
});

describe('the strip chart', () => {
  const counts = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => ({ value: first + at, exact: 1, near: 2 }));

  it('leaves years as they are while they fit', () => {
    const spans = spansOf(yearColumns(counts(2021, 2025)), 5);
    expect(spans.map(({ first, last }) => [first, last])).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year) => [year, year]),
    );
  });

  it('folds more years into spans of one length that end with the newest, and sums them up', () => {
    const spans = spansOf(yearColumns(counts(2004, 2025)), 5);
    expect(spans.map(({ first, last }) => `${first}–${last}`)).toEqual([
      '2004–2005',
      '2006–2010',
      '2011–2015',
      '2016–2020',
      '2021–2025',
    ]);
    expect(spans.map(({ count }) => count?.exact)).toEqual([2, 5, 5, 5, 5]);
    expect(spans.reduce((sum, { count }) => sum + (count?.near ?? 0), 0)).toBe(2 * 22);
  });

  it('knows a span without a report from one without a place', () => {
    const given = [...counts(2000, 2001), { value: 2010, exact: 0, near: 0 }];
    const spans = spansOf(yearColumns(given), 4);
    expect(spans.map(({ count, years }) => [count?.exact ?? null, years])).toEqual([
      [2, [2000, 2001]],
      [null, []],
      [null, []],
      [0, [2010]],
    ]);
  });

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
