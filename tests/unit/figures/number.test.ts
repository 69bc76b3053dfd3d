import { describe, expect, test } from 'vitest';
import { scanNumbers } from '../../../src/shared/figures/number/scan';

const read = (text: string) => scanNumbers(text).map(({ value, unit, bound }) => ({ value, unit, bound }));

describe('number expressions', () => {
  test.each([
    ['5205万吨', 5205, '万吨', '='],
    ['1.39万亿斤', 1.39, '万亿斤', '='],
    ['94.64万贫困人口', 94.64, '万', '='],
    ['460多万平方米', 460, '万平方米', '>'],
    ['5.7万余人', 5.7, '万人', '>'],
    ['180家以上', 180, '家', '>='],
    ['20个工作日以内', 20, '个工作日', '<='],
    ['8%左右', 8, '%', '~'],
    ['33,212万吨', 33212, '万吨', '='],
    ['1万6千多户', 1.6, '万户', '>'],
    ['1亿3千多万', 1.3, '亿', '>'],
    ['3万多亿元', 3, '万亿元', '>'],
    ['2个多百分点', 2, '个百分点', '>'],
    ['15EFlops', 15, 'EFlops', '='],
    ['7600多万重量箱', 7600, '万重量箱', '>'],
    ['14.2万台(套)', 14.2, '万台(套)', '='],
    ['740元/月', 740, '元/月', '='],
    ['300公里', 300, '公里', '='],
    ['100万千瓦', 100, '万千瓦', '='],
    ['5亿人口', 5, '亿', '='],
    ['四百四十七万吨', 447, '万吨', '='],
    ['一万七千四百亿元', 17400, '亿元', '='],
    ['百分之八', 8, '%', '='],
  ])('%s', (text, value, unit, bound) => {
    expect(read(text)).toEqual([{ value, unit, bound }]);
  });

  test('a range is one number with two ends', () => {
    expect(read('培育1-2个')).toEqual([{ value: [1, 2], unit: '个', bound: '=' }]);
    expect(read('增长6.5%—7%')).toEqual([{ value: [6.5, 7], unit: '%', bound: '=' }]);
    expect(read('节约700万到800万吨')).toEqual([{ value: [700, 800], unit: '万吨', bound: '=' }]);
  });

  test('由 A 到 B is two numbers', () => {
    expect(read('由16%提高至40.5%').map(({ value }) => value)).toEqual([16, 40.5]);
  });

  test('a bare number of a list takes the unit of the last one', () => {
    expect(read('分别下降0.35、1.97、0.2个百分点').map(({ unit }) => unit)).toEqual([
      '个百分点',
      '个百分点',
      '个百分点',
    ]);
  });

  test('ranks in Han numerals and in digits', () => {
    expect(read('增速全市第一')).toEqual([{ value: 1, unit: '位', bound: '=' }]);
    expect(read('稳居全省第3位')).toEqual([{ value: 3, unit: '位', bound: '=' }]);
    expect(read('进入全省前30强')).toEqual([{ value: 30, unit: '位', bound: '<=' }]);
  });
});
