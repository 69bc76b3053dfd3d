import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/renderer/store';
import { closeNotes, openNotes, tell, times } from '../helpers/faults';
import { memoryJournal } from '../helpers/memory-journal';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { SHORT, openSession } from '../unit/store/session';

describe('a database that never answers (R6)', () => {
  it('leaves no write without an end: each is saved, or said not to be', async () => {
    const tries = times(8, 20);
    const lost: string[] = [];
    let slowest = 0;
    for (let count = 0; count < tries; count += 1) {
      const journal = memoryJournal();
      const session = await openSession({ journal, database: `r6-${count}`, milliseconds: SHORT });
      const { notes } = session;
      notes.getState().create([], { text: '之前' });
      await session.settled();
      const database = session.connection.current();
      if (!database) throw new Error('no database');
      const never = (() => new Promise(() => undefined)) as never;
      // The transaction, its rows, or the count after them: each may be what hangs.
      if (count % 3 === 0) database.transaction = never;
      else if (count % 3 === 1) database.entries.bulkPut = never;
      else database.notes.bulkGet = never;
      if (count % 2 === 1) journal.silent = true;
      const since = performance.now();
      notes.getState().create([], { text: `第${count}条` });
      await session.settled();
      slowest = Math.max(slowest, performance.now() - since);
      const { saving } = notes.getState();
      expect(saving.state).toBe(count % 2 === 1 ? 'unsaved' : 'saved');
      journal.silent = false;
      await session.settled();
      await session.settled();
      if (notes.getState().saving.state !== 'saved' || journal.lines.length !== 2) lost.push(`第${count}条`);
      session.repository.close();
    }
    // Three times the limit of a write: the write itself, the reopening and the look at the journal.
    expect(slowest).toBeLessThan(SHORT * 10 + 1_000);
    tell('R6', 'database or journal that never answers', tries, lost);
  });
});

/** Windows that hear each other at once. */
const channels = (count: number): readonly Channel[] => {
  const listeners = new Map<number, () => void>();
  return Array.from({ length: count }, (_, own) => ({
    announce: () => listeners.forEach((listener, other) => other !== own && listener()),
    onAnnounced: (listener: () => void) => void listeners.set(own, listener),
    close: () => listeners.delete(own),
  }));
};

describe('three windows on one note (R11)', () => {
  const EDITS = 200;

  it(`${EDITS} edits each: every text is kept, and a conflict shows both`, async () => {
    const rounds = times(1, 10);
    const lost: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const folder = await temporaryFolder();
      const keeping = await openNotes(folder);
      const [first, ...others] = await Promise.all(
        channels(3).map((channel, place) =>
          openSession({ journal: keeping.journal, database: `r11-${round}`, writer: `w${place}`, channel }),
        ),
      );
      if (!first) throw new Error('no window');
      const windows = [first, ...others];
      const id = first.notes.getState().create([], { text: '起' });
      for (const each of windows) await each.settled();
      for (let edit = 0; edit < EDITS; edit += 1) {
        for (const [place, each] of windows.entries())
          each.notes.getState().change([id], { body: { text: `${place}:${edit}` } });
        if (edit % 40 === 0) await Promise.all(windows.map((each) => each.settled()));
      }
      for (let pass = 0; pass < 2; pass += 1) await Promise.all(windows.map((each) => each.settled()));
      for (const { notes } of windows) {
        const note = notes.getState().byId.get(id);
        const kept = new Set(note?.record.versions.map(({ annotation }) => annotation?.body.text));
        for (let place = 0; place < 3; place += 1)
          for (let edit = 0; edit < EDITS; edit += 1)
            if (!kept.has(`${place}:${edit}`)) lost.push(`${place}:${edit}`);
      }
      for (const { repository } of windows) repository.close();
      await closeNotes(keeping);
      await removeFolder(folder);
    }
    tell('R11', 'edits of three windows on one note', rounds * 3 * EDITS, lost);
  });
});
