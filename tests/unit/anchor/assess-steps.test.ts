import { describe, expect, test } from 'vitest';
import { assessPledges, assessSteps, createTarget } from '../../../src/shared/anchor';
import { lifeOf, tracePledges } from '../../../src/shared/commitments';
import type { Annotation, Stage } from '../../../src/shared/report';
import { indexedReport } from '../../helpers/indexed-report';

const PLAN = '各项工作进展顺利，成绩来之不易。';
const library = [
  indexedReport(2023, PLAN, '开工建设青禾大桥。'),
  indexedReport(2024, '青禾大桥开工在即。云麓水厂建成投用。', PLAN),
];
const reports = new Map(library.map(({ report }) => [report.id, report]));
const steps = lifeOf('青禾大桥', library);
const told = steps.find(({ as }) => as === 'told')!;

const say = (
  stage: Stage,
  { id = 'one', modified = '2026-11-30T10:00:00.000Z', object = '青禾大桥' } = {},
): Annotation => ({
  id,
  body: { text: '', tags: [], colour: '藤黄', underline: false, step: { object, stage } },
  targets: [createTarget(reports.get(told.report)!, told.range, '')],
  created: modified,
  modified,
});

const toldIn = (notes: readonly Annotation[]) =>
  assessSteps({ object: '青禾大桥', steps }, notes, reports)
    .filter(({ as }) => as === 'told')
    .map(({ stage, sure, read, correction }) => [stage, sure, read, correction?.note ?? null]);

describe('how far a thing is, where the reader says it', () => {
  test('is asked where a sentence only announces it', () => {
    expect(toldIn([])).toEqual([['preparation', false, 'preparation', null]]);
  });

  test('is the reader’s word, the latest of two', () => {
    const first = say('started');
    const second = say('planning', { id: 'two', modified: '2026-11-30T11:00:00.000Z' });
    expect(toldIn([first])).toEqual([['started', true, 'preparation', 'one']]);
    expect(toldIn([first, second])).toEqual([['planning', true, 'preparation', 'two']]);
  });

  test('leaves other things of the same sentence alone', () => {
    expect(toldIn([say('started', { object: '云麓水厂' })])).toEqual([
      ['preparation', false, 'preparation', null],
    ]);
  });

  test('stands beside the verdict in the list and on paper', () => {
    const traced = tracePledges(library);
    const stages = (notes: readonly Annotation[]) =>
      assessPledges(traced, notes, reports)
        .pledges.filter(({ traced: { pledge } }) => pledge.object === '青禾大桥')
        .map(({ result }) => result?.stage);
    expect(stages([])).toEqual(['preparation']);
    expect(stages([say('started')])).toEqual(['started']);
  });
});
