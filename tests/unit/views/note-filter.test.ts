import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/shared/anchor';
import type { Annotation } from '../../../src/shared/report';
import { indexNote, placeTarget, type ShelfFacts } from '../../../src/renderer/state/notes/notes-index';
import { EVERYTHING, filterNotes, sortNotes, withFacet } from '../../../src/renderer/views/notes/note-filter';
import { manyNotes } from '../../helpers/many-notes';
import { bundledReports } from '../../helpers/bundled-reports';

const reports = bundledReports();
const facts: ShelfFacts = {
  years: new Map(reports.map(({ id, meta }) => [id, meta.year ?? 0])),
  sources: new Map(reports.map(({ id }) => [id, id])),
};
const annotations = manyNotes(400);
const entry = (annotation: Annotation, seq: number) => ({
  id: `e${seq}`,
  noteId: annotation.id,
  kind: 'create' as const,
  baseRev: null,
  writer: 'w',
  time: annotation.created,
  seq,
  payload: { v: 1, annotation, resolves: [] },
});
const rows = [...replay(annotations.map((annotation, at) => entry(annotation, at + 1))).values()].map(
  (note) =>
    indexNote(note, facts, (target) => {
      const report = reports.find(({ id }) => id === target.report);
      return report && placeTarget(report, target);
    }),
);
const NOW = new Date('2024-01-17T20:00:00+08:00');

describe('the filters of the notebook', () => {
  it('count exactly what choosing each value would show, whatever is chosen already', () => {
    const filter = withFacet(withFacet(EVERYTHING, 'colour', '石青'), 'report', 'zhoukou-2025');
    const { counts, shown } = filterNotes(rows, filter, '', NOW);
    expect(shown.length).toBeGreaterThan(0);
    for (const [value, count] of counts.tag)
      expect(filterNotes(rows, withFacet(filter, 'tag', value), '', NOW).shown).toHaveLength(count);
    for (const [value, count] of counts.colour)
      if (value !== '石青')
        expect(filterNotes(rows, withFacet(filter, 'colour', value), '', NOW).shown).toHaveLength(count);
    expect(counts.colour.get('石青')).toBe(shown.length);
  });

  it('find words in notes, tags and quotes, simplified or not, at any width', () => {
    const plain = filterNotes(rows, EVERYTHING, '对不上', NOW).shown.length;
    expect(plain).toBe(annotations.filter(({ body }) => body.text.includes('对不上')).length);
    expect(filterNotes(rows, EVERYTHING, '對不上', NOW).shown).toHaveLength(plain);
    expect(filterNotes(rows, EVERYTHING, '第 １３ 条', NOW).shown.length).toBeGreaterThan(0);
    expect(filterNotes(rows, EVERYTHING, '没有这样的话', NOW).shown).toEqual([]);
  });

  it('know today, this week and this month by the reader’s own midnight', () => {
    const { counts } = filterNotes(rows, EVERYTHING, '', NOW);
    expect([...counts.span.values()].reduce((sum, count) => sum + count, 0)).toBe(400);
    const today = filterNotes(rows, withFacet(EVERYTHING, 'span', '今天'), '', NOW).shown;
    for (const { note } of today)
      expect(new Date(note.annotation.modified) >= new Date(NOW.toDateString())).toBe(true);
    expect(today.length).toBe(counts.span.get('今天'));
  });

  it('sort without losing a note, each order its own way', () => {
    for (const sort of ['modified', 'created', 'report', 'colour'] as const)
      expect(new Set(sortNotes(rows, sort))).toEqual(new Set(rows));
    const modified = sortNotes(rows, 'modified').map(({ note }) => note.annotation.modified);
    expect(modified).toEqual(modified.toSorted().reverse());
  });
});
