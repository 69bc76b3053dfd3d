import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../fixtures/notes-page/main';
import { FULL, skipped, tell } from '../helpers/faults';
import { fillDisk } from '../helpers/filler';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { lostNotes, openNotesPlace, shownNotes, type NotesPlace } from '../helpers/notes-place';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { mountLack, smallMount, type SmallMount } from '../helpers/small-mount';

const TRIES = 20;
const MB = 1024 * 1024;

/** Notes that stand there before the disk is full. */
const BEFORE = 20;

const lack = FULL ? mountLack() : null;
if (lack) skipped('R4', `on a real file system: ${lack}`);

interface Written {
  readonly saved: number;
  /** What the reader was told of the first note that was refused, and how long that took. */
  readonly said: string;
  readonly took: number;
}

/** Adds notes until one is refused, or so many. */
const writeNotes = (page: Page, count: number, length: number): Promise<Written> =>
  page.evaluate(
    async ([most = 0, size = 0]) => {
      const { notes } = window.notesPage;
      for (let saved = 0; saved < most; saved += 1) {
        const since = performance.now();
        notes.getState().create([], { text: `${saved} ${'批'.repeat(size)}` });
        while (notes.getState().saving.state === 'saving') await new Promise(requestAnimationFrame);
        const { saving } = notes.getState();
        if (saving.state === 'unsaved')
          return {
            saved,
            said: `${saving.fault.subject}：${saving.fault.reason}`,
            took: performance.now() - since,
          };
      }
      return { saved: most, said: '', took: 0 };
    },
    [count, length],
  );

/** Types into the newest note, as a reader does who has not looked up yet; answers what the editor holds then. */
const typeOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { notes } = window.notesPage;
    const id = notes.getState().notes[0]?.id ?? '';
    notes.getState().write(id, '正在写的话');
    await notes.getState().retry();
    return notes.getState().editing[id]?.text ?? '';
  });

/** One disk that fills up; answers the notes that were lost. */
const fillAndFree = async (
  place: NotesPlace,
  disk: SmallMount,
  outside: boolean,
): Promise<readonly string[]> => {
  const browser = await place.openBrowser();
  const { page } = browser;
  expect((await writeNotes(page, BEFORE, 100)).saved).toBe(BEFORE);
  const empty = await fillDisk(disk.path, outside ? 0 : 52 * MB);
  const { saved, said, took } = await writeNotes(page, outside ? 1 : 200, outside ? 100 : 100_000);
  expect(said).toContain(place.folder);
  expect(said).toMatch(/磁盘(快满了|已满)（剩余 .+，需要 .+）/);
  expect(took).toBeLessThan(6_000);
  expect(await typeOn(page)).toBe('正在写的话');
  const full = await shownNotes(page);
  expect(Object.keys(full.notes)).toHaveLength(BEFORE + saved + 1);
  await empty();
  await page.waitForFunction(() => window.notesPage.notes.getState().saving.state === 'saved', null, {
    timeout: 30_000,
  });
  const { notes } = await shownNotes(page);
  expect(Object.keys(notes)).toHaveLength(BEFORE + saved + 1);
  await browser.kill();
  const again = await place.openBrowser();
  const there = await shownNotes(again.page);
  await again.kill();
  return lostNotes(notes, there.notes);
};

describe.skipIf(!FULL || lack !== null)('a full disk under browser and notes (R4)', () => {
  let root: string;
  beforeAll(async () => {
    root = await buildHostPage('notes-page');
  });
  afterAll(() => removeHostPage(root));

  it.each(['filled from outside', 'grown into'])(
    `%s, ${TRIES} times`,
    { timeout: TRIES * 120_000 },
    async (how) => {
      const lost: string[] = [];
      for (let round = 0; round < TRIES; round += 1) {
        const folder = await temporaryFolder();
        const disk = await smallMount(folder, 256);
        const place = await openNotesPlace({ root, folder: join(disk.path, 'notes'), profiles: disk.path });
        try {
          lost.push(...(await fillAndFree(place, disk, how === 'filled from outside')));
        } finally {
          await place.close();
          await disk.unmount();
          await removeFolder(folder);
        }
      }
      tell('R4', `real disk full, ${how}`, TRIES, lost);
    },
  );
});
