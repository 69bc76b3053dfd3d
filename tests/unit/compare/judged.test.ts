import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../src/shared/compare';
import { parseReport, rangeToRaw } from '../../../src/shared/parse';
import type { Range, Report } from '../../../src/shared/report';

type Place = readonly [start: number, end: number];

interface JudgedPair {
  readonly left: string;
  readonly right: string;
  readonly partners: readonly (readonly [Place, readonly Place[]])[];
  readonly wrong: readonly (readonly [Place, Place])[];
}

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url);

const { pairs } = JSON.parse(
  readFileSync(new URL('../../fixtures/alignment-judged.json', import.meta.url), 'utf8'),
) as { readonly pairs: readonly JudgedPair[] };

interface JudgedRows {
  readonly left: string;
  readonly right: string;
  readonly accepted: readonly (readonly [Place, Place])[];
  readonly refused: readonly (readonly [Place, Place])[];
}

const { pairs: judgedRows } = JSON.parse(
  readFileSync(new URL('../../fixtures/alignment-rows.json', import.meta.url), 'utf8'),
) as { readonly pairs: readonly JudgedRows[] };

const fileOf = (id: string): URL => new URL(`${encodeURIComponent(id)}.txt`, CORPUS);
const present = [...pairs, ...judgedRows].every(
  ({ left, right }) => existsSync(fileOf(left)) && existsSync(fileOf(right)),
);

const read = (id: string): Report => parseReport({ id, raw: readFileSync(fileOf(id), 'utf8') });

const covers = (range: Range | null, [start, end]: Place, share: number): boolean =>
  range !== null && Math.min(range.end, end) - Math.max(range.start, start) >= share * (end - start);

/** Whether a comparison sets two places side by side. */
function besideIn(left: string, right: string): (l: Place, r: Place, share: number) => boolean {
  const [a, b] = [read(left), read(right)];
  const rows = compareReports(a, b).rows.map((row) => ({
    left: row.left && rangeToRaw(a, row.left),
    right: row.right && rangeToRaw(b, row.right),
  }));
  return (l, r, share) => rows.some((row) => covers(row.left, l, share) && covers(row.right, r, share));
}

/** How many partners a comparison finds, and how many refused pairs it makes again. */
function score({ left, right, partners, wrong }: JudgedPair): {
  readonly found: number;
  readonly again: number;
} {
  const beside = besideIn(left, right);
  return {
    found: partners.filter(([l, rs]) => rs.some((r) => beside(l, r, 1 / 3))).length,
    again: wrong.filter(([l, r]) => beside(l, r, 1 / 2)).length,
  };
}

// The reports lie beside the project, not in it: without them there is nothing to read.
describe.skipIf(!present)('pairs of reports judged by reading (needs ../shared/corpus)', () => {
  it('finds most partners and few of the refused pairs', { timeout: 180_000 }, () => {
    const scores = pairs.map((pair) => ({ pair, ...score(pair) }));
    for (const { pair, found, again } of scores)
      console.log(
        `${pair.left} / ${pair.right}: ${found} of ${pair.partners.length} partners, ` +
          `${again} of ${pair.wrong.length} refused pairs`,
      );
    const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
    const partners = sum(pairs.map((pair) => pair.partners.length));
    const refused = sum(pairs.map((pair) => pair.wrong.length));
    expect(sum(scores.map(({ found }) => found)) / partners).toBeGreaterThanOrEqual(0.92);
    expect(sum(scores.map(({ again }) => again)) / refused).toBeLessThanOrEqual(0.16);
  });

  it('keeps most accepted rows and makes few of the refused again', { timeout: 180_000 }, () => {
    const scores = judgedRows.map(({ left, right, accepted, refused }) => {
      const beside = besideIn(left, right);
      const made = (rows: JudgedRows['accepted']): number =>
        rows.filter(([l, r]) => beside(l, r, 1 / 2)).length;
      console.log(
        `${left} / ${right}: ${made(accepted)} of ${accepted.length} accepted rows, ` +
          `${made(refused)} of ${refused.length} refused`,
      );
      return [made(accepted), accepted.length, made(refused), refused.length] as const;
    });
    const sum = (at: 0 | 1 | 2 | 3): number => scores.reduce((total, score) => total + score[at], 0);
    expect(sum(0) / sum(1)).toBeGreaterThanOrEqual(0.85);
    expect(sum(2) / sum(3)).toBeLessThanOrEqual(0.32);
    expect(sum(0) / (sum(0) + sum(2))).toBeGreaterThanOrEqual(0.955);
  });
});
