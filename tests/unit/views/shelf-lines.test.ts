import { answeringItems, shelfFields } from '../../../src/renderer/views/parts/shelf-fields';
import { describe, expect, it } from 'vitest';
import type { Genre } from '../../../src/shared/report';
import type { Shelved } from '../../../src/renderer/state/library/library';
import {
  lineAt,
  outlineOf,
  shelfLines,
  shelfRows,
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
    expect(lines.map(({ place }) => place)).toEqual(['临江市', '周口市', '云岚县']);
    expect(lines[1]?.items.map(({ entry }) => entry.id)).toEqual([
      '周口市-2024-全文',
      '周口市-2022-全文',
      '周口市-2022-摘编',
    ]);
  });

  it('shows a year as lacking only between two that are there', () => {
    const line = shelfLines(SHELF)[1];
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
    ['河南 摘编', ['周口市-2022-摘编']],
    ['1999', []],
    ['  ', names(SHELF)],
  ])('answers %j with what has every word of it', (asked, wanted) => {
    expect(names(answeringItems(shelfFields(SHELF), asked))).toEqual(wanted);
  });

  it('has a head and a place in the outline for each city, with the counties in it', () => {
    const rows = shelfRows(shelfLines([...SHELF, item('川汇区', 2024), item('博野县', 2024)]));
    expect(rows.map((row) => (row.kind === 'head' ? row.path.join('›') : row.line.place))).toEqual([
      '河北省›保定市',
      '博野县',
      '吉林省›白山市',
      '临江市',
      '河南省›周口市',
      '周口市',
      '川汇区',
      '不在行政区划表里',
      '云岚县',
    ]);
    expect(outlineOf(rows).map(({ label, level, reports, row }) => [label, level, reports, row])).toEqual([
      ['河北省', 0, 1, 0],
      ['保定市', 1, 1, 0],
      ['吉林省', 0, 1, 2],
      ['白山市', 1, 1, 2],
      ['河南省', 0, 4, 4],
      ['周口市', 1, 4, 4],
      ['不在行政区划表里', 0, 1, 7],
    ]);
  });

  it('turns its years back, never before the first', () => {
    const lines = shelfLines([item('周口市', 1999), item('周口市', 2024)]);
    expect(yearWindow(lines, 5, 0)).toEqual([2020, 2021, 2022, 2023, 2024]);
    expect(yearWindow(lines, 5, 24)).toEqual([1999, 2000]);
    expect(yearWindow([], 5, 0)).toEqual([]);
  });
});
