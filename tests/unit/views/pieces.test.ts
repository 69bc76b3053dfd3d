import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPieces, gluedGroups } from '../../../src/renderer/views/reader/pieces';
import type { Observation } from '../../../src/shared/report';

const observation = (start: number, end: number, unit: string): Observation => ({
  id: `r:${start}`,
  report: 'r',
  name: '港口货物吞吐量',
  indicator: '港口货物吞吐量',
  topic: '港航物流与开放',
  value: 1,
  unit,
  measure: 'level',
  bound: '=',
  kind: 'result',
  period: '2024',
  place: '周口市',
  range: { start, end },
  quote: { start, end },
  duplicateOf: null,
  doubt: null,
});

const CLEAN = '港口货物吞吐量完成5205万吨,居全省第1位';

describe('a paragraph cut at its numbers', () => {
  it('keeps a number with its unit and a rank with 第 and 位', () => {
    const pieces = cutPieces(CLEAN, { start: 0, end: CLEAN.length }, [
      observation(9, 13, '万吨'),
      observation(20, 21, '位'),
    ]);
    const groups = gluedGroups(pieces).map((group) =>
      group.map(({ range }) => CLEAN.slice(range.start, range.end)).join('|'),
    );
    expect(groups).toEqual(['港口货物吞吐量完成', '5205|万吨', ',居全省', '第|1|位']);
  });

  it('loses no character, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('第', '1', '2', '位', '万', '吨', '，') }),
        fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 4 })), { maxLength: 6 }),
        (clean, spots) => {
          const observations = spots
            .map(([start, length]) => observation(start, start + length, '万吨'))
            .toSorted((a, b) => a.range.start - b.range.start);
          const pieces = cutPieces(clean, { start: 0, end: clean.length }, observations);
          expect(pieces.map(({ range }) => clean.slice(range.start, range.end)).join('')).toBe(clean);
          pieces.forEach(({ range }, index) => {
            expect(range.start).toBe(index ? pieces[index - 1]?.range.end : 0);
          });
        },
      ),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
