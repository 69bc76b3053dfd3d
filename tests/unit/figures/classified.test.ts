import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatrix, type MatrixRow } from '../../../src/shared/compare';
import { statedObservations, withClassifications } from '../../../src/shared/figures';
import { likelySame, wordingsOf } from '../../../src/shared/indicators';
import { parseReport } from '../../../src/shared/parse';
import type { Classification, Observation } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';

/** Three reports of an invented county, in which one thing goes by two names and a like one contradicts it. */
const REPORTS = [
  [2031, '生产总值200亿元，新改建“四好农村路”120公里，新增绿地面积30公顷，新建农村供水管网210公里。'],
  [2032, '经济总量212亿元，新改建农村公路132公里，新增公园绿地面积31公顷，新建农村供水管网52公里。'],
  [2033, '生产总值223亿元，新改建“四好农村路”141公里，新建农村公路桥涵9公里，新建城区供水管网60公里。'],
].map(([year, sentence]) =>
  parseReport({
    id: `somewhere-${String(year)}`,
    raw: `云岚县${String(year)}年政府工作报告\n——${String(year)}年1月9日在云岚县第九届人民代表大会上\n各位代表：\n一、${String(Number(year) - 1)}年工作回顾\n\n${String(sentence)}\n`,
  }),
);

const rowsOf = (words: readonly Classification[]) => {
  const volumes = REPORTS.map((report) => ({
    report,
    observations: withClassifications(statedObservations(report), words),
  }));
  const { columns, groups } = buildMatrix({ volumes, commitments: [] });
  return { columns, rows: groups.flatMap(({ rows }) => rows) };
};

const named = (rows: readonly MatrixRow[], indicator: string): MatrixRow => {
  const row = rows.find((one) => one.indicator === indicator);
  if (!row) throw new Error(`no row ${indicator} among ${rows.map((one) => one.indicator).join('、')}`);
  return row;
};

const texts = ({ cells }: MatrixRow): readonly (string | undefined)[] =>
  cells.map(({ values }) => values[0]?.text);

const bundled = bundledReports().flatMap(statedObservations);
const anyWord = fc.record({
  change: fc.constantFrom('join', 'part'),
  name: fc.constantFrom(...new Set(bundled.slice(0, 200).map(({ name }) => name))),
  indicator: fc.constantFrom(...new Set(bundled.slice(0, 200).map(({ indicator }) => indicator))),
}) satisfies fc.Arbitrary<Classification>;

const withoutPlace = (observation: Observation) => ({
  ...observation,
  indicator: undefined,
  readAs: undefined,
});

describe('two rows the reader joins', () => {
  const { rows, columns } = rowsOf([]);
  const road = named(rows, '新改建“四好农村路”');
  const other = named(rows, '新改建农村公路');

  it('stand in two rows before, and in one after, with every year', () => {
    expect(texts(road)).toEqual(['120', undefined, '141']);
    expect(texts(other)).toEqual([undefined, '132', undefined]);
    const after = rowsOf([{ change: 'join', name: other.indicator, indicator: road.indicator }]);
    expect(texts(named(after.rows, road.indicator))).toEqual(['120', '132', '141']);
    expect(named(after.rows, road.indicator).remark).toContain('您归并过');
    expect(after.rows.map(({ indicator }) => indicator)).not.toContain(other.indicator);
  });

  it('are offered as likely with their evidence; what contradicts is not', () => {
    const likely = likelySame(road, rows, columns).filter((offer) => offer.likely);
    expect(likely[0]?.row.indicator).toBe(other.indicator);
    expect(likely[0]?.evidence.join('；')).toMatch(/名称里都有“.+”；没有哪一年两项都有数；.*接得上/);
  });
});

describe('a wording the reader parts from a row', () => {
  it('stands alone with its years, and the row keeps the others', () => {
    const gdp = named(rowsOf([]).rows, '生产总值');
    expect(wordingsOf(gdp)).toContain('经济总量');
    const { rows } = rowsOf([{ change: 'part', name: '经济总量', indicator: '生产总值' }]);
    expect(texts(named(rows, '经济总量'))).toEqual([undefined, '212', undefined]);
    expect(texts(named(rows, '生产总值'))).toEqual(['200', undefined, '223']);
    expect(wordingsOf(named(rows, '生产总值'))).not.toContain('经济总量');
  });
});

describe('the reader’s words on indicators', () => {
  it('lose and change no statement but for where it stands', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), (words) => {
        const after = withClassifications(bundled, words);
        expect(after.map(withoutPlace)).toEqual(bundled.map(withoutPlace));
      }),
      { numRuns: 100, seed: 20261130 },
    );
  });

  it('end where they turn in a circle', () => {
    const [a, b] = ['生产总值', '一般公共预算收入'];
    const circle: readonly Classification[] = [
      { change: 'join', name: a, indicator: b },
      { change: 'join', name: b, indicator: a },
    ];
    const known = new Set(bundled.map(({ indicator }) => indicator));
    for (const { indicator } of withClassifications(bundled, circle)) expect(known).toContain(indicator);
  });
});
