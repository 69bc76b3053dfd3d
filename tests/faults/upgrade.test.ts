import fc from 'fast-check';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyEntries, type NoteRecord } from '../../src/shared/anchor';
import type { JournalEntry } from '../../src/shared/host';
import { closeNotes, openNotes, tell, times, valueOf } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { draft } from '../helpers/journal-drafts';
import { openNotesPlace, ready, shownNotes, type NotesPlace } from '../helpers/notes-place';
import { openOwnBrowser, type OwnBrowser } from '../helpers/own-browser';
import { removeFolder, temporaryFolder } from '../helpers/places';

const NOTES = 2_000;

/** Dexie counts in tens: the form of 0.1, this program's, and one of a program to come. */
const [OLD, OWN, COMING] = [10, 20, 30];

let root: string;
let folder: string;
let place: NotesPlace;

/** Notes as the journal of a data folder gives them, and their rows in the copy. */
const writeJournal = async (): Promise<{
  readonly entries: readonly JournalEntry[];
  readonly notes: readonly NoteRecord[];
}> => {
  const keeping = await openNotes(folder);
  const body = { tags: [], colour: '藤黄', underline: false };
  const time = '2026-11-20T10:00:00.000Z';
  const drafts = Array.from({ length: NOTES }, (_, i) => {
    const annotation = {
      id: `n${i}`,
      body: { ...body, text: `第${i}条` },
      targets: [],
      created: time,
      modified: time,
    };
    return draft({ v: 1, annotation, resolves: [] }, { noteId: `n${i}` });
  });
  const entries = valueOf(await keeping.journal.append(drafts));
  await closeNotes(keeping);
  return { entries, notes: [...applyEntries(new Map(), entries).values()] };
};

/** A browser on a page of the notes' origin without our code. */
const openPlain = (): Promise<OwnBrowser> => openOwnBrowser(folder, `${place.origin}/reports/catalog.json`);

/** Makes the copy in the form of 0.1, by the browser itself. */
const makeCopy = (page: Page, kept: Readonly<Record<string, readonly unknown[]>>): Promise<void> =>
  page.evaluate(
    ([version, all]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('duidu', version);
        request.onerror = () => reject(new Error('open'));
        request.onupgradeneeded = () => {
          const { result: copy, transaction } = request;
          copy.createObjectStore('notes', { keyPath: 'id' });
          const entries = copy.createObjectStore('entries', { keyPath: 'seq' });
          entries.createIndex('id', 'id', { unique: true });
          entries.createIndex('noteId', 'noteId');
          copy.createObjectStore('positions', { keyPath: 'report' });
          copy.createObjectStore('heads', { keyPath: 'id' });
          copy.createObjectStore('index', { keyPath: ['report', 'version', 'sha256'] });
          for (const [store, some] of Object.entries(all))
            for (const row of some) transaction?.objectStore(store).put(row);
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    [OLD, kept] as const,
  );

/** Version of the copy, notes and entries in it, and whether the store of the new version is there; by the browser itself. */
const standing = (page: Page): Promise<readonly [version: number, notes: number, entries: number, boolean]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('duidu');
        request.onerror = () => reject(new Error('open'));
        request.onsuccess = () => {
          const { result: copy } = request;
          const reading = copy.transaction(['notes', 'entries']);
          const notes = reading.objectStore('notes').count();
          const entries = reading.objectStore('entries').count();
          reading.oncomplete = () => {
            copy.close();
            resolve([copy.version, notes.result, entries.result, copy.objectStoreNames.contains('search')]);
          };
        };
      }),
  );

const database = (): string =>
  join(folder, 'browser', 'Default', 'IndexedDB', `http_127.0.0.1_${place.port}.indexeddb.leveldb`);

/** Puts a copy that was kept into the place of this one. */
const putCopy = async (kept: string): Promise<void> => {
  await rm(database(), { recursive: true, force: true });
  await cp(kept, database(), { recursive: true });
};

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

let rows: Readonly<Record<string, readonly unknown[]>>;

beforeEach(async () => {
  folder = await temporaryFolder();
  const { entries, notes } = await writeJournal();
  rows = { entries, notes, heads: [{ id: 'copy', notes: notes.length }] };
  place = await openNotesPlace({ root, folder });
});

afterEach(async () => {
  await place.close();
  await removeFolder(folder);
});

