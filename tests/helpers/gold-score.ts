import type { Observation } from '../../src/shared/report';

/** One number of a gold reading, as the files of tests/fixtures/gold have it; offsets are into the raw text. */
export interface GoldRow {
  readonly name: string;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly measure: string;
  readonly bound?: string;
  readonly kind: string;
  readonly period: string;
  readonly start: number;
  readonly end: number;
  readonly dup?: boolean;
}

/** An observation with its range in the raw text. */
export interface Predicted extends Observation {
  readonly start: number;
  readonly end: number;
}

export interface Score {
  readonly due: number;
  readonly spurious: number;
  readonly detected: number;
  readonly full: number;
  readonly named: number;
  /** Harmonic mean of precision and recall of rows right in every field. */
  readonly fullF1: number;
}

const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s*,，、“”"()（）]/g, '');
const unitOf = (unit: string): string =>
  unit.normalize('NFKC').replace('百分点', '个百分点').replace('个个', '个');
const yearsOf = (period: string): string => [...new Set(period.match(/\d{4}/g) ?? [])].join('-');
const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** Two names are alike when they share 60 % of the shorter one's character pairs. */
export function namesAlike(a: string, b: string): boolean {
  const left = pairs(squeeze(a));
  const rest = pairs(squeeze(b));
  const least = Math.min(left.length, rest.length);
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return shared / least >= 0.6;
}

/** Scores predictions against a gold reading: a prediction answers the row whose number it overlaps; repeats cost nothing. */
export function scoreAgainst(gold: readonly GoldRow[], predicted: readonly Predicted[]): Score {
  const used = new Set<Predicted>();
  const score = { due: 0, detected: 0, full: 0, named: 0 };
  for (const row of gold) {
    const hit = predicted.find((one) => !used.has(one) && one.start < row.end && row.start < one.end);
    if (hit) used.add(hit);
    if (row.dup) continue;
    score.due++;
    if (!hit || String(hit.value) !== String(row.value) || unitOf(hit.unit) !== unitOf(row.unit)) continue;
    score.detected++;
    if (isFull(row, hit)) score.full++;
    if (row.name.startsWith('（') || namesAlike(row.name, hit.name)) score.named++;
  }
  const spurious = predicted.length - used.size;
  const wrong = score.due - score.full + (score.detected - score.full) + spurious;
  return { ...score, spurious, fullF1: (2 * score.full) / (2 * score.full + wrong) };
}

const isFull = (row: GoldRow, hit: Predicted): boolean =>
  hit.measure === row.measure &&
  hit.bound === (row.bound ?? '=') &&
  hit.kind === row.kind &&
  yearsOf(hit.period) === yearsOf(row.period);
