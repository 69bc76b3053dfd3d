import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../src/shared/compare';
import { readFixture, scoreAlignment } from './alignment-fixture';
import { readReport } from './rewriting';

const FIXTURES = ['alignment-zhoukou-2023-2025', 'alignment-zhoukou-chuanhui'];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

describe('alignment against pairs judged by reading', () => {
  const scores = FIXTURES.map((name) => {
    const fixture = readFixture(name);
    const [left, right] = [readReport(fixture.left), readReport(fixture.right)];
    const score = scoreAlignment(fixture, left, right, compareReports(left, right));
    console.log(
      `${name}: ${score.judged} judged, ${score.pairs} pairs; recall ${percent(score.recall)}, ` +
        `precision ${percent(score.precision)}, right ${percent(score.accuracy)}\n  ${score.wrong.join('\n  ')}`,
    );
    return { name, score };
  });

  it.each(scores)('finds the pairs of $name and invents none', ({ score }) => {
    expect(score.recall).toBeGreaterThanOrEqual(0.89);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
  });

  it('is right in 93 of 100 judgements over at least 60 pairs', () => {
    const judged = scores.reduce((sum, { score }) => sum + score.judged, 0);
    const right = scores.reduce((sum, { score }) => sum + score.judged * score.accuracy, 0);
    expect(scores.reduce((sum, { score }) => sum + score.pairs, 0)).toBeGreaterThanOrEqual(60);
    expect(right / judged).toBeGreaterThanOrEqual(0.935);
  });

  it('recognises a wrong alignment: every pair shifted by one is found wrong', () => {
    const fixture = readFixture('alignment-zhoukou-2023-2025');
    const [left, right] = [readReport(fixture.left), readReport(fixture.right)];
    const { rows, ...rest } = compareReports(left, right);
    const paired = rows.filter((row) => row.left && row.right);
    const shifted = paired.map((row, at) => ({
      ...row,
      right: paired[(at + 1) % paired.length]?.right ?? null,
    }));
    expect(scoreAlignment(fixture, left, right, { ...rest, rows: shifted }).recall).toBeLessThan(0.3);
  });
});