/** All notes are there, and nothing had to be brought back; `copy` is the code of its fault. */
const expectNotes = async (page: Page, copy: string | null): Promise<void> => {
  const shown = await shownNotes(page);
  expect([Object.keys(shown.notes).length, shown.copy, shown.restored]).toEqual([NOTES, copy, 0]);
};

/** What makes the step fail that brings the copy over. */
const FAILURES = [
  `IDBDatabase.prototype.createObjectStore = () => { throw new Error('injected'); };`,
  `const make = IDBDatabase.prototype.createObjectStore;
   IDBDatabase.prototype.createObjectStore = function (...args) {
     const store = make.apply(this, args);
     store.transaction.abort();
     return store;
   };`,
];

describe('the copy of an older version is brought over (R10)', () => {
  const tries = times(1, 100);

  it(`killed ${tries} times meanwhile: wholly or not at all`, { timeout: tries * 30_000 }, async () => {
    const kept = join(folder, 'kept');
    const first = await openPlain();
    await makeCopy(first.page, rows);
    await first.kill();
    await cp(database(), kept, { recursive: true });
    const moments = fc.sample(fc.noBias(fc.integer({ min: -40, max: 25 })), { seed: 10, numRuns: tries });
    const lost: string[] = [];
    let brought = 0;
    for (const moment of moments) {
      await putCopy(kept);
      const browser = await openPlain();
      const { page } = browser;
      let tellUpgrade = (): void => undefined;
      const upgrade = new Promise<void>((resolve) => (tellUpgrade = resolve));
      // Before it where the moment is negative: the upgrade is then held back by so much.
      await page.exposeFunction('upgrading', () => tellUpgrade());
      await page.addInitScript(`
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...args) {
          const request = open.apply(this, args);
          request.addEventListener('upgradeneeded', () => {
            upgrading();
            for (const until = performance.now() + ${Math.max(0, -moment)}; performance.now() < until; );
          });
          return request;
        };
      `);
      void page.goto(await place.address()).catch(() => undefined);
      await upgrade;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment)));
      await browser.kill();
      const again = await openPlain();
      const [version, notes, entries, isNew] = await standing(again.page);
      if (notes !== NOTES || entries !== NOTES || isNew !== (version === OWN))
        lost.push(`${moment}: version ${version}, ${notes} notes, ${entries} entries`);
      expect([OLD, OWN]).toContain(version);
      if (version === OWN) brought += 1;
      await again.page.goto(await place.address());
      await ready(again.page);
      await expectNotes(again.page, null);
      await again.kill();
    }
    tell(
      'R10',
      'browser killed while its copy is brought over',
      tries,
      lost,
      `${brought} had come to the end`,
    );
  });

  it('in the way of it: a step that fails, a window that hangs (R11), a newer program', async () => {
    const browser = await openPlain();
    const context = browser.page.context();
    await makeCopy(browser.page, rows);
    for (const failure of FAILURES) {
      const page = await context.newPage();
      await page.addInitScript(failure);
      await page.goto(await place.address());
      await ready(page);
      await expectNotes(page, 'copy-failed');
      await page.close();
      expect(await standing(browser.page)).toEqual([OLD, NOTES, NOTES, false]);
    }
    tell('R10', 'a step of bringing the copy over fails', FAILURES.length, 0);

    // Held open for good, as a window does that hangs.
    await browser.page.evaluate(
      () => new Promise<void>((resolve) => (indexedDB.open('duidu').onsuccess = () => resolve())),
    );
    const page = await context.newPage();
    await page.goto(await place.address());
    await ready(page);
    await expectNotes(page, 'copy-blocked');
    expect(await page.evaluate(() => window.notesPage.opening)).toBeLessThan(3_000);
    tell('R11', 'an old window holds the copy', 1, 0);

    await browser.page.goto('about:blank');
    await page.goto(`${place.origin}/`);
    await ready(page);
    await expectNotes(page, null);
    await page.goto(`${place.origin}/reports/catalog.json`);
    await page.evaluate(
      (version) =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('duidu', version);
          request.onupgradeneeded = () => void request.result.createObjectStore('of a version to come');
          request.onsuccess = () => resolve(request.result.close());
        }),
      COMING,
    );
    await page.goto(`${place.origin}/`);
    await ready(page);
    await expectNotes(page, null);
    await page.goto(`${place.origin}/reports/catalog.json`);
    expect(await standing(page)).toEqual([COMING, NOTES, NOTES, true]);
    await browser.kill();
    tell('R10', 'older program on a newer copy', 1, 0);
  });
});
