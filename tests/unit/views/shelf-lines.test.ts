import { describe, expect, it } from 'vitest';
import type { Genre } from '../../../src/shared/report';
import type { Shelved } from '../../../src/renderer/state/library/library';
import {
  answeringItems,
  lineAt,
  shelfLines,
  yearWindow,
} from '../../../src/renderer/views/shelf/shelf-lines';

const item = (place: string, year: number, genre: Genre = '全文'): Shelved => ({
  state: 'closed',
  entry: {
    id: `${place}-${String(year)}-${genre}`,
    file: 'report.txt',
    sha256: '0'.repeat(64),
    place,
    year,
    genre,
    title: '政府工作报告',
  },
});

const SHELF = [
  item('周口市', 2022, '摘编'),
  item('周口市', 2024),
  item('周口市', 2022),
  item('云岚县', 2019),
  item('临江市', 2024),
];

const names = (items: readonly Shelved[]): readonly string[] => items.map(({ entry }) => entry.id).sort();

describe('the shelf as a table', () => {
  it('has a line for each place, newest report first, the full text before what is about it', () => {
    const lines = shelfLines(SHELF);
    expect(lines.map(({ place }) => place)).toEqual(['临江市', '云岚县', '周口市']);
    expect(lines[2]?.items.map(({ entry }) => entry.id)).toEqual([
      '周口市-2024-全文',
      '周口市-2022-全文',
      '周口市-2022-摘编',
    ]);
  });

  it('shows a year as lacking only between two that are there', () => {
    const line = shelfLines(SHELF)[2];
    if (!line) throw new Error('no line');
    expect(lineAt(line, 2023)).toBe('gap');
    expect(lineAt(line, 2021)).toEqual([]);
    expect(lineAt(line, 2025)).toEqual([]);
    expect(line.gaps).toBe(1);
    expect(shelfLines(SHELF, true).map(({ place }) => place)).toEqual(['周口市']);
  });

  it.each([
    ['周口', ['周口市-2022-全文', '周口市-2022-摘编', '周口市-2024-全文']],
    ['周口 2024', ['周口市-2024-全文']],
    ['2024', ['临江市-2024-全文', '周口市-2024-全文']],
    ['zk 摘编', ['周口市-2022-摘编']],
    ['yunlan', ['云岚县-2019-全文']],
    ['1999', []],
    ['  ', names(SHELF)],
  ])('answers %j with what has every word of it', (asked, wanted) => {
    expect(names(answeringItems(SHELF, asked))).toEqual(wanted);
  });

  it('turns its years back, never before the first', () => {
    const lines = shelfLines([item('周口市', 1999), item('周口市', 2024)]);
    expect(yearWindow(lines, 5, 0)).toEqual([2020, 2021, 2022, 2023, 2024]);
    expect(yearWindow(lines, 5, 24)).toEqual([1999, 2000]);
    expect(yearWindow([], 5, 0)).toEqual([]);
  });
});
