import { describe, expect, it } from 'vitest';
import { matchImport } from '../../../src/renderer/state/files/exchange-match';
import type { Note } from '../../../src/shared/anchor';
import type { Annotation } from '../../../src/shared/report';
import { note } from '../exchange/notes';

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
  matchImport(
    '同事.jsonld',
    { annotations, records: annotations.length, refused: [], refusedCount: 0, unused: [], announced: null },
    new Map(known),
  );

const mine = note({ text: '我写的', tags: ['一'] }, { id: 'a' });

describe('a file held against the notebook', () => {
  it('is new where its ids are not there, or only in the 回收站', async () => {
    const other = { ...mine, id: 'b' };
    const { fresh, same, differing } = await match([mine, other], [noteOf(mine, '2026-11-20T00:00:00.000Z')]);
    expect(fresh).toEqual([mine, other]);
    expect([same, differing]).toEqual([0, []]);
  });

  it('is the same whatever its times say', async () => {
    const again = { ...mine, created: '2020-01-01T00:00:00.000Z', modified: '2030-01-01T00:00:00.000Z' };
    expect(await match([again], [noteOf(mine)])).toMatchObject({
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
    ['a verdict', { body: { ...mine.body, assessment: { commitment: 'c', verdict: 'met' } } }],
    ['its passages', { targets: [] }],
    ['a passage’s place', { targets: [{ ...mine.targets[0]!, position: { start: 1, end: 2 } }] }],
  ])('differs by %s, and is told whether it is older or newer', async (_, change) => {
    const newer = { ...mine, ...change, modified: '2026-11-20T00:00:00.000Z' };
    const older = { ...mine, ...change, modified: '2026-11-01T00:00:00.000Z' };
    expect(await match([newer], [noteOf(mine)])).toMatchObject({ differing: [newer], newer: 1, same: 0 });
    expect(await match([older], [noteOf(mine)])).toMatchObject({ differing: [older], newer: 0, same: 0 });
  });

  it('counts every note once, and lets the page breathe between slices', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({ ...mine, id: `n${index}` }));
    const known = many
      .slice(0, 600)
      .map((each, index) => noteOf(index % 2 ? each : { ...each, body: { ...each.body, text: '改过' } }));
    let breaths = 0;
    const timer = setInterval(() => (breaths += 1), 0);
    const { fresh, same, differing } = await match(many, known);
    clearInterval(timer);
    expect([fresh.length, same, differing.length]).toEqual([400, 300, 300]);
    expect(breaths).toBeGreaterThan(0);
  });
});
