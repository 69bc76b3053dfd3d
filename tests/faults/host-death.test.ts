import { describe, expect, it } from 'vitest';
import { openKeeping } from '../../src/main/services/open-services';
import type { JournalDraft } from '../../src/shared/host';
import { dyingFs } from '../helpers/dying-fs';
import { SMALL, closeNotes, openNotes, tell, valueOf } from '../helpers/faults';
import { draft, drafts } from '../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../helpers/places';

interface Acknowledged {
  readonly ids: Set<string>;
  readonly batches: (readonly JournalDraft[])[];
  readonly snapshots: Set<string>;
}

/** One life: single changes, a batch, two snapshots; `deathAt` ends it at that step. Answers whether it came to its end. */
const live = async (folder: string, deathAt: number, acknowledged: Acknowledged): Promise<boolean> => {
  const { fs, died } = dyingFs(deathAt);
  const opened = await openKeeping(folder, '', { fs, limits: SMALL });
  if (!opened.ok) return !died();
  const { journal, snapshots } = opened.value;
  const add = async (some: readonly JournalDraft[]): Promise<void> => {
    acknowledged.batches.push(some);
    const answer = await journal.append(some);
    if (answer.ok) for (const { id } of answer.value) acknowledged.ids.add(id);
  };
  const keep = async (): Promise<void> => {
    const made = await snapshots.make('manual');
    if (made.ok) acknowledged.snapshots.add(made.value.name);
  };
  await add([draft('一条')]);
  await add(drafts(5));
  await keep();
  await add([draft('又一条')]);
  await keep();
  await closeNotes(opened.value);
  return !died();
};

describe('a host that dies', () => {
  it('at each step of writing a note, a batch and a snapshot loses nothing (R2, R14)', async () => {
    let [tried, count] = [0, 0];
    const lost: string[] = [];
    for (let finished = false; !finished;) {
      tried += 1;
      const folder = await temporaryFolder();
      const acknowledged: Acknowledged = { ids: new Set(), batches: [], snapshots: new Set() };
      await live(folder, Infinity, acknowledged);
      finished = await live(folder, tried, acknowledged);
      const keeping = await openNotes(folder);
      const ids = new Set(keeping.journal.lines().map(({ entry }) => entry.id));
      lost.push(...[...acknowledged.ids].filter((id) => !ids.has(id)));
      for (const batch of acknowledged.batches) {
        const there = batch.filter(({ id }) => ids.has(id)).length;
        expect([0, batch.length]).toContain(there);
      }
      const { damaged, snapshots } = valueOf(await keeping.snapshots.list());
      expect(damaged).toEqual([]);
      const whole = new Set(snapshots.map(({ name }) => name));
      lost.push(...[...acknowledged.snapshots].filter((name) => !whole.has(name)));
      count += acknowledged.ids.size;
      await closeNotes(keeping);
      await removeFolder(folder);
    }
    tell('R2', 'host dies at each step in turn', tried - 1, lost, `${count} acknowledged`);
    expect(tried).toBeGreaterThan(60);
  });
});
