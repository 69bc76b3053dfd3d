import { describe, expect, it } from 'vitest';
import { compareReports, type Comparison, type Row } from '../../../src/shared/compare';
import type { Range } from '../../../src/shared/report';
import { makeBase, rewriteReport, type Rewriting } from './rewriting';

const SEEDS = 200;
const BASES = ['chuanhui-2024', 'zhoukou-2025'].map(makeBase);

const placeOf = (text: string, quote: string): Range => {
  const start = text.indexOf(quote);
  expect(start, quote).toBeGreaterThanOrEqual(0);
  return { start, end: start + quote.length };
};

const overlaps = (range: Range | null, place: Range): boolean =>
  range !== null && range.start < place.end && place.start < range.end;

/** The row that has a character of the left report. */
const rowAt = ({ rows }: Comparison, offset: number): Row | undefined =>
  rows.find(({ left }) => left && left.start <= offset && offset < left.end);

/** Whether the changed character is in one row on both sides, marked as changed. */
function findsEdit(
  { left, right }: Rewriting,
  comparison: Comparison,
  before: string,
  after: string,
): boolean {
  let same = 0;
  while (before[same] === after[same]) same += 1;
  const row = rowAt(comparison, placeOf(left.clean, before).start + same);
  const changed = placeOf(right.clean, after).start + same;
  const marked = row?.words.right.some(({ start, end }) => start <= changed && changed < end) ?? false;
  return marked && overlaps(row?.right ?? null, { start: changed, end: changed + 1 });
}

/** Whether most of a moved line is told as moved: by its rows, or by its section standing in another order. */
function findsMove({ left }: Rewriting, { rows, blocks }: Comparison, line: string): boolean {
  const place = placeOf(left.clean, line);
  const inMovedBlock = new Set(
    blocks.filter(({ moved }) => moved).flatMap(({ lines }) => lines.map(({ row }) => row)),
  );
  const weighed = rows.flatMap((row, at) => {
    if (!row.left || !overlaps(row.left, place)) return [];
    const moved = row.relation === 'moved' || (inMovedBlock.has(at) && row.right !== null);
    return [{ moved, weight: row.left.end - row.left.start }];
  });
  const total = (list: typeof weighed): number => list.reduce((sum, { weight }) => sum + weight, 0);
  return total(weighed.filter(({ moved }) => moved)) * 2 > total(weighed);
}

const onlyOn = (side: 'left' | 'right', { rows }: Comparison, place: Range): boolean =>
  rows.every((row) => !overlaps(row[side], place) || row[side === 'left' ? 'right' : 'left'] === null);

describe('a report rewritten by seed', () => {
  it(`keeps edits, moves, omissions and additions apart over ${SEEDS} seeds`, { timeout: 180_000 }, () => {
    const tally = { edits: [0, 0], moves: [0, 0], dropped: [0, 0], added: [0, 0] };
    const count = (kind: keyof typeof tally, found: boolean): void => {
      tally[kind] = [(tally[kind][0] ?? 0) + (found ? 1 : 0), (tally[kind][1] ?? 0) + 1];
    };
    let torn = 0;
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const base = BASES[seed % BASES.length];
      if (!base) continue;
      const rewriting = rewriteReport(base, seed);
      const { left, right } = rewriting;
      const comparison = compareReports(left, right);
      for (const [before, after] of rewriting.edits) {
        count('edits', findsEdit(rewriting, comparison, before, after));
        const whole = placeOf(left.clean, before);
        if (onlyOn('left', comparison, whole)) torn += 1;
      }
      for (const line of rewriting.moves) count('moves', findsMove(rewriting, comparison, line));
      for (const text of rewriting.dropped)
        count('dropped', onlyOn('left', comparison, placeOf(left.clean, text)));
      for (const text of rewriting.added)
        count('added', onlyOn('right', comparison, placeOf(right.clean, text)));
    }
    console.log(
      `rewritten reports, found of all: ${JSON.stringify(tally)}; edits told as new and dropped: ${torn}`,
    );
    const rate = ([found = 0, all = 1]: readonly number[]): number => found / all;
    expect(torn).toBe(0);
    expect(rate(tally.edits)).toBeGreaterThanOrEqual(0.95);
    expect(rate(tally.moves)).toBeGreaterThanOrEqual(0.95);
    expect(rate(tally.dropped)).toBeGreaterThanOrEqual(0.95);
    expect(rate(tally.added)).toBeGreaterThanOrEqual(0.95);
    expect(tally.edits[1]).toBeGreaterThan(400);
    expect(tally.moves[1]).toBeGreaterThan(200);
  });
});
