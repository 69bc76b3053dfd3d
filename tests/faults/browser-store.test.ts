import { cp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FULL, tell, times } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import {
  copiedNotes,
  fillNotes,
  lostNotes,
  openNotesPlace,
  ready,
  shownNotes,
  type NotesPlace,
  type ShownNotes,
} from '../helpers/notes-place';
import { openOwnBrowser } from '../helpers/own-browser';
import { BUILT_PAGES, removeFolder, temporaryFolder } from '../helpers/places';

const NOTES = 300;

type Damage = (files: readonly string[], share: number) => Promise<unknown>;

const named = (files: readonly string[], ending: RegExp): string => {
  const file = files.find((path) => ending.test(path));
  if (!file) throw new Error(`The browser's database has no ${String(ending)}.`);
  return file;
};

const rewrite = async (file: string, change: (bytes: Buffer) => Buffer | string): Promise<void> =>
  writeFile(file, change(await readFile(file)));

const rows = (files: readonly string[]): readonly string[] =>
  files.filter((file) => /\.(log|ldb)$/.test(file));

/** Ways in which the folder of a browser's database is found damaged. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'log cut': async (files, share) => {
    const log = named(files, /\.log$/);
    await truncate(log, Math.floor((await readFile(log)).length * share));
  },
  'log emptied': (files) => writeFile(named(files, /\.log$/), ''),
  'bytes flipped': async (files, share) => {
    for (const file of files)
      await rewrite(file, (bytes) => {
        for (let i = 0; i < 40; i += 1) {
          const at = Math.floor(((share * 7_919 + i / 40) % 1) * bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
        }
        return bytes;
      });
  },
  'manifest gone': (files) => rm(named(files, /MANIFEST/)),
  'pointer to the manifest emptied': (files) => writeFile(named(files, /CURRENT$/), ''),
  'tail of zeros': async (files, share) => {
    for (const file of rows(files))
      await rewrite(file, (bytes) => bytes.fill(0, Math.floor(bytes.length * share)));
  },
  'foreign file': async (files) => {
    for (const file of rows(files)) await writeFile(file, '这不是数据库'.repeat(50));
  },
  'files of rows gone': async (files) => {
    for (const file of rows(files)) await rm(file);
  },
};

let root: string;

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

const profile = (place: NotesPlace): string => join(place.folder, 'browser');

const database = (place: NotesPlace): string =>
  join(profile(place), 'Default', 'IndexedDB', `http_127.0.0.1_${place.port}.indexeddb.leveldb`);

const filesOf = async (place: NotesPlace): Promise<readonly string[]> =>
  (await readdir(database(place))).map((name) => join(database(place), name));

/** How many notes the browser still has, counted before any of our code runs; -1 where it cannot open them. */
const surviving = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('duidu');
        request.onerror = () => resolve(-1);
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => {
          const count = request.result.transaction('notes').objectStore('notes').count();
          const end = (notes: number): void => {
            request.result.close();
            resolve(notes);
          };
          count.onsuccess = () => end(count.result);
          count.onerror = () => end(-1);
          setTimeout(() => end(-1), 2_000);
        };
      }),
  );

interface Outcome extends ShownNotes {
  readonly survived: number;
  /** Whether our code has asked the browser to delete a database. */
  readonly deleted: boolean;
  /** Notes in the copy when all was done. */
  readonly copied: number;
}

/** Counts what the browser has left, then opens the notes in it; `first` runs before our code does. */
const openStore = async (place: NotesPlace, first = ''): Promise<Outcome> => {
  // A page of the same origin without our code.
  const browser = await openOwnBrowser(place.folder, `${place.origin}/reports/catalog.json`);
  const { page } = browser;
  try {
    const survived = await surviving(page);
    await page.addInitScript(() => {
      Reflect.set(IDBFactory.prototype, 'deleteDatabase', () => sessionStorage.setItem('deleted', '1'));
    });
    await page.addInitScript(first);
    await page.goto(await place.address());
    await ready(page);
    const copied = await copiedNotes(page);
    const deleted = await page.evaluate(() => sessionStorage.length > 0);
    return { ...(await shownNotes(page)), survived, deleted, copied };
  } finally {
    await browser.close();
  }
};

