import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNotes, type MarginNote } from '../../../src/renderer/views/reader/note-placement';

const GAP = 12;

const notes = fc
  .array(fc.record({ line: fc.integer({ min: 0, max: 5000 }), height: fc.integer({ min: 20, max: 200 }) }), {
    maxLength: 30,
  })
  .map((list): MarginNote[] => list.map((note, index) => ({ ...note, id: `n${index}` })));

const inOrder = (list: readonly MarginNote[], tops: ReadonlyMap<string, number>) =>
  list.toSorted((a, b) => a.line - b.line).map((note) => ({ ...note, top: tops.get(note.id) ?? NaN }));

describe('notes in the margin', () => {
  it('stand at their line where there is room', () => {
    const tops = placeNotes(
      [
        { id: 'a', line: 100, height: 50 },
        { id: 'b', line: 400, height: 50 },
      ],
      GAP,
    );
    expect([...tops]).toEqual([
      ['a', 100],
      ['b', 400],
    ]);
  });

  it('are pushed down where they meet', () => {
    const tops = placeNotes(
      [
        { id: 'a', line: 100, height: 50 },
        { id: 'b', line: 110, height: 50 },
      ],
      GAP,
    );
    expect(tops.get('b')).toBe(162);
  });

  it('never overlap, and the one worked on keeps its line', () => {
    fc.assert(
      fc.property(notes, fc.nat(), (list, pick) => {
        const fixed = list[pick % Math.max(1, list.length)]?.id ?? null;
        const placed = inOrder(list, placeNotes(list, GAP, fixed));
        placed.forEach((note, index) => {
          const before = placed[index - 1];
          if (before) expect(note.top).toBeGreaterThanOrEqual(before.top + before.height + GAP);
          if (note.id === fixed) expect(note.top).toBe(note.line);
        });
      }),
      { seed: 20261120 },
    );
  });
});
