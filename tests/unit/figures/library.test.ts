import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import type { Doubt, Observation, Report, Series } from '../../../src/shared/report';
import { readCatalog } from '../../../src/shared/report/catalog';
import {
  buildSeries,
  canonicalName,
  extractObservations,
  findDoubts,
  INDICATORS,
  withDoubts,
} from '../../../src/shared/figures';
import { ROOT } from '../../helpers/places';

let observations: readonly (readonly Observation[])[] = [];
let series: readonly Series[] = [];
let doubts: readonly Doubt[] = [];

function bundled(): readonly Report[] {
  const folder = join(ROOT, 'resources', 'reports');
  const catalog = readCatalog(JSON.parse(readFileSync(join(folder, 'catalog.json'), 'utf8')));
  if (!catalog.ok) throw new Error(catalog.fault.reason);
  return catalog.value.map((entry) =>
    parseReport({ id: entry.id, raw: readFileSync(join(folder, entry.file), 'utf8') }, entry),
  );
}

beforeAll(() => {
  observations = bundled().map(extractObservations);
  series = buildSeries(observations);
  doubts = findDoubts(observations);
});

const pointsOf = (indicator: string, place = '周口市', measure = 'level') =>
  series.filter((one) => one.indicator === indicator && one.place === place && one.measure === measure);

describe('series of the bundled reports', () => {
  test('新认定, 认定 and 新增 of one kind of enterprise are one series', () => {
    const [gained] = pointsOf('新增高新技术企业');
    expect(gained?.points.map(({ year, value, observation }) => [year, value, observation.kind])).toEqual([
      [2021, 33, 'result'],
      [2022, 118, 'result'],
      [2023, 60, 'target'],
      [2024, 138, 'result'],
      [2025, 60, 'target'],
    ]);
  });

  test('what there is and what a year adds stay apart', () => {
    expect(pointsOf('高新技术企业')[0]?.points.map(({ value }) => value)).toEqual([237]);
  });

  test('a sum of five years is no point of the yearly series', () => {
    const years = pointsOf('城镇新增就业').map(({ points }) => points.map(({ value }) => value));
    expect(years).toContainEqual([6.95, 7.2, 7.3]);
    expect(years).toContainEqual([40.1]);
  });

  test('the city and its centre stay apart', () => {
    expect(
      pointsOf('建成海绵城市', '中心城区').concat(pointsOf('建成海绵城市项目', '中心城区')).length,
    ).toBeGreaterThan(0);
    expect(
      pointsOf('建成海绵城市')[0]?.points.every(({ observation }) => observation.place === '周口市'),
    ).toBe(true);
  });

  test('values of one series are shown in one unit, exactly', () => {
    const [homes] = pointsOf('建成交付安置房');
    expect(homes?.unit).toBe('套');
    expect(homes?.points.map(({ value }) => value)).toEqual([36900, 52000, 16000, 3990]);
  });
});

describe('doubts of the bundled reports', () => {
  const told = (report: string, value: number): Doubt | undefined => {
    const one = observations
      .flat()
      .find(
        (observation) =>
          observation.report === report && observation.value === value && observation.duplicateOf === null,
      );
    return doubts.find(({ observation }) => observation === one?.id);
  };

  test('生产总值 349.2 has lost a digit', () => {
    expect(told('zhoukou-2022', 349.2)?.rule).toBe('scale');
  });

  test('粮食 4.46 万吨 cannot stand beside a target of 1.67 亿斤', () => {
    const doubt = told('chuanhui-2024', 4.46);
    expect(doubt?.rule).toBe('target-gap');
    expect(doubt?.reason).toContain('0.892亿斤');
  });

  test('two sources disagree on how many projects went into production', () => {
    expect(told('zhoukou-2023', 256)?.rule).toBe('conflict');
    expect(told('zhoukou-2022-highlights', 70)?.rule).toBe('conflict');
  });

  test('few values are doubted, and each names its evidence', () => {
    expect(doubts.length).toBeLessThan(10);
    expect(doubts.every(({ evidence, reason }) => evidence.length > 0 && reason.endsWith('。'))).toBe(true);
  });

  test('a doubt is told with the value and changes nothing else', () => {
    const own = observations.flat();
    const told = withDoubts(own, doubts);
    expect(told.filter(({ doubt }) => doubt !== null).length).toBe(doubts.length);
    expect(told.map(({ value }) => value)).toEqual(own.map(({ value }) => value));
  });
});

describe('the dictionary', () => {
  test('no alias belongs to two indicators', () => {
    const names = INDICATORS.flatMap(({ name, aliases }) => [...new Set([name, ...aliases])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each([
    ['新增市场主体', '新增经营主体'],
    ['规上工业增加值', '规模以上工业增加值'],
    ['全市生产总值', '生产总值'],
    ['认定科技型中小企业', '新增科技型中小企业'],
    ['单位GDP能耗降低', '单位生产总值能耗下降'],
    ['一件没有听说过的事', '一件没有听说过的事'],
  ])('%s is %s', (name, indicator) => {
    expect(canonicalName(name)).toBe(indicator);
  });
});
