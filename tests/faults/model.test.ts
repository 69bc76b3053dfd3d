import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { backupTools } from '../../src/renderer/store/backup-tools';
import type { JournalEntry } from '../../src/shared/host';
import { readBackup, writeBackup } from '../../src/shared/host/backup-file';
import { COLOURS, type Colour } from '../../src/shared/report';
import { tell, times, valueOf } from '../helpers/faults';
import { diskFull, memoryJournal, type MemoryJournal } from '../helpers/memory-journal';
import { openSession, type Session } from '../unit/store/session';

const SEQUENCES = times(300, 10_000);

interface ModelNote {
  readonly text: string;
  readonly colour: Colour;
  readonly deleted: boolean;
}

/** A plain model: what the window shows, what is on disk, and whether the disk takes anything. */
interface Model {
  shown: ReadonlyMap<string, ModelNote>;
  saved: ReadonlyMap<string, ModelNote>;
  broken: boolean;
  /** The last snapshot: what stood in the journal, and the notes of it. */
  snapshot: {
    readonly entries: readonly JournalEntry[];
    readonly notes: ReadonlyMap<string, ModelNote>;
  } | null;
}

type Step =
  | { readonly do: 'create' | 'type' | 'edit'; readonly at: number; readonly text: string }
  | { readonly do: 'colour'; readonly at: number; readonly colour: Colour }
  | {
      readonly do: 'delete' | 'restore' | 'undo' | 'break' | 'mend' | 'snapshot' | 'go back' | 'move';
      readonly at: number;
    }
  | { readonly do: 'crash'; readonly at: number; readonly loss: 'nothing' | 'copy' | 'half the copy' };

/** What undo takes back: notes before a step (undefined where they did not exist) and right after it. */
type UndoStep = readonly {
  readonly id: string;
  readonly before: ModelNote | undefined;
  readonly after: ModelNote;
}[];

/** The note without the step: what the step did not change stays as it is by now. */
const without = ({ before, after }: UndoStep[number]): Partial<ModelNote> =>
  !before || before.deleted
    ? { deleted: true }
    : {
        ...(before.text === after.text ? {} : { text: before.text }),
        ...(before.colour === after.colour ? {} : { colour: before.colour }),
        deleted: false,
      };

const at = fc.nat(20);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('__proto__', '港口', "'; --", '\u0000', '𠮷'),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('create', 'type', 'edit'), at, text }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('colour' as const), at, colour: fc.constantFrom(...COLOURS) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('delete', 'restore', 'undo', 'break', 'mend'), at }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('snapshot', 'go back', 'move'), at }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      at,
      loss: fc.constantFrom('nothing', 'copy', 'half the copy'),
    }),
  },
);

const withNote = (notes: Model['shown'], id: string, change: Partial<ModelNote>): Model['shown'] => {
  const before = notes.get(id) ?? { text: '', colour: '藤黄', deleted: false };
  return new Map(notes).set(id, { ...before, ...change });
};

const shownBy = ({ notes }: Session): ReadonlyMap<string, ModelNote> =>
  new Map(
    [...notes.getState().byId.values()].map(({ id, annotation, deleted }) => [
      id,
      { text: annotation.body.text, colour: annotation.body.colour, deleted: deleted !== null },
    ]),
  );

const sorted = (notes: Model['shown']) => [...notes].sort(([a], [b]) => (a < b ? -1 : 1));

/** Loses rows the way a damaged store does: without a word. */
const lose = async ({ connection }: Session, loss: string): Promise<void> => {
  const rows = connection.current();
  if (!rows || loss === 'nothing') return;
  const keys = await rows.entries.toCollection().primaryKeys();
  await rows.entries.bulkDelete(loss === 'copy' ? keys : keys.filter((key) => key % 2 === 0));
  if (loss === 'copy') await rows.notes.clear();
};

type Change = readonly [string, Partial<ModelNote>];

/** What a restore changes: notes alive then become what they were, notes alive now but not then are deleted. */
const goBack = (now: Model['shown'], then: Model['shown']): readonly Change[] =>
  [...new Set([...now.keys(), ...then.keys()])].flatMap((id): readonly Change[] => {
    const [here, there] = [now.get(id), then.get(id)];
    if (there && !there.deleted) return JSON.stringify(here) === JSON.stringify(there) ? [] : [[id, there]];
    return here && !here.deleted ? [[id, { deleted: true }]] : [];
  });

