import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import type { Observation, Report } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';

/** Sentences that say nothing of each other; each names its own time and thing. */
const SENTENCES = [
  '2023年城镇新增就业6.95万人。',
  '全年实施技改项目288个，完成投资592亿元。',
  '战略性新兴产业、高新技术产业分别增长12.7%、8.1%。',
  '港口货物吞吐量突破3000万吨，居全省第一位。',
  '义务教育优质均衡率由16%提高至40.5%。',
  '中心城区改造老旧小区212个。',
  '单位生产总值能耗下降3.5%左右。',
  '创成省级示范社2家、市级示范社5家。',
];

const HEADING = '政府工作报告\n——2024年2月20日在周口市第五届人民代表大会第三次会议上\n一、2023年工作回顾\n';
const reportOf = (sentences: readonly string[]): Report =>
  parseReport({
    id: 'made',
    raw: HEADING + sentences.map((one) => `各项工作进展顺利。${one}`).join('\n') + '\n',
  });

/** An observation without its place in the text. */
const gist = ({ name, value, unit, measure, bound, kind, period, place }: Observation): string =>
  [name, String(value), unit, measure, bound, kind, period, place].join('|');

const WIDE = /[!-~]/g;
const widen = (text: string): string =>
  text.replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('invariants', () => {
  test('the order of unrelated sentences changes no observation', () => {
    const expected = extractObservations(reportOf(SENTENCES)).map(gist).sort();
    expect(expected.length).toBe(13);
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES, { minLength: SENTENCES.length }), (shuffled) => {
        expect(extractObservations(reportOf(shuffled)).map(gist).sort()).toEqual(expected);
      }),
      { seed: 20261120, numRuns: 60 },
    );
  });

  test('full-width digits and marks read like half-width ones', () => {
    for (const sentence of SENTENCES) {
      const narrow = extractObservations(reportOf([sentence]));
      const wide = extractObservations(reportOf([widen(sentence)]));
      expect(narrow.length).toBeGreaterThan(0);
      expect(wide.map(gist)).toEqual(narrow.map(gist));
      expect(wide.map(({ range }) => range)).toEqual(narrow.map(({ range }) => range));
    }
  });

  test('every range of the bundled reports holds exactly its number, inside its quote, under an id of its own', () => {
    for (const report of bundledReports()) {
      const observations = extractObservations(report);
      expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length);
      for (const { range, quote, value } of observations) {
        expect(quote.start).toBeLessThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(quote.end);
        const printed = report.clean.slice(range.start, range.end).normalize('NFKC').replace(/[,\s]/g, '');
        const first = typeof value === 'number' ? value : value[0];
        expect(
          /^[一二两三四五六七八九十首百千万亿番]/.test(printed) || Number.parseFloat(printed) === first,
          printed,
        ).toBe(true);
      }
    }
  });

  test('numbers that are one for each of a list have an id each', () => {
    const observations = extractObservations(
      reportOf(['创成省级示范甲类、省级示范乙类、省级示范丙类各1家。']),
    );
    expect(observations.length).toBe(3);
    expect(new Set(observations.map(({ id }) => id)).size).toBe(3);
  });

  test('a repeated statement points at the one that counts, and that one repeats nothing', () => {
    for (const report of bundledReports()) {
      const byId = new Map(extractObservations(report).map((one) => [one.id, one]));
      for (const { duplicateOf } of byId.values()) {
        if (duplicateOf !== null) expect(byId.get(duplicateOf)?.duplicateOf).toBeNull();
      }
    }
  });

  test('any text at all is read to its end', () => {
    const piece = fc.constantFrom(
      '增长',
      '第',
      '1',
      '，',
      '万亿',
      '%',
      '、',
      '“',
      '（',
      '2023年',
      '百分之',
      '至',
      '../structure',
      '项',
      ' ',
      '\n',
      '各',
      '分别',
      '由',
      'A',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const report = parseReport({ id: 'noise', raw: pieces.join('') });
        for (const { range } of extractObservations(report))
          expect(range.end).toBeLessThanOrEqual(report.clean.length);
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});
