import { describe, expect, it } from 'vitest';
import {
  annotationSchema,
  askAgain,
  createTarget,
  leaveUnplaced,
  planRestore,
  questionOf,
  replay,
  resolveTarget,
} from '../../../src/shared/anchor';
import { parseReport } from '../../../src/shared/parse';
import type { Annotation, AnnotationTarget } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';

const report = bundledReports().find(({ id }) => id === 'zhoukou-2025')!;
const WORDS = '港口货物吞吐量完成5205万吨';
const [OLD, NEW, NEWER] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

const start = report.clean.indexOf(WORDS);
const target = createTarget(report, { start, end: start + WORDS.length }, OLD);

/** A better copy of the report, in which the figure is another. */
const better = parseReport({ id: report.id, raw: report.clean.replace(WORDS, '港口货物吞吐量完成6205万吨') });

const asked = (passage: AnnotationTarget, source: string): string | null =>
  questionOf(passage, resolveTarget(better, passage), source);

const note = (passage: AnnotationTarget): Annotation => ({
  id: 'note',
  body: { text: '', tags: [], colour: '藤黄', underline: false },
  targets: [passage],
  created: '2026-11-21T08:00:00.000Z',
  modified: '2026-11-21T08:00:00.000Z',
});

describe('a passage whose place is not certain', () => {
  it('is asked about, and not again in the same text once the reader has left it as it is', () => {
    expect(asked(target, NEW)).toBe('figures');
    expect(asked(leaveUnplaced(target, NEW), NEW)).toBeNull();
  });

  it('is asked about again when the text changes once more, or when the reader wants to', () => {
    const left = leaveUnplaced(target, NEW);
    expect(asked(left, NEWER)).toBe('figures');
    expect(asked(askAgain(left), NEW)).toBe('figures');
  });

  it('is found without a question wherever it stands again', () => {
    const left = leaveUnplaced(target, NEW);
    expect(questionOf(left, resolveTarget(report, left), NEW)).toBeNull();
    expect(resolveTarget(report, left).state).toBe('found');
  });

  it('keeps that it was left in the journal, and a backup from before brings the question back', () => {
    const left = note(leaveUnplaced(target, NEW));
    expect(annotationSchema.parse(JSON.parse(JSON.stringify(left)))).toEqual(left);
    const at = (annotation: Annotation) =>
      replay([
        {
          id: 'rev',
          noteId: 'note',
          kind: 'create',
          baseRev: null,
          writer: 'w',
          time: annotation.modified,
          seq: 1,
          payload: { v: 1, annotation, resolves: [] },
        },
      ]);
    expect(planRestore(at(left), at(note(target))).changed).toEqual([note(target)]);
    expect(planRestore(at(left), at(left)).changed).toEqual([]);
  });
});
