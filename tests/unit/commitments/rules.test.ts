import { describe, expect, test } from 'vitest';
import { traceCommitments } from '../../../src/shared/commitments';
import { isSetBack, SETBACKS } from '../../../src/shared/commitments/setback';
import { WEIGHTS } from '../../../src/shared/commitments/weights';
import { indexedReport } from '../../helpers/indexed-report';

const QUIET = '各项工作进展顺利，成绩来之不易。';

describe('every tuned weight holds the case that needs it', () => {
  test.each(Object.entries(WEIGHTS))('%s', (_, { goal, told, verdict, sure }) => {
    const [only] = traceCommitments([indexedReport(2023, QUIET, goal), indexedReport(2024, told, QUIET)]);
    expect([only?.verdict, only?.sure]).toEqual([verdict, sure]);
  });
});

test.each(SETBACKS)('$example is a setback and $counter is none', ({ example, counter }) => {
  expect([isSetBack(example), isSetBack(counter)]).toEqual([true, false]);
});
