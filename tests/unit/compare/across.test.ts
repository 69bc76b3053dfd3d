import { describe, expect, it } from 'vitest';
import {
  acrossPlaces,
  differs,
  measuresIn,
  observationOf,
  sortedBy,
  statedOf,
  type Across,
  type PlaceRows,
} from '../../../src/shared/compare';
import type { Observation } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { parseReport } from '../../../src/shared/parse';

const NAME = '生产总值';

/** A year's report of a place, with the numbers read from it. */
const read = (place: string, year: number, sentence: string): readonly Observation[] => {
  const raw = `${place}政府工作报告\n——${String(year)}年2月3日在${place}人民代表大会会议上\n一、${String(year - 1)}年工作回顾\n${sentence}\n`;
  return extractObservations(parseReport({ id: `${place}-${String(year)}`, raw }));
};

const rowsOf = (place: string, reports: Readonly<Record<number, string>>): PlaceRows => {
  const years = Object.keys(reports).map(Number);
  const stated = statedOf(
    place,
    years.map((year) => read(place, year, reports[year] ?? '')),
  );
  return { place, rows: stated.indicators[NAME] ?? [], reportYears: years };
};

const three = [
  rowsOf('东河县', {
    2024: '2023年，地区生产总值完成300亿元，居全市第1位。',
    2025: '2024年，地区生产总值完成320亿元。',
  }),
  rowsOf('西山县', { 2024: '2023年，地区生产总值完成3500000万元。', 2025: '2024年，各项工作稳步推进。' }),
  rowsOf('南江县', { 2024: '2023年，地区生产总值完成300亿元。' }),
];

const table = (): Across => acrossPlaces(three, { indicator: NAME, measure: 'level' });

/** A cell as it is read. */
const told = (across: Across): readonly string[] =>
  across.rows.map(
    ({ place, cells }) =>
      `${place} ${cells
        .map(({ result, computed, absence }) =>
          result ? `${result.text}${computed ? ` ${computed.rank}/${computed.of}` : ''}` : (absence ?? ''),
        )
        .join(' ')}`,
  );

describe('one indicator of many places', () => {
  it('stands in one unit, ranked year by year; equals share a rank, and what is wanting says why', () => {
    expect(table().unit).toBe('亿元');
    expect(table().years).toEqual([2023, 2024]);
    expect(told(table())).toEqual(['东河县 300 2/3 320', '西山县 350 1/3 未提及', '南江县 300 2/3 缺报告']);
    expect(table().counts).toEqual([3, 1]);
    expect(table().middles).toEqual([300, 320]);
  });

  it('shows a year of which no place says anything, where it lies between others', () => {
    const gap = rowsOf('东河县', {
      2022: '2021年，地区生产总值完成280亿元。',
      2025: '2024年，地区生产总值完成320亿元。',
    });
    expect(acrossPlaces([gap], { indicator: NAME, measure: 'level' }).years).toEqual([
      2021, 2022, 2023, 2024,
    ]);
  });

  it('tells the rank a report states apart from the computed one', () => {
    const [cell] = table().rows[0]?.cells ?? [];
    expect(cell?.stated?.value).toBe(1);
    expect(cell?.stated?.among).toBe('全市');
    expect(cell && differs(cell)).toBe(true);
  });

  it('does not rank a doubtful value', () => {
    const doubted = three.map((one, at) =>
      at === 1 ? { ...one, rows: one.rows.map((row) => row.with(13, '太大') as unknown as typeof row) } : one,
    );
    const across = acrossPlaces(doubted, { indicator: NAME, measure: 'level' });
    expect(across.rows[1]?.cells[0]?.computed).toBeNull();
    expect(across.counts).toEqual([2, 1]);
  });

  it('is sorted by any year, places without a value last both ways', () => {
    const order = (at: number, rising: boolean) => sortedBy(table(), at, rising).map(({ place }) => place);
    expect(order(0, false)).toEqual(['西山县', '东河县', '南江县']);
    expect(order(0, true)).toEqual(['东河县', '南江县', '西山县']);
    expect(order(1, true)[0]).toBe('东河县');
  });

  it('names the measures that are stated', () => {
    expect(measuresIn(three)).toEqual(['level']);
  });

  it('leads each value to its sentence: what is kept is the observation that was read', () => {
    const [observation] = read('东河县', 2024, '2023年，地区生产总值完成300亿元。');
    const [row] = statedOf('东河县', [observation ? [observation] : []]).indicators[NAME] ?? [];
    expect(observation && row && observationOf(row, NAME, '东河县')).toMatchObject({
      ...{ id: observation?.id, value: 300, unit: '亿元', period: '2023', range: observation?.range },
      quote: observation?.quote,
    });
  });
});
