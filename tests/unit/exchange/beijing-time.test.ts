import { describe, expect, it } from 'vitest';
import { finish, readJsonLd, toCsv, toMarkdown } from '../../../src/shared/exchange';
import { note, shelf } from './notes';

describe('times in files for people', () => {
  it('are those of the clock in China, to the minute, past midnight too', () => {
    const late = note({}, { modified: '2026-12-31T18:30:59.000Z' });
    expect(toMarkdown([late])).toContain('2027-01-01 02:30（北京时间）');
    const csv = toCsv([late]);
    expect(csv).toContain('"2027-01-01 02:30"');
    expect(csv).not.toMatch(/\dT\d\d:/u);
  });
});

describe('a table that was written for people', () => {
  it('is named as such when it is chosen for import, with the file that can be read', () => {
    const read = finish(
      readJsonLd(toCsv([note()]), { file: '批注.csv', shelf, now: '2026-11-21T00:00:00.000Z' }),
    );
    expect(read.ok ? '' : `${read.fault.reason}${read.fault.remedy}`).toMatch(/CSV.*\.jsonld/u);
  });
});
