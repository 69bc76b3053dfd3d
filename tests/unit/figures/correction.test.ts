import { describe, expect, test } from 'vitest';
import { rangeToRaw } from '../../../src/shared/parse';
import { extractObservations, withCorrections } from '../../../src/shared/figures';
import {
  CORRECTIONS,
  readCorrections,
  type Correction,
} from '../../../src/shared/figures/correction/correction';
import { bundledReports } from '../../helpers/bundled-reports';

const reports = bundledReports();
const report = reports.find(({ id }) => id === 'zhoukou-2022');
if (!report) throw new Error('no zhoukou-2022');
const observations = extractObservations(report);
const [gdp] = observations;
if (!gdp) throw new Error('no first number');
const { start } = rangeToRaw(report, gdp.range);
const made = (change: Correction['change'], at = start, printed = '349.2'): Correction => ({
  report: 'zhoukou-2022',
  start: at,
  printed,
  change,
  reason: '原文漏印一位，次年报告称跨越3500亿元台阶。',
});

describe('hand corrections', () => {
  test('each of the file is of a bundled report, prints what stands there and meets a number', () => {
    for (const correction of CORRECTIONS) {
      const own = reports.find(({ id }) => id === correction.report);
      expect(own?.raw.startsWith(correction.printed, correction.start)).toBe(true);
      const read = own ? extractObservations(own) : [];
      expect(own && withCorrections(own, read, [correction])).not.toEqual(read);
    }
  });

  test('one is shown with its reason and what was read', () => {
    const [first, ...rest] = withCorrections(report, observations, [
      made({ value: 3492, name: '人均生产总值' }),
    ]);
    expect(first).toMatchObject({
      value: 3492,
      name: '人均生产总值',
      indicator: '人均生产总值',
      unit: '亿元',
      correction: {
        reason: '原文漏印一位，次年报告称跨越3500亿元台阶。',
        was: { name: '生产总值', value: 349.2 },
      },
    });
    expect(rest).toEqual(observations.slice(1));
  });

  test('a dropped number is gone, and what repeated it stands for itself', () => {
    const [second] = observations.slice(1);
    const repeated = observations.map((one) => (one === second ? { ...one, duplicateOf: gdp.id } : one));
    const left = withCorrections(report, repeated, [made('drop')]);
    expect(left).toHaveLength(observations.length - 1);
    expect(left[0]).toMatchObject({ id: second?.id, duplicateOf: null });
  });

  test('none touches another text of the same name, another report or another place', () => {
    expect(withCorrections(report, observations, [made('drop', start, '3492')])).toBe(observations);
    expect(withCorrections(report, observations, [{ ...made('drop'), report: 'zhoukou-2023' }])).toBe(
      observations,
    );
  });

  test('a list that is not as it should be is refused with its reason', () => {
    expect(readCorrections([made({ unit: '万元' })]).ok).toBe(true);
    for (const wrong of [
      {},
      [{ report: 'x' }],
      [{ ...made('drop'), reason: '' }],
      [made({ period: '去年' })],
    ])
      expect(readCorrections(wrong).ok).toBe(false);
  });
});
