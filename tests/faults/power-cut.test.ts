import fc from 'fast-check';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { closeNotes, FULL, openNotes, skipped, tell } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { openNotesPlace, shownNotes } from '../helpers/notes-place';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { writeUntilCut } from '../helpers/power-cut';
import { mountImage, mountLack, smallMount, type SmallMount } from '../helpers/small-mount';

const CUTS = 50;

const lack = FULL ? mountLack() : null;
if (lack) skipped('R3', lack);

/** What a fresh start finds there. */
const linesIn = async (notes: string): Promise<ReadonlySet<string>> => {
  const keeping = await openNotes(notes);
  const lines = keeping.journal.lines().map(({ entry }) => `${entry.id} ${entry.sha256}`);
  await closeNotes(keeping);
  return new Set(lines);
};

/** Four writers in a browser whose profile is on the small disk too, until the power goes; answers what was acknowledged. */
const liveUntilCut = async (
  root: string,
  disk: SmallMount,
  copy: string,
  moment: number,
): Promise<readonly string[]> => {
  const place = await openNotesPlace({ root, folder: join(disk.path, 'notes'), profiles: disk.path });
  try {
    const browser = await place.openBrowser();
    const acknowledged: string[] = [];
    await browser.page.exposeFunction('acknowledge', (text: string) => void acknowledged.push(text));
    for (let writer = 0; writer < 4; writer += 1)
      void browser.page
        .evaluate((name) => window.notesPage.write(name), String(writer))
        .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, moment));
    place.host().child.kill('SIGSTOP');
    browser.freeze();
    const known = [...acknowledged];
    await copyFile(disk.image, copy);
    await browser.kill();
    return known;
  } finally {
    await place.host().kill();
  }
};

describe.skipIf(!FULL || lack !== null)('a power cut (R3)', () => {
  it(`${CUTS} times: what was acknowledged is on the disk`, { timeout: CUTS * 20_000 }, async () => {
    const folder = await temporaryFolder();
    const moments = fc.sample(fc.integer({ min: 1, max: 150 }), { seed: 3, numRuns: CUTS });
    const lost: string[] = [];
    let count = 0;
    for (const moment of moments) {
      const disk = await smallMount(folder, 16);
      const copy = join(folder, 'after.img');
      const known = await writeUntilCut('journal-writer.ts', disk, copy, moment).finally(() =>
        disk.unmount(),
      );
      const after = await mountImage(copy, join(folder, 'after'));
      const there = await linesIn(join(after.path, 'notes')).finally(() => after.unmount());
      lost.push(...known.filter((line) => !there.has(line)));
      count += known.length;
    }
    tell('R3', 'power cut on ext4', CUTS, lost, `${count} acknowledged`);
    await removeFolder(folder);
  });

  it(
    `${CUTS} times under browser and host: what was told as saved is there`,
    { timeout: CUTS * 60_000 },
    async () => {
      const root = await buildHostPage('notes-page');
      const moments = fc.sample(fc.integer({ min: 200, max: 1_200 }), { seed: 33, numRuns: CUTS });
      const lost: string[] = [];
      let [count, restored] = [0, 0];
      for (const moment of moments) {
        const folder = await temporaryFolder();
        const copy = join(folder, 'after.img');
        const disk = await smallMount(folder, 192);
        const known = await liveUntilCut(root, disk, copy, moment).finally(() => disk.unmount());
        const after = await mountImage(copy, join(folder, 'after'));
        const place = await openNotesPlace({ root, folder: join(after.path, 'notes'), profiles: after.path });
        const browser = await place.openBrowser();
        const there = new Set(await browser.page.evaluate(() => window.notesPage.texts()));
        restored += (await shownNotes(browser.page)).restored;
        lost.push(...known.filter((text) => !there.has(text)));
        count += known.length;
        await browser.kill();
        await place.close();
        await after.unmount();
        await removeFolder(folder);
      }
      await removeHostPage(root);
      const more = `${count} acknowledged; ${restored} notes came back from the journal to a copy of the browser`;
      tell('R3', 'power cut on ext4 under browser and host', CUTS, lost, more);
    },
  );
});
