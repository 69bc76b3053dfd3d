import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scorePair, type JudgedPair, type PledgeScore } from '../../helpers/pledge-score';

const FOLDER = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const JUDGED = JSON.parse(
  readFileSync(new URL('../../fixtures/pledges-judged.json', import.meta.url), 'utf8'),
) as Readonly<Record<'first' | 'fresh' | 'second' | 'third' | 'fourth', readonly JudgedPair[]>>;

const present = existsSync(FOLDER);
if (!present) console.log('pledges-judged.test：../shared/corpus 不在，跳过按原文判过的事项。');

const sum = (pairs: readonly JudgedPair[]): PledgeScore =>
  pairs
    .map((pair) => scorePair(FOLDER, pair))
    .reduce((all, one) => ({
      items: all.items + one.items,
      listed: all.listed + one.listed,
      plain: all.plain + one.plain,
      passages: all.passages + one.passages,
      sure: all.sure + one.sure,
      sureRight: all.sureRight + one.sureRight,
    }));

const words = ({ items, listed, plain, passages, sure, sureRight }: PledgeScore): string =>
  `列出 ${String(listed)}/${String(items)}，原句对 ${String(passages)}/${String(plain)}，确定的对 ${String(sureRight)}/${String(sure)}`;

test.skipIf(!present)(
  'items of six pairs judged by reading are listed, shown their passage, and never surely wrong',
  { timeout: 120_000 },
  () => {
    const score = sum(JUDGED.first);
    console.log(`六对：${words(score)}`);
    expect(score.items).toBeGreaterThanOrEqual(300);
    expect(score.listed / score.items).toBeGreaterThanOrEqual(0.85);
    expect(score.passages / score.plain).toBeGreaterThanOrEqual(0.8);
    expect(score.sureRight / score.sure).toBeGreaterThanOrEqual(0.97);
  },
);

test.skipIf(!present)(
  'of two more pairs, judged after the grammar was made, nothing sure is wrong',
  { timeout: 120_000 },
  () => {
    const score = sum(JUDGED.fresh);
    console.log(`另两对：${words(score)}`);
    expect(score.sureRight).toBe(score.sure);
    expect(score.sure).toBeGreaterThan(0);
  },
);

test.skipIf(!present)(
  'items of a second two pairs, judged before the output was seen, are listed and nothing sure is wrong',
  { timeout: 120_000 },
  () => {
    const score = sum(JUDGED.second);
    console.log(`再两对：${words(score)}`);
    expect(score.items).toBeGreaterThanOrEqual(100);
    expect(score.listed / score.items).toBeGreaterThanOrEqual(0.85);
    expect(score.sureRight / score.sure).toBeGreaterThanOrEqual(0.97);
  },
);

test.skipIf(!present)(
  'items of seven pairs more, judged before the output was seen, are listed, shown their passage, and never surely wrong',
  { timeout: 120_000 },
  () => {
    const score = sum(JUDGED.third);
    console.log(`又七对：${words(score)}`);
    expect(score.items).toBeGreaterThanOrEqual(200);
    expect(score.listed / score.items).toBeGreaterThanOrEqual(0.85);
    expect(score.passages / score.plain).toBeGreaterThanOrEqual(0.75);
    expect(score.sureRight / score.sure).toBeGreaterThanOrEqual(0.97);
  },
);

test.skipIf(!present)(
  'items of nine pairs more, judged before the output was seen, are listed and nothing sure is wrong',
  { timeout: 120_000 },
  () => {
    const score = sum(JUDGED.fourth);
    console.log(`又九对：${words(score)}`);
    expect(score.items).toBeGreaterThanOrEqual(500);
    expect(score.listed / score.items).toBeGreaterThanOrEqual(0.82);
    expect(score.passages / score.plain).toBeGreaterThanOrEqual(0.7);
    expect(score.sureRight).toBe(score.sure);
  },
);
