import { describe, expect, it } from 'vitest';
import {
  figureWords,
  observationWords,
  plainFigureWords,
} from '../../../src/renderer/views/text/observation-words';
import type { Observation } from '../../../src/shared/report';

const observation = (change: Partial<Observation>): Observation => ({
  id: 'x:0',
  report: 'x',
  name: '生产总值',
  indicator: '生产总值',
  topic: '综合经济',
  value: 3505.03,
  unit: '亿元',
  measure: 'level',
  bound: '=',
  kind: 'result',
  period: '2022',
  place: '周口市',
  range: { start: 0, end: 1 },
  quote: { start: 0, end: 1 },
  duplicateOf: null,
  doubt: null,
  ...change,
});

describe('a value in words', () => {
  it.each<[string, Partial<Observation>]>([
    ['3,505.03亿元', {}],
    ['＞3,500亿元', { value: 3500, bound: '>' }],
    ['≥65%', { value: 65, unit: '%', measure: 'share', bound: '>=' }],
    ['10—12家', { value: [10, 12], unit: '家' }],
    ['＋6.3%', { value: 6.3, unit: '%', measure: 'growth' }],
    ['－3.2%', { value: -3.2, unit: '%', measure: 'growth' }],
    ['≥＋8%', { value: 8, unit: '%', measure: 'growth', bound: '>=' }],
    ['3%', { value: 3, unit: '%', measure: 'growth', indicator: '单位生产总值能耗下降' }],
    ['第 1位', { value: 1, unit: '位', measure: 'rank' }],
    ['前 30位', { value: 30, unit: '位', measure: 'rank', bound: '<=' }],
  ])('%s', (words, change) => {
    expect(observationWords(observation(change))).toBe(words);
  });

  it('leaves the sign of its bound out where the bound is told beside it', () => {
    expect(plainFigureWords(observation({ bound: '>' }))).toBe('3,505.03');
    expect(figureWords(observation({ bound: '>' }))).toBe('＞3,505.03');
    expect(plainFigureWords(observation({ value: 30, measure: 'rank', bound: '<=' }))).toBe('前 30');
  });
});
