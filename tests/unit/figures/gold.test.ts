import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rangeToRaw } from '../../../src/shared/parse';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';
import { scoreAgainst, type GoldRow } from '../../helpers/gold-score';
import { ROOT } from '../../helpers/places';

const goldOf = (id: string): readonly GoldRow[] =>
  readFileSync(join(ROOT, 'tests', 'fixtures', 'gold', `${id}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldRow);

describe.each(['zhoukou-2022', 'zhoukou-2023'])('%s against two independent readings', (id) => {
  const report = bundledReports().find((one) => one.id === id);
  if (!report) throw new Error(`no bundled report ${id}`);
  const predicted = extractObservations(report).map((one) => ({ ...one, ...rangeToRaw(report, one.range) }));
  const score = scoreAgainst(goldOf(id), predicted);

  test('every field of at least 97 % is right', () => {
    expect(score.fullF1).toBeGreaterThanOrEqual(0.97);
  });

  test('at least 95 % of the names are those of the readers', () => {
    expect(score.named / score.detected).toBeGreaterThanOrEqual(0.95);
  });

  test('no number is made up', () => {
    expect(score.spurious).toBe(0);
  });
});