/** Takes all that is saved to an empty computer in one file, and answers what is shown there. */
const move = async (journal: MemoryJournal, database: string): Promise<Model['shown']> => {
  const file = await writeBackup(journal.lines, new Date(0), backupTools);
  const there = await openSession({ journal: memoryJournal(), database });
  there.notes.getState().merge(valueOf(await readBackup('x.jsonl', file, backupTools)));
  await there.settled();
  there.repository.close();
  return shownBy(there);
};

/** Does one step in the window and in the model. */
function act(
  session: Session,
  model: Model,
  wanted: Exclude<Step, { readonly do: 'crash' }>,
  undo: UndoStep[],
): void {
  const state = session.notes.getState();
  const living = [...model.shown].filter(([, { deleted }]) => !deleted).map(([id]) => id);
  const binned = [...model.shown].filter(([, { deleted }]) => deleted).map(([id]) => id);
  const living1 = living[wanted.at % Math.max(1, living.length)];
  const binned1 = binned[wanted.at % Math.max(1, binned.length)];
  const become = (id: string, change: Partial<ModelNote>, undoable: boolean): void => {
    const before = model.shown.get(id);
    model.shown = withNote(model.shown, id, change);
    if (undoable) undo.push([{ id, before, after: model.shown.get(id)! }]);
  };
  switch (wanted.do) {
    case 'create':
      return become(state.create([], { text: wanted.text }), { text: wanted.text }, true);
    case 'edit':
      if (!living1) return;
      state.change([living1], { body: { text: wanted.text } });
      return become(living1, { text: wanted.text }, true);
    case 'type':
      if (!living1) return;
      state.write(living1, wanted.text);
      session.runTimers();
      state.commit(living1);
      return become(living1, { text: wanted.text }, false);
    case 'colour':
      if (!living1) return;
      state.change([living1], { body: { colour: wanted.colour } });
      return become(living1, { colour: wanted.colour }, true);
    case 'delete':
      if (!living1) return;
      state.remove([living1]);
      return become(living1, { deleted: true }, true);
    case 'restore':
      if (!binned1) return;
      state.restore([binned1]);
      return become(binned1, { deleted: false }, true);
    case 'undo': {
      const last = undo.pop();
      state.undo();
      if (!last) return;
      for (const one of last) become(one.id, without(one), false);
      return;
    }
    case 'go back': {
      if (!model.snapshot) return;
      state.restoreTo(model.snapshot.entries);
      const changes = goBack(model.shown, model.snapshot.notes);
      const before = model.shown;
      for (const [id, change] of changes) become(id, change, false);
      if (changes.length > 0)
        undo.push(changes.map(([id]) => ({ id, before: before.get(id), after: model.shown.get(id)! })));
      return;
    }
    case 'break':
    case 'mend':
    case 'snapshot':
    case 'move':
      return;
  }
}

it(`notes equal a plain model through ${SEQUENCES} random lives`, { timeout: 3_600_000 }, async () => {
  let [serial, crashes, moves, lost] = [0, 0, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const journal = memoryJournal();
      const database = `model-${(serial += 1)}`;
      const model: Model = { shown: new Map(), saved: new Map(), broken: false, snapshot: null };
      let undo: UndoStep[] = [];
      let session = await openSession({ journal, database });
      for (const wanted of steps) {
        if (wanted.do === 'crash') {
          crashes += 1;
          await lose(session, wanted.loss);
          session.repository.close();
          journal.fault = null;
          session = await openSession({ journal, database });
          // What the journal had refused was kept by the copy, and is sent again.
          [model.broken, undo] = [false, []];
        } else {
          if (wanted.do === 'break' || wanted.do === 'mend') model.broken = wanted.do === 'break';
          journal.fault = model.broken ? diskFull : null;
          act(session, model, wanted, undo);
        }
        await session.settled();
        if (!model.broken) model.saved = model.shown;
        if (wanted.do === 'snapshot')
          model.snapshot = { entries: structuredClone(journal.lines), notes: model.saved };
        if (wanted.do === 'move')
          expect(sorted(await move(journal, `${database}-${(moves += 1)}`))).toEqual(sorted(model.saved));
        const real = shownBy(session);
        if (sorted(real).length < model.shown.size) lost += 1;
        expect(sorted(real)).toEqual(sorted(model.shown));
        const unsaved = session.notes.getState().saving.state === 'unsaved';
        if (!model.broken) expect(unsaved).toBe(false);
        else if (JSON.stringify(sorted(model.shown)) !== JSON.stringify(sorted(model.saved)))
          expect(unsaved).toBe(true);
      }
      session.repository.close();
    }),
    { seed: 20251120, numRuns: SEQUENCES },
  );
  tell('R16', 'random lives against a plain model', SEQUENCES, lost, `${crashes} crashes, ${moves} moves`);
});
