import { describe, expect, it } from 'vitest';
import { openKeeping } from '../../src/main/services/open-services';
import { replayLibrary } from '../../src/shared/library';
import { dyingFs } from '../helpers/dying-fs';
import { SMALL, closeNotes, openNotes, tell, times, valueOf } from '../helpers/faults';
import { draft } from '../helpers/journal-drafts';
import { libraryDraft, madeReport, shelve, type Made } from '../helpers/own-reports';
import { removeFolder, temporaryFolder } from '../helpers/places';

/** One life: a note, two imports, one into the bin; `deathAt` ends it at that step. Answers whether it came to its end. */
const live = async (folder: string, deathAt: number, shelved: Made[], from: number): Promise<boolean> => {
  const { fs, died } = dyingFs(deathAt);
  const opened = await openKeeping(folder, '', { fs, limits: SMALL });
  if (!opened.ok) return !died();
  const { journal, library } = opened.value;
  await journal.append([draft('一条')]);
  for (const number of [from, from + 1]) {
    const made = madeReport(number);
    if ((await shelve(library, made)).ok) shelved.push(made);
  }
  const [first] = shelved;
  if (first) await library.append(libraryDraft('delete', first.report));
  await closeNotes(opened.value);
  return !died();
};

describe('a host that dies while reports are imported', () => {
  it('at each step loses no report that was 已入架 and keeps none by half', async () => {
    let [tried, count, step] = [0, 0, 1];
    const lost: string[] = [];
    for (let finished = false; !finished; step += times(3, 1)) {
      tried += 1;
      const folder = await temporaryFolder();
      const shelved: Made[] = [];
      await live(folder, Infinity, shelved, 1);
      finished = await live(folder, step, shelved, 3);
      const keeping = await openNotes(folder);
      const reports = replayLibrary(valueOf(await keeping.library.read(0)));
      lost.push(...shelved.flatMap(({ report }) => (reports.has(report.id) ? [] : [report.id])));
      // Each report of the catalog, acknowledged or not, has all its content.
      for (const { report } of reports.values()) {
        const text = await keeping.library.getPiece(report.text, 0);
        const file = await keeping.library.original(report.id);
        expect([text.ok, file.ok]).toEqual([true, true]);
      }
      expect(keeping.journal.lines().length).toBeGreaterThan(0);
      count += shelved.length;
      await closeNotes(keeping);
      await removeFolder(folder);
    }
    tell('R2', 'host dies at each step of an import', tried - 1, lost, `${count} acknowledged`);
    expect(step).toBeGreaterThan(60);
  });
});
