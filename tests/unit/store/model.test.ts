import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { COLOURS, type Colour } from '../../../src/shared/report';
import { diskFull, memoryJournal } from '../../helpers/memory-journal';
import { openSession, type Session } from './session';

/** Longer by `DUIDU_SEQUENCES=10000 npx vitest run --project unit tests/unit/store/model.test.ts`. */
const SEQUENCES = Number(process.env['DUIDU_SEQUENCES'] ?? 300);

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
}

type Step =
  | { readonly do: 'create' | 'type' | 'edit'; readonly at: number; readonly text: string }
  | { readonly do: 'colour'; readonly at: number; readonly colour: Colour }
  | { readonly do: 'delete' | 'restore' | 'undo' | 'break' | 'mend'; readonly at: number }
  | { readonly do: 'crash'; readonly at: number; readonly loss: 'nothing' | 'copy' | 'half the copy' };

/** What undo gives back: a note as it was, or nothing where it did not exist. */
interface UndoStep {
  readonly id: string;
  readonly before: ModelNote | undefined;
}

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
    if (undoable) undo.push({ id, before: model.shown.get(id) });
    model.shown = withNote(model.shown, id, change);
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
      const { id, before } = last;
      return become(id, before && !before.deleted ? before : { deleted: true }, false);
    }
    case 'break':
    case 'mend':
      return;
  }
}

it(`notes equal a plain model through ${SEQUENCES} random lives`, { timeout: 3_600_000 }, async () => {
  let [serial, crashes, lost] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const journal = memoryJournal();
      const database = `model-${(serial += 1)}`;
      const model: Model = { shown: new Map(), saved: new Map(), broken: false };
      let undo: UndoStep[] = [];
      let session = await openSession({ journal, database });
      for (const wanted of steps) {
        if (wanted.do === 'crash') {
          crashes += 1;
          await lose(session, wanted.loss);
          session.repository.close();
          journal.fault = null;
          session = await openSession({ journal, database });
          [model.shown, model.broken, undo] = [model.saved, false, []];
        } else {
          if (wanted.do === 'break' || wanted.do === 'mend') model.broken = wanted.do === 'break';
          journal.fault = model.broken ? diskFull : null;
          act(session, model, wanted, undo);
        }
        await session.settled();
        if (!model.broken) model.saved = model.shown;
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
  console.log(`model: ${SEQUENCES} sequences, ${crashes} crashes, ${lost} notes lost`);
});
