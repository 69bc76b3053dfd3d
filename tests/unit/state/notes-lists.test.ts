import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/shared/anchor';
import { listsOf, NO_NOTES, type NoteLists } from '../../../src/renderer/state/notes/lists';

const NOW = new Date('2026-03-01T00:00:00Z');

const DAY = 86_400_000;

const at = (days: number): string => new Date(NOW.getTime() - days * DAY).toISOString();

interface Draw {
  readonly id: string;
  readonly gone: boolean;
  readonly changed: number;
  readonly deleted: number | null;
  readonly reports: readonly string[];
}

const noteOf = ({ id, changed, deleted, reports }: Draw): Note => ({
  id,
  rev: `${id}-${changed}`,
  annotation: {
    id,
    body: { text: '', tags: [], colour: '藤黄', underline: false },
    targets: reports.map((report) => ({
      report,
      source: '',
      position: { start: 0, end: 1 },
      quote: { exact: '一', prefix: '', suffix: '' },
      sentence: { text: '一', start: 0 },
    })),
    created: at(60),
    modified: at(changed),
  },
  deleted: deleted === null ? null : at(deleted),
  conflicts: [],
  draft: null,
  record: { id, versions: [], drafts: [] },
});

const draw: fc.Arbitrary<Draw> = fc.record({
  id: fc.constantFrom(...'abcdefghij'),
  gone: fc.boolean(),
  changed: fc.nat({ max: 4 }),
  deleted: fc.option(fc.constantFrom(0, 1, 29, 31)),
  reports: fc.array(fc.constantFrom('甲', '乙', '__proto__'), { maxLength: 3 }),
});

const latestFirst = (key: (note: Note) => string) => (a: Note, b: Note) =>
  key(a) === key(b) ? (a.id < b.id ? 1 : -1) : key(a) < key(b) ? 1 : -1;

/** The same lists made anew from all the notes. */
const plainly = (all: ReadonlyMap<string, Note>) => {
  const there = [...all.values()].filter(({ deleted }) => deleted === null);
  const ordered = there.sort(latestFirst(({ annotation }) => annotation.modified));
  const reports = new Set(
    ordered.flatMap(({ annotation }) => annotation.targets.map(({ report }) => report)),
  );
  const on = (report: string) =>
    ordered.filter(({ annotation }) => annotation.targets.some((target) => target.report === report));
  return {
    notes: ordered,
    bin: [...all.values()]
      .filter(({ deleted }) => deleted !== null && deleted >= at(30))
      .sort(latestFirst(({ deleted }) => deleted ?? '')),
    byReport: [...reports].sort().map((report) => [report, on(report)]),
    byId: [...all.keys()].sort(),
  };
};

const seen = ({ notes, bin, byReport, byId }: NoteLists) => ({
  notes,
  bin,
  byReport: Object.entries(byReport).sort(([a], [b]) => (a < b ? -1 : 1)),
  byId: [...byId.keys()].sort(),
});

describe('the lists of the notes', () => {
  it('are after any changes what they would be if made anew', () => {
    fc.assert(
      fc.property(fc.array(fc.array(draw, { maxLength: 6 }), { maxLength: 8 }), (turns) => {
        let lists = NO_NOTES;
        const all = new Map<string, Note>();
        for (const turn of turns) {
          const changes = new Map(turn.map((each) => [each.id, each.gone ? null : noteOf(each)]));
          lists = listsOf(lists, changes, NOW);
          for (const [id, note] of changes)
            if (note) all.set(id, note);
            else all.delete(id);
          expect(seen(lists)).toEqual(plainly(all));
        }
      }),
      { seed: 13 },
    );
  });

  it('keep the note that has not changed, and the lists it does not touch', () => {
    const [one, two] = ['a', 'b'].map((id) =>
      noteOf({ id, gone: false, changed: 1, deleted: null, reports: [id] }),
    );
    const before = listsOf(
      NO_NOTES,
      new Map([
        ['a', one!],
        ['b', two!],
      ]),
      NOW,
    );
    const after = listsOf(before, new Map([['b', { ...two!, rev: 'later' }]]), NOW);
    expect(after.byReport['a']).toBe(before.byReport['a']);
    expect(after.bin).toBe(before.bin);
    expect(after.notes).toContain(one);
  });
});
