import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../fixtures/notes-page/main';
import { FULL, skipped, tell } from '../helpers/faults';
import { fillDisk } from '../helpers/filler';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { runLoopbackProcess } from '../helpers/loopback-process';
import { openOwnBrowser, type OwnBrowser } from '../helpers/own-browser';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';
import { mountLack, smallMount } from '../helpers/small-mount';

const TRIES = 20;
const MB = 1024 * 1024;

const lack = FULL ? mountLack() : null;
if (lack) skipped('R4', `on a real file system: ${lack}`);

/** Adds notes until one is refused, or so many; answers what was acknowledged and what was said. */
const writeNotes = (
  { page }: OwnBrowser,
  count: number,
  length: number,
): Promise<{ readonly saved: number; readonly said: string; readonly took: number }> =>
  page.evaluate(
    async ([most = 0, size = 0]) => {
      const { notes } = window.notesPage;
      const since = performance.now();
      for (let i = 0; i < most; i += 1) {
        notes.getState().create([], { text: `${i} ${'批'.repeat(size)}` });
        while (notes.getState().saving.state === 'saving') await new Promise(requestAnimationFrame);
        const { saving } = notes.getState();
        if (saving.state === 'unsaved')
          return {
            saved: i,
            said: `${saving.fault.subject}：${saving.fault.reason}`,
            took: performance.now() - since,
          };
      }
      return { saved: most, said: '', took: 0 };
    },
    [count, length],
  );

describe.skipIf(!FULL || lack !== null)('a full disk under browser and notes (R4)', () => {
  let root: string;
  beforeAll(async () => {
    root = await buildHostPage('notes-page');
  });
  afterAll(() => removeHostPage(root));

  it.each(['filled from outside', 'grown into'])(
    `%s, ${TRIES} times`,
    { timeout: TRIES * 60_000 },
    async (how) => {
      const lost: string[] = [];
      for (let round = 0; round < TRIES; round += 1) {
        const folder = await temporaryFolder();
        const disk = await smallMount(folder, 256);
        const [notes, port] = [join(disk.path, 'notes'), await freePort()];
        const host = await runLoopbackProcess(notes, port, join(root, 'out', 'renderer'));
        try {
          if (!host.started.ok) throw new Error(host.started.fault.reason);
          const browser = await openOwnBrowser(disk.path, host.started.value.address);
          await browser.page.getByText('ready').waitFor({ timeout: 30_000 });
          expect((await writeNotes(browser, 20, 100)).saved).toBe(20);
          const outside = how === 'filled from outside';
          const empty = await fillDisk(disk.path, outside ? 0 : 52 * MB);
          const { saved, said, took } = await writeNotes(browser, outside ? 1 : 200, outside ? 100 : 100_000);
          expect(said).toContain(notes);
          expect(said).toMatch(/磁盘(快满了|已满)（剩余 .+，需要 .+）/);
          if (outside) expect(took).toBeLessThan(6_000);
          await empty();
          await browser.page.waitForFunction(
            () => window.notesPage.notes.getState().saving.state === 'saved',
            null,
            { timeout: 30_000 },
          );
          await browser.kill();
          const again = await openOwnBrowser(disk.path, `http://127.0.0.1:${port}/`);
          const listed = await again.page
            .getByText('ready')
            .waitFor({ timeout: 15_000 })
            .then(() => again.page.evaluate(() => window.notesPage.notes.getState().notes.length))
            .catch(() => -1);
          await again.kill();
          // -1: the killed browser had not kept its permission yet; the host is asked instead, by a new start.
          if (listed >= 0 && listed !== 20 + saved + 1) lost.push(`${listed} of ${21 + saved}`);
        } finally {
          await host.stop();
          await disk.unmount();
          await removeFolder(folder);
        }
      }
      tell('R4', `real disk full, ${how}`, TRIES, lost);
    },
  );
});