/** A notebook written in ten parts, and its store as it was before the last change and after it. */
const writeNotebook = async (place: NotesPlace, older: string, whole: string): Promise<ShownNotes> => {
  const browser = await place.openBrowser();
  for (let part = 0; part < 10; part += 1) await fillNotes(browser.page, NOTES / 10, part * (NOTES / 10));
  await browser.close();
  await cp(database(place), older, { recursive: true });
  const again = await place.openBrowser();
  await again.page.evaluate(async () => {
    const { notes } = window.notesPage;
    notes.getState().change(['n0', 'n1'], { body: { text: '改过' } });
    notes.getState().create([], { text: '后来的' });
    await window.notesPage.settled();
  });
  const shown = await shownNotes(again.page);
  await again.close();
  await cp(database(place), whole, { recursive: true });
  return shown;
};

/** Puts a store into the place of what the browser has. */
const putStore = async (place: NotesPlace, kept: string): Promise<void> => {
  await rm(database(place), { recursive: true, force: true });
  await rm(join(profile(place), 'Default', 'WebStorage'), { recursive: true, force: true });
  await cp(kept, database(place), { recursive: true });
};

describe('a damaged database of the browser (R7)', () => {
  const seeds = times(1, 5);
  // The short form takes a kind that loses notes, and one after which the browser never opens the store again.
  const kinds = Object.entries(DAMAGES).filter(([name]) => FULL || /^(log cut|bytes flipped)$/.test(name));
  const tries = (kinds.length + 1) * seeds;

  it(
    `${tries} times: every note is there, the reader is told of each loss, and the copy is made again`,
    { timeout: tries * 60_000 },
    async () => {
      const lost: string[] = [];
      const survivors: number[] = [];
      const folder = await temporaryFolder();
      const [older, whole] = [join(folder, 'older'), join(folder, 'whole')];
      const place = await openNotesPlace({ root, folder });
      const { notes: wanted } = await writeNotebook(place, older, whole);
      const count = Object.keys(wanted).length;
      const judge = (name: string, { notes, restored, copy, survived, deleted, copied }: Outcome): void => {
        lost.push(...lostNotes(wanted, notes).map((id) => `${name}: ${id}`));
        survivors.push(survived);
        expect([copy, deleted, copied], name).toEqual([null, false, count]);
        // What the browser lost is told to the note.
        expect(restored, name).toBeGreaterThanOrEqual(count - Math.max(0, survived));
      };
      for (const [name, damage] of kinds)
        for (let seed = 1; seed <= seeds; seed += 1) {
          await putStore(place, whole);
          await damage(await filesOf(place), (seed * 0.37) % 1);
          judge(name, await openStore(place));
          if (seed > 1) continue;
          // The browser may lose once more what it has written behind a damaged log; then there is peace, whether it
          // can open the old store again or not.
          let next = await openStore(place);
          if (next.restored > 0) next = await openStore(place);
          lost.push(...lostNotes(wanted, next.notes).map((id) => `${name}, next: ${id}`));
          expect([next.restored, next.copy, next.copied], name).toEqual([0, null, count]);
        }
      // A browser without buckets has no other place: it is said, and the notes are there all the same.
      await putStore(place, whole);
      await rm(named(await filesOf(place), /MANIFEST/));
      const bare = await openStore(place, 'delete Navigator.prototype.storageBuckets;');
      lost.push(...lostNotes(wanted, bare.notes).map((id) => `no other place: ${id}`));
      expect([bare.copy, bare.copied]).toEqual(['copy-damaged', -1]);
      for (let seed = 0; seed < seeds; seed += 1) {
        await putStore(place, older);
        const outcome = await openStore(place);
        judge('old copy', outcome);
        expect([outcome.survived, outcome.restored]).toEqual([NOTES, 3]);
      }
      await place.close();
      await removeFolder(folder);
      const some = survivors.filter((survived) => survived > 0 && survived < NOTES).length;
      const none = survivors.filter((survived) => survived <= 0).length;
      const more = `${count} notes each; the browser had lost some of them ${some} times and all ${none} times`;
      tell('R7', 'database damaged, or an old copy put in its place', tries, lost, more);
      expect(none).toBeGreaterThan(0);
    },
  );

  it('is told on the first screen of the reader', { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder();
    const place = await openNotesPlace({ root, folder });
    const browser = await place.openBrowser();
    await fillNotes(browser.page, 20);
    await browser.close();
    for (const file of rows(await filesOf(place))) await rm(file);
    await place.close();
    const reader = await openNotesPlace({
      root: join(BUILT_PAGES, '..', '..'),
      folder,
      port: place.port,
    });
    const again = await openOwnBrowser(folder, await reader.address());
    await again.page.getByText('从日志找回了 20 条批注').waitFor({ timeout: 30_000 });
    await again.close();
    await reader.close();
    await removeFolder(folder);
  });
});
