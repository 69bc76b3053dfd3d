import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { extractObservations } from '../../../src/shared/figures';
import { traceCommitments } from '../../../src/shared/commitments';
import { isSetBack, SETBACKS } from '../../../src/shared/commitments/setback';
import { WEIGHTS } from '../../../src/shared/commitments/weights';

const reportOf = (year: number, review: string, plan: string) => {
  const raw = [
    '政府工作报告',
    `——${String(year)}年2月20日在周口市第五届人民代表大会第三次会议上`,
    '周口市市长 王某某',
    '各位代表：',
    `一、${String(year - 1)}年工作回顾`,
    review,
    `二、${String(year)}年工作安排`,
    plan,
  ].join('\n');
  const report = parseReport({ id: `周口市-${String(year)}`, raw });
  return { report, observations: extractObservations(report) };
};

const QUIET = '各项工作进展顺利，成绩来之不易。';

describe('every tuned weight holds the case that needs it', () => {
  test.each(Object.entries(WEIGHTS))('%s', (_, { goal, told, verdict, sure }) => {
    const [only] = traceCommitments([reportOf(2023, QUIET, goal), reportOf(2024, told, QUIET)]);
    expect([only?.verdict, only?.sure]).toEqual([verdict, sure]);
  });
});

test.each(SETBACKS)('$example is a setback and $counter is none', ({ example, counter }) => {
  expect([isSetBack(example), isSetBack(counter)]).toEqual([true, false]);
});
