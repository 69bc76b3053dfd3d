import { describe, expect, test } from 'vitest';
import { buildSeries, findDoubts } from '../../../src/shared/figures';
import { alike } from '../../../src/shared/figures/dedupe/dedupe';
import { readRatio } from '../../../src/shared/figures/number/ratio';
import { WEIGHTS } from '../../../src/shared/figures/weights';
import type { Doubt } from '../../../src/shared/report';
import { indexedReport } from '../../helpers/indexed-report';

const QUIET = '各项工作进展顺利，成绩来之不易。';

/** What reports of one place say, a year each; an empty text is a year without a report. */
const observed = (texts: readonly string[]) =>
  texts.flatMap((text, at) => (text === '' ? [] : [indexedReport(2016 + at, text, QUIET).observations]));

const doubted =
  (rule: Doubt['rule']) =>
  (texts: readonly string[]): boolean =>
    findDoubts(observed(texts)).some((doubt) => doubt.rule === rule);

/** By weight, whether it tells in the texts of a case. */
const TELLS: Readonly<Record<keyof typeof WEIGHTS, (texts: readonly string[]) => boolean>> = {
  scale: doubted('scale'),
  nearYears: doubted('scale'),
  targetGap: ([result = '', target = '']) =>
    findDoubts([indexedReport(2016, result, target).observations]).some(({ rule }) => rule === 'target-gap'),
  conflict: doubted('conflict'),
  growthGap: doubted('growth-gap'),
  largestGrowth: doubted('growth-gap'),
  leap: (texts) => buildSeries(observed(texts)).every(({ points }) => points.length === 1),
  ratioRounding: ([text = '']) => readRatio(text, text.indexOf('12')) !== null,
  alikeNames: ([one = '', other = '']) => alike(one, other),
};

describe('every tuned number holds the case that needs it', () => {
  test.each(Object.entries(WEIGHTS))('%s', (name, { tells, silent }) => {
    const isTold = TELLS[name as keyof typeof WEIGHTS];
    expect([isTold(tells), isTold(silent)]).toEqual([true, false]);
  });
});
