import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport, rangeToClean, rangeToRaw, toClean, toRaw } from '../../../src/shared/parse';
import { BUNDLED, parseBundled, withoutWhite } from './reports';

const SEED = 17;
const reports = BUNDLED.map(parseBundled);

describe('from clean to raw and back', () => {
  test('every character of the clean text that the raw text has is found again', () => {
    const strayed = reports.flatMap((report) =>
      [...Array(report.clean.length).keys()].filter((offset) => {
        const raw = toRaw(report, offset);
        return (
          report.clean[offset] !== '\n' &&
          (report.raw[raw] !== report.clean[offset] || toClean(report, raw) !== offset)
        );
      }),
    );
    expect(strayed).toEqual([]);
  });

  test('a clean range and its raw range hold the same characters but for white space and removals', () => {
    const range = fc.record({
      report: fc.constantFrom(...reports),
      start: fc.nat(13000),
      length: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(range, ({ report, start, length }) => {
        const clean = {
          start: start % report.clean.length,
          end: Math.min(report.clean.length, (start % report.clean.length) + length),
        };
        const raw = rangeToRaw(report, clean);
        const removed = report.removals.filter(
          (removal) => removal.range.start >= raw.start && removal.range.end <= raw.end,
        );
        const kept = removed.reduceRight(
          (text, removal) =>
            text.slice(0, removal.range.start - raw.start) + text.slice(removal.range.end - raw.start),
          report.raw.slice(raw.start, raw.end),
        );
        expect(withoutWhite(kept)).toBe(withoutWhite(report.clean.slice(clean.start, clean.end)));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('a raw range gives the clean characters kept from it', () => {
    const range = fc.record({
      report: fc.constantFrom(...reports),
      start: fc.nat(15000),
      length: fc.nat(200),
    });
    fc.assert(
      fc.property(range, ({ report, start, length }) => {
        const raw = {
          start: start % report.raw.length,
          end: Math.min(report.raw.length, (start % report.raw.length) + length),
        };
        const clean = rangeToClean(report, raw);
        const expected = [...Array(raw.end - raw.start).keys()]
          .map((index) => raw.start + index)
          .filter((offset) =>
            report.map.some((run) => run.rawStart <= offset && offset < run.rawStart + run.length),
          )
          .map((offset) => report.raw[offset])
          .join('');
        expect(report.clean.slice(clean.start, clean.end).replaceAll('\n', '')).toBe(expected);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('places that the other text lacks', () => {
  const report = parseReport({ id: 'small', raw: '# 标题\n\n- **3635.62** 亿元\n— 3 —\n尾' });

  test('removed matter gives the next character kept', () => {
    expect(report.clean).toBe('标题\n3635.62亿元\n尾');
    expect(report.clean[toClean(report, report.raw.indexOf('**'))]).toBe('3');
    expect(report.clean[toClean(report, report.raw.indexOf('— 3'))]).toBe('尾');
  });

  test('a range of removed matter is empty', () => {
    const start = report.raw.indexOf('— 3 —');
    const { start: from, end } = rangeToClean(report, { start, end: start + 5 });
    expect(end).toBe(from);
  });

  test('a range does not take in markup at its edges', () => {
    const raw = rangeToRaw(report, { start: 3, end: 10 });
    expect(report.raw.slice(raw.start, raw.end)).toBe('3635.62');
  });

  test('the end of the text is the end of the text', () => {
    expect(toRaw(report, report.clean.length)).toBe(report.raw.length);
    expect(toClean(report, report.raw.length)).toBe(report.clean.length);
  });

  test('an empty text has an empty map', () => {
    const empty = parseReport({ id: 'empty', raw: '' });
    expect([toRaw(empty, 0), toClean(empty, 0), empty.clean]).toEqual([0, 0, '']);
  });
});
