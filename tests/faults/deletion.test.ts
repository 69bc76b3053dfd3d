import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotFirst } from '../../src/renderer/state/notes/guard';
import { replay } from '../../src/shared/anchor';
import { closeNotes, openNotes, tell, times, valueOf } from '../helpers/faults';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { openSession, type Session, textsOf } from '../unit/store/session';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 10, 20, 10);

const TRIES = times(4, 20);

let serial = 0;

/** A folder of notes, with windows over it on days of their own. */
const openFolder = async () => {
  const folder = await temporaryFolder();
  const keeping = await openNotes(folder);
  return {
    keeping,
    /** A window opened anew, its copy empty, so many days after the first. */
    windowOn: (day: number): Promise<Session> =>
      openSession({
        journal: keeping.journal,
        database: `r15-${(serial += 1)}`,
        now: () => new Date(START + day * DAY),
        before: snapshotFirst(keeping.snapshots),
      }),
    close: async () => {
      await closeNotes(keeping);
      await removeFolder(folder);
    },
  };
};

const fill = async (session: Session, count: number): Promise<readonly string[]> => {
  for (let i = 0; i < count; i += 1) session.notes.getState().create([], { text: `第${i}条` });
  await session.settled();
  return textsOf(session);
};

const idsOf = ({ notes }: Session): readonly string[] => notes.getState().notes.map(({ id }) => id);

const same = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('deleted notes (R15)', () => {
  it('come back by a restart and the 回收站 on any of thirty days; afterwards they are still in the journal', async () => {
    const days = fc.sample(fc.integer({ min: 0, max: 30 }), { seed: 15, numRuns: TRIES });
    const lost: string[] = [];
    for (const day of days) {
      const { keeping, windowOn, close } = await openFolder();
      const first = await windowOn(0);
      const before = await fill(first, 6);
      const gone = idsOf(first).slice(0, 1 + (day % 5));
      first.notes.getState().remove(gone);
      await first.settled();
      first.repository.close();
      const late = await windowOn(31);
      expect(late.notes.getState().bin).toEqual([]);
      const kept = [...replay(valueOf(await keeping.journal.read(0))).keys()];
      if (gone.some((id) => !kept.includes(id))) lost.push(`journal after ${day} days`);
      late.repository.close();
      const second = await windowOn(day);
      expect(second.notes.getState().bin).toHaveLength(gone.length);
      second.notes.getState().restore(gone);
      await second.settled();
      if (!same(textsOf(second), before)) lost.push(`after ${day} days`);
      second.repository.close();
      await close();
    }
    tell('R15', 'deleted, brought back within 30 days', TRIES, lost);
  });

  it('all at once: a snapshot of all is made first, undo brings all back, and so does the snapshot', async () => {
    const lost: string[] = [];
    for (let round = 0; round < TRIES; round += 1) {
      const { keeping, windowOn, close } = await openFolder();
      const session = await windowOn(0);
      const before = await fill(session, 20 + round);
      session.notes.getState().remove(idsOf(session));
      await session.settled();
      expect(textsOf(session)).toEqual([]);
      const { snapshots } = valueOf(await keeping.snapshots.list());
      expect(snapshots.map(({ reason, notes }) => [reason, notes])).toContainEqual(['delete', before.length]);
      const name = snapshots.find(({ reason }) => reason === 'delete')?.name ?? '';
      const entries = valueOf(await keeping.snapshots.read(name));
      session.notes.getState().undo();
      await session.settled();
      if (!same(textsOf(session), before)) lost.push(`undo in round ${round}`);
      session.notes.getState().remove(idsOf(session));
      await session.settled();
      session.notes.getState().restoreTo(entries);
      await session.settled();
      if (!same(textsOf(session), before)) lost.push(`snapshot in round ${round}`);
      session.repository.close();
      await close();
    }
    tell('R15', 'clear all: undone, and from the snapshot before it', TRIES, lost);
  });
});
