import 'fake-indexeddb/auto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snapshotFolder } from '../../src/main/services/open-services';
import { DAMAGES, damaged } from '../helpers/damage';
import { closeNotes, journalPath, openNotes, tell, times, valueOf } from '../helpers/faults';
import { draft } from '../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { openSession, textsOf } from '../unit/store/session';

const NOTES = 30;

describe('a damaged journal while the copy is whole (R8)', () => {
  it('loses nothing: the copy gives it back, and bad lines are kept aside', async () => {
    const seeds = times(2, 5);
    const lost: string[] = [];
    for (const damage of DAMAGES)
      for (let seed = 1; seed <= seeds; seed += 1) {
        const folder = await temporaryFolder();
        const database = `r8-${damage}-${seed}`;
        const before = await openNotes(folder);
        const one = await openSession({ journal: before.journal, database });
        for (let i = 0; i < NOTES; i += 1) one.notes.getState().create([], { text: `第${i}条` });
        await one.settled();
        const wanted = textsOf(one);
        expect(wanted).toHaveLength(NOTES);
        one.repository.close();
        await closeNotes(before);
        const path = journalPath(folder);
        const bytes = damaged(await readFile(path), damage, seed);
        await writeFile(path, bytes);
        const after = await openNotes(folder);
        const two = await openSession({ journal: after.journal, database });
        const there = new Set(textsOf(two));
        lost.push(...wanted.filter((text) => !there.has(text)));
        two.repository.close();
        const bad = valueOf(await after.journal.head()).damaged;
        const aside = await readFile(`${path}.damaged`).catch(() => Buffer.alloc(0));
        expect(aside.length > 0).toBe(bad > 0 && damage !== 'drop line');
        await closeNotes(after);
        // The journal alone holds them all again.
        const alone = await openNotes(folder);
        const three = await openSession({ journal: alone.journal, database: `${database}-fresh` });
        expect(textsOf(three)).toEqual(wanted);
        three.repository.close();
        await closeNotes(alone);
        await removeFolder(folder);
      }
    tell('R8', 'journal damaged', DAMAGES.length * seeds, lost, `${NOTES} notes each`);
  });
});

/** Paths and bytes of the files that have any: an empty one cannot be cut shorter. */
const readFiles = async (folder: string): Promise<readonly (readonly [path: string, bytes: Buffer])[]> => {
  const paths = (await readdir(folder)).sort().map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const));
  return files.filter(([, bytes]) => bytes.length > 0);
};

describe('damaged snapshots (R9)', () => {
  it('are named, and the newest whole one is offered first', async () => {
    const tries = times(8, 20);
    const lost: string[] = [];
    for (let seed = 1; seed <= tries; seed += 1) {
      const folder = await temporaryFolder();
      const keeping = await openNotes(folder);
      for (let i = 0; i < 4; i += 1) {
        valueOf(await keeping.journal.append([draft({ text: `第${i}条` })]));
        valueOf(await keeping.snapshots.make('manual'));
      }
      const whole = valueOf(await keeping.snapshots.list()).snapshots.map(({ name }) => name);
      const broken = [whole[0] ?? '', whole[3] ?? ''];
      for (const name of broken) {
        const inside = join(snapshotFolder(folder), name);
        const files = await readFiles(inside);
        const [file, bytes] = files[seed % files.length] ?? ['', Buffer.alloc(0)];
        await writeFile(file, damaged(bytes, seed % 2 ? 'flip' : 'cut', seed));
      }
      const list = valueOf(await keeping.snapshots.list());
      expect(list.snapshots.map(({ name }) => name)).toEqual(whole.slice(1, 3));
      expect(list.damaged).toEqual(broken);
      for (const name of broken) {
        const refused = await keeping.snapshots.read(name);
        expect(refused.ok ? '' : refused.fault.subject).toContain(name);
      }
      const entries = valueOf(await keeping.snapshots.read(list.snapshots[0]?.name ?? ''));
      if (entries.length !== 3) lost.push(list.snapshots[0]?.name ?? '');
      await closeNotes(keeping);
      await removeFolder(folder);
    }
    tell('R9', 'newest and oldest snapshot damaged', tries, lost);
  });
});
