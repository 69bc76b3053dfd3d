import { describe, expect, it } from 'vitest';
import type { Shelved } from '../../../src/renderer/state/library/library';
import { offersOf } from '../../../src/renderer/views/parts/pair/offers';
import { shelfFields } from '../../../src/renderer/views/parts/shelf-fields';

const item = (place: string, year: number): Shelved => ({
  state: 'closed',
  entry: {
    ...{ id: `${place} ${year}`, place, year, genre: '全文', title: '政府工作报告' },
    ...{ file: 'x.txt', sha256: '0'.repeat(64) },
  },
});

const FIELDS = shelfFields([
  item('西安市', 2024),
  item('周口市', 2020),
  item('郸城县', 2024),
  item('周口市', 2023),
  item('河南省', 2024),
  item('周口市', 2025),
  item('西安市', 2019),
]);

const offered = (asked: string, beside = item('周口市', 2024)) =>
  offersOf(FIELDS, beside.entry, asked).map(({ item: { entry }, reason }) => [entry.id, reason]);

describe('the reports a picker offers', () => {
  it('are the same place by neighbouring years, the places above and below, and the others by year', () => {
    expect(offered('')).toEqual([
      ['周口市 2023', '同一个地方，上一年'],
      ['周口市 2025', '同一个地方，下一年'],
      ['周口市 2020', '同一个地方，早 4 年'],
      ['郸城县 2024', '周口市的，同一年'],
      ['河南省 2024', '上级，同一年'],
      ['西安市 2024', '陕西省，同一年'],
      ['西安市 2019', '陕西省，早 5 年'],
    ]);
  });

  it('are found by place, year, initials and the place above, in the same order', () => {
    expect(offered('zks 2').map(([id]) => id)).toEqual([
      '周口市 2023',
      '周口市 2025',
      '周口市 2020',
      '郸城县 2024',
    ]);
    expect(offered('2024 xa').map(([id]) => id)).toEqual(['西安市 2024']);
    expect(offered('没有这里')).toEqual([]);
  });

  it('stand as on the shelf where there is nothing to be put beside', () => {
    expect(
      offersOf(FIELDS, null, '')
        .map(({ item: { entry } }) => entry.id)
        .slice(0, 2),
    ).toEqual(['西安市 2024', '周口市 2020']);
  });
});
