import { describe, expect, it } from 'vitest';
import { holdNotes } from '../../../src/shared/exchange';
import type { Note } from '../../../src/shared/anchor';
import type { Annotation } from '../../../src/shared/report';
import { note } from './notes';

const noteOf = (annotation: Annotation, deleted: string | null = null): readonly [string, Note] => [
  annotation.id,
  {
    id: annotation.id,
    rev: 'r',
    annotation,
    deleted,
    conflicts: [],
    draft: null,
    record: { id: annotation.id, versions: [], drafts: [] },
  },
];

const match = (annotations: readonly Annotation[], known: readonly (readonly [string, Note])[]) =>
  holdNotes(annotations, new Map(known));

const mine = note({ text: '我写的', tags: ['一'] }, { id: 'a' });

describe('notes held against the notebook', () => {
  it('are new where its ids are not there, or only in the 回收站', () => {
    const other = { ...mine, id: 'b' };
    const { fresh, same, differing } = match([mine, other], [noteOf(mine, '2026-11-20T00:00:00.000Z')]);
    expect(fresh).toEqual([mine, other]);
    expect([same, differing]).toEqual([0, []]);
  });

  it('are the same whatever their times say', () => {
    const again = { ...mine, created: '2020-01-01T00:00:00.000Z', modified: '2030-01-01T00:00:00.000Z' };
    expect(match([again], [noteOf(mine)])).toMatchObject({
      fresh: [],
      same: 1,
      differing: [],
      newer: 0,
    });
  });

  it.each<[string, Partial<Annotation>]>([
    ['words', { body: { ...mine.body, text: '他写的' } }],
    ['a tag', { body: { ...mine.body, tags: ['一', '二'] } }],
    ['a colour', { body: { ...mine.body, colour: '石青' } }],
    ['an underline', { body: { ...mine.body, underline: true } }],
    ['a step', { body: { ...mine.body, step: { object: '青禾大桥', stage: 'started' } } }],
    ['a verdict', { body: { ...mine.body, assessment: { commitment: 'c', verdict: 'met' } } }],
    ['its passages', { targets: [] }],
    ['a passage’s place', { targets: [{ ...mine.targets[0]!, position: { start: 1, end: 2 } }] }],
  ])('differ by %s, and are told to be older or newer', (_, change) => {
    const newer = { ...mine, ...change, modified: '2026-11-20T00:00:00.000Z' };
    const older = { ...mine, ...change, modified: '2026-11-01T00:00:00.000Z' };
    expect(match([newer], [noteOf(mine)])).toMatchObject({ differing: [newer], newer: 1, same: 0 });
    expect(match([older], [noteOf(mine)])).toMatchObject({ differing: [older], newer: 0, same: 0 });
  });
});
