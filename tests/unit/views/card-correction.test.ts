import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CardCorrection } from '../../../src/renderer/views/reader/card-correction';
import type { Observation } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';

const textOf = (observation: Observation): string =>
  renderToStaticMarkup(createElement(CardCorrection, { observation })).replace(/<[^>]+>/g, ' ');

describe('a reading put right by hand, on the card', () => {
  it('says why, and what the program had read; any other reading says nothing', () => {
    const [report] = bundledReports();
    const [observation] = report ? extractObservations(report) : [];
    if (!observation) throw new Error('The first report states no number.');
    expect(textOf(observation)).toBe('');
    const { name, period } = observation;
    const was = { name, value: 1349.2, unit: '亿元', period };
    const words = textOf({ ...observation, correction: { reason: '原文“349.2”是“3496.2”。', was } });
    expect(words).toContain('原文“349.2”是“3496.2”。');
    expect(words).toContain(`程序原读：${name} 1,349.2亿元`);
  });
});
