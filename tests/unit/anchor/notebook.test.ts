import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEntries, mergeRecords, noteOf, replay, type NoteEntry } from '../../../src/shared/anchor';
import type { Annotation } from '../../../src/shared/report';

const annotation = (text: string): Annotation => ({
  id: 'n',
  body: { text, tags: [], colour: '藤黄', underline: false },
  targets: [],
  created: '2025-01-01T00:00:00.000Z',
  modified: '2025-01-01T00:00:00.000Z',
});

type Wanted = Partial<Omit<NoteEntry, 'payload'>> & {
  readonly text?: string | null;
  readonly resolves?: string[];
};

/** An entry of note `n`; `text` null is a deletion or a draft given up. */
const entry = (seq: number, { text = '', resolves = [], ...rest }: Wanted = {}): NoteEntry => {
  const made = {
    id: `e${seq}`,
    noteId: 'n',
    kind: 'edit',
    baseRev: null,
    writer: 'w',
    time: `t${seq}`,
    seq,
    ...rest,
  } as const;
  if (made.kind === 'draft') return { ...made, payload: { v: 1, text, resolves } };
  if (made.kind === 'delete') return { ...made, payload: { v: 1, resolves } };
  return { ...made, payload: { v: 1, annotation: annotation(text ?? ''), resolves } };
};

const note = (...entries: NoteEntry[]) => replay(entries).get('n');

describe('replay', () => {
  it('shows the last of a line of edits and keeps every version', () => {
    const read = note(
      entry(1, { kind: 'create', text: '一' }),
      entry(2, { baseRev: 'e1', text: '二' }),
      entry(3, { baseRev: 'e2', text: '三' }),
    );
    expect(read).toMatchObject({
      rev: 'e3',
      annotation: { body: { text: '三' } },
      deleted: null,
      conflicts: [],
    });
    expect(read?.record.versions.map(({ rev }) => rev)).toEqual(['e1', 'e2', 'e3']);
  });

  it('keeps both of two edits on the same version, until one settles them', () => {
    const forked = [
      entry(1, { kind: 'create', text: '一' }),
      entry(2, { baseRev: 'e1', text: '甲', writer: 'a' }),
      entry(3, { baseRev: 'e1', text: '乙', writer: 'b' }),
    ];
    const read = note(...forked);
    expect(read).toMatchObject({ rev: 'e3', annotation: { body: { text: '乙' } } });
    expect(read?.conflicts.map((version) => version.annotation?.body.text)).toEqual(['甲']);
    expect(note(...forked, entry(4, { baseRev: 'e3', resolves: ['e2'], text: '甲乙' }))?.conflicts).toEqual(
      [],
    );
  });

  it('lets no deletion take an edit it has not seen', () => {
    const created = entry(1, { kind: 'create', text: '一' });
    const edited = entry(2, { baseRev: 'e1', text: '二', writer: 'a' });
    expect(
      note(created, edited, entry(3, { kind: 'delete', baseRev: 'e1', writer: 'b' }))?.deleted,
    ).toBeNull();
    const deleted = note(created, edited, entry(3, { kind: 'delete', baseRev: 'e2', writer: 'b' }));
    expect(deleted).toMatchObject({ deleted: 't3', annotation: { body: { text: '二' } } });
    expect(
      note(
        created,
        edited,
        entry(3, { kind: 'delete', baseRev: 'e2' }),
        entry(4, { kind: 'restore', baseRev: 'e3', text: '二' }),
      )?.deleted,
    ).toBeNull();
  });

  it('holds a draft until its writer saves, gives up, or another takes it over', () => {
    const created = entry(1, { kind: 'create', text: '一' });
    const draft = entry(2, { kind: 'draft', baseRev: 'e1', text: '一二', writer: 'a' });
    expect(note(created, draft)?.draft?.text).toBe('一二');
    expect(note(created, draft)?.annotation.body.text).toBe('一');
    expect(note(created, draft, entry(3, { baseRev: 'e1', text: '一二三', writer: 'a' }))?.draft).toBeNull();
    expect(note(created, draft, entry(3, { baseRev: 'e1', text: '别的', writer: 'b' }))?.draft?.text).toBe(
      '一二',
    );
    expect(note(created, draft, entry(3, { kind: 'draft', text: null, writer: 'a' }))?.draft).toBeNull();
    expect(
      note(created, draft, entry(3, { baseRev: 'e1', text: '接着写', writer: 'c', resolves: ['e2'] }))?.draft,
    ).toBeNull();
  });

  it('passes over an entry it cannot read without losing the others', () => {
    const broken = { ...entry(2, { baseRev: 'e1' }), payload: { v: 2, secret: true } };
    expect(note(entry(1, { kind: 'create', text: '一' }), broken)?.annotation.body.text).toBe('一');
    expect(replay([broken]).size).toBe(0);
    expect(applyEntries(new Map(), [broken]).size).toBe(1);
  });

  it('still shows a text where a damaged journal names its bases in a circle', () => {
    const read = note(
      entry(1, { kind: 'create', baseRev: 'e2', text: '一' }),
      entry(2, { baseRev: 'e1', text: '二' }),
    );
    expect(read?.annotation.body.text).toBe('二');
  });
});

const KINDS = ['edit', 'delete', 'restore', 'draft'] as const;

/** A journal of one note: each entry builds on any earlier one, from any of three writers. */
const journal = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      base: fc.nat(),
      writer: fc.constantFrom('a', 'b', 'c'),
      text: fc.string(),
    }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => [
    entry(1, { kind: 'create', text: '一' }),
    ...steps.map(({ kind, base, writer, text }, i) =>
      entry(i + 2, { kind, baseRev: `e${(base % (i + 1)) + 1}`, writer, text }),
    ),
  ]);

describe('records', () => {
  it('merge to the same whatever came first, and twice changes nothing', () => {
    fc.assert(
      fc.property(journal, fc.infiniteStream(fc.boolean()), (entries, coin) => {
        const whole = applyEntries(new Map(), entries).get('n')!;
        const sides = entries.map((each) => ({ each, left: coin.next().value === true }));
        const left = applyEntries(
          new Map(),
          sides.flatMap(({ each, left }) => (left ? [each] : [])),
        ).get('n');
        const right = applyEntries(
          new Map(),
          sides.flatMap(({ each, left }) => (left ? [] : [each])),
        ).get('n');
        const merged = left && right ? mergeRecords(right, left) : (left ?? right)!;
        expect(merged).toEqual(whole);
        expect(mergeRecords(merged, whole)).toEqual(whole);
        expect(noteOf(merged)).toEqual(noteOf(whole));
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  it('never lose a text that nothing was written over: it is shown, or a conflict, or in the 回收站', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const read = note(...entries)!;
        const bases = new Set(entries.filter(({ kind }) => kind !== 'draft').map(({ baseRev }) => baseRev));
        const open = entries.filter(
          ({ kind, id }) => (kind === 'edit' || kind === 'restore') && !bases.has(id),
        );
        const shown = [read.rev, ...read.conflicts.map(({ rev }) => rev)];
        expect(shown).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
        if (open.length > 0) expect(read.deleted).toBeNull();
      }),
      { seed: 6, numRuns: 1_000 },
    );
  });
});
