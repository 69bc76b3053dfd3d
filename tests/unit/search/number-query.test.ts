import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/shared/report';
import { findObservations, listNumbers, parseNumberQuery } from '../../../src/shared/search';

/** Numbers the reports state, in the fields that matter here. */
const stated = (
  report: string,
  start: number,
  name: string,
  value: Observation['value'],
  unit: string,
  rest: Partial<Observation> = {},
): Observation => ({
  id: `${report}:${start}`,
  report,
  name,
  indicator: name,
  topic: '综合经济',
  value,
  unit,
  measure: 'level',
  bound: '=',
  kind: 'result',
  period: '2021',
  place: '周口市',
  range: { start, end: start + 1 },
  quote: { start, end: start + 1 },
  duplicateOf: null,
  doubt: null,
  ...rest,
});

const OBSERVATIONS: readonly Observation[] = [
  stated('zhoukou-2022', 217, '生产总值', 349.2, '亿元'),
  stated('zhoukou-2022', 227, '生产总值', 6.3, '%', { measure: 'growth' }),
  stated('zhoukou-2022', 700, '港口货物吞吐量', 2915, '万吨', { topic: '港航物流与开放' }),
  stated('zhoukou-2025', 400, '生产总值', 6.5, '%', { measure: 'growth', period: '2024' }),
  stated('zhoukou-2025', 900, '港口货物吞吐量', 5205, '万吨', { period: '2024', topic: '港航物流与开放' }),
  stated('zhoukou-2025', 910, '港口货物吞吐量', 27.5, '%', { period: '2024', measure: 'growth' }),
  stated('zhoukou-2025', 950, '一般公共预算收入增速排名', 1, '位', { period: '2024', measure: 'rank' }),
  stated('chuanhui-2024', 600, '一般公共预算收入', 8, '%', {
    measure: 'growth',
    kind: 'target',
    bound: '>=',
    period: '2024',
    place: '川汇区',
  }),
  stated('chuanhui-2024', 620, '生产总值', 4.3, '%', { measure: 'growth', period: '2023', place: '川汇区' }),
  stated('zhoukou-2023', 80, '城镇新增就业', 40.1, '万人', { period: '2018-2022' }),
  stated('zhoukou-2023', 90, '城镇新增就业', 40.1, '万人', {
    period: '2018-2022',
    duplicateOf: 'zhoukou-2023:80',
  }),
  stated('zhoukou-2025', 70, '产业集群', [1, 2], '个', { period: '2025', kind: 'target' }),
];

const found = (query: string): readonly string[] =>
  findObservations(listNumbers(OBSERVATIONS), query).map(({ id }) => id);

describe('questions about numbers', () => {
  it.each([
    ['生产总值 增速 > 6', ['zhoukou-2025:400', 'zhoukou-2022:227']],
    ['生产总值增速>６％', ['zhoukou-2025:400', 'zhoukou-2022:227']],
    ['生产总值 增速 ≥ 6.5%', ['zhoukou-2025:400']],
    ['生产总值 增长 小于 6', ['chuanhui-2024:620']],
    ['港口货物吞吐量 2024', ['zhoukou-2025:900', 'zhoukou-2025:910']],
    ['港口货物吞吐量 2024年 > 1000 万吨', ['zhoukou-2025:900']],
    ['5,205万吨', ['zhoukou-2025:900']],
    ['排名 第1', ['zhoukou-2025:950']],
    ['第一', ['zhoukou-2025:950']],
    ['川汇区 目标 增长', ['chuanhui-2024:600']],
    ['城镇新增就业 2020', ['zhoukou-2023:80']],
    ['产业集群 > 1', ['zhoukou-2025:70']],
    ['gkhwttl 2021', ['zhoukou-2022:700']],
    ['港航物流', ['zhoukou-2025:900', 'zhoukou-2022:700']],
    ['生产总值 > 6 亿', []],
    ['5206', []],
    ['', []],
    ['> >', []],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it.each([
    ['第十二', 12],
    ['第二十', 20],
    ['第二十三位', 23],
    ['第3位', 3],
  ])('reads the rank %s', (query, number) => {
    expect(parseNumberQuery(query)).toMatchObject({ measure: 'rank', value: { comparison: '=', number } });
  });
});
