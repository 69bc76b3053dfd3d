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
