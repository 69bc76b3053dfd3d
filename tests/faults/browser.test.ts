import fc from 'fast-check';
import { readFile, readdir, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {} from '../fixtures/notes-page/main';
import { tell, times } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { runLoopbackProcess, type LoopbackProcess } from '../helpers/loopback-process';
import { openOwnBrowser, type OwnBrowser } from '../helpers/own-browser';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';

let root: string;
let folder: string;
let port: number;
let host: LoopbackProcess;

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

beforeEach(async () => {
  [folder, port] = [await temporaryFolder(), await freePort()];
  await startHost();
});

afterEach(async () => {
  await host.stop();
  await removeFolder(folder);
});

const startHost = async (): Promise<void> => {
  host = await runLoopbackProcess(folder, port, join(root, 'out', 'renderer'));
};

const address = (): string => (host.started.ok ? host.started.value.address : '');

/** A new address of the running host, as a second `npm start` gives it. */
const nextAddress = async (): Promise<string> => {
  const again = await runLoopbackProcess(folder, port, join(root, 'out', 'renderer'));
  if (!again.started.ok || !again.started.value.already) throw new Error('The host was not there.');
  await again.stop();
  return again.started.value.address;
};

/** Each window comes with a ticket: a killed browser may not have kept its permission yet. */
const openPage = async (first: boolean): Promise<OwnBrowser> => {
  const browser = await openOwnBrowser(folder, first ? address() : await nextAddress());
  await browser.page.getByText('ready').waitFor({ timeout: 30_000 });
  return browser;
};

const texts = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.notesPage.texts());

const state = (page: Page): Promise<{ restored: number; copy: string | null; notes: number }> =>
  page.evaluate(() => {
    const { restored, copyFault, notes } = window.notesPage.notes.getState();
    return { restored, copy: copyFault?.code ?? null, notes: notes.length };
  });

/** Notes made in one go. */
const fill = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (many) => {
    const { notes } = window.notesPage;
    const time = new Date().toISOString();
    notes.getState().add(
      Array.from({ length: many }, (_, i) => ({
        id: `n${i}`,
        body: { text: `第${i}条`, tags: [], colour: '藤黄' as const, underline: false },
        targets: [],
        created: time,
        modified: time,
      })),
    );
    while (notes.getState().saving.state !== 'saved') await new Promise(requestAnimationFrame);
  }, count);

describe('a browser killed while notes are written (R1)', () => {
  const tries = times(8, 300);

  it(`${tries} times: nothing acknowledged is lost`, { timeout: tries * 15_000 }, async () => {
    const acknowledged = new Set<string>();
    const moments = fc.sample(fc.integer({ min: 300, max: 1_200 }), { seed: 1, numRuns: tries });
    let slowest = 0;
    for (const [life, moment] of moments.entries()) {
      const since = Date.now();
      const browser = await openPage(life === 0);
      slowest = Math.max(slowest, Date.now() - since);
      await browser.page.exposeFunction('acknowledge', (text: string) => void acknowledged.add(text));
      for (let writer = 0; writer < 4; writer += 1)
        void browser.page
          .evaluate((name) => window.notesPage.write(name), `${life}-${writer}`)
          .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await browser.kill();
    }
    const after = await openPage(false);
    const there = new Set(await texts(after.page));
    await after.kill();
    const lost = [...acknowledged].filter((text) => !there.has(text));
    const more = `${acknowledged.size} acknowledged; slowest start of browser and notes ${slowest} ms`;
    tell('R1', 'browser killed with 4 writers', tries, lost, more);
    expect(acknowledged.size).toBeGreaterThan(tries);
  });
});

/** Files of Chromium's database of this page. */
const storeFiles = async (): Promise<readonly string[]> => {
  const base = join(folder, 'browser', 'Default', 'IndexedDB', `http_127.0.0.1_${port}.indexeddb.leveldb`);
  const names = await readdir(base);
  return names.filter((name) => /\.(log|ldb)$|^MANIFEST/.test(name)).map((name) => join(base, name));
};

/** Ways in which a database folder is found damaged. */
const STORE_DAMAGES: Readonly<Record<string, (paths: readonly string[], share: number) => Promise<unknown>>> =
  {
    'log cut': async (paths, share) => {
      const log = paths.find((path) => path.endsWith('.log')) ?? '';
      await truncate(log, Math.floor((await readFile(log)).length * share));
    },
    'log emptied': (paths) => writeFile(paths.find((path) => path.endsWith('.log')) ?? '', ''),
    'bytes flipped': async (paths, share) => {
      for (const path of paths) {
        const bytes = await readFile(path);
        for (let i = 0; i < 40; i += 1) {
          const at = Math.floor(((share * 7_919 + i / 40) % 1) * bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
        }
        await writeFile(path, bytes);
      }
    },
    'manifest gone': (paths) => {
      const manifest = paths.find((path) => path.includes('MANIFEST')) ?? '';
      return rename(manifest, `${manifest}.gone`);
    },
    'zeroed tail': async (paths, share) => {
      for (const path of paths.filter((each) => !each.includes('MANIFEST'))) {
        const bytes = await readFile(path);
        bytes.fill(0, Math.floor(bytes.length * share));
        await writeFile(path, bytes);
      }
    },
    'foreign file': async (paths) => {
      for (const path of paths.filter((each) => !each.includes('MANIFEST')))
        await writeFile(path, '这不是数据库'.repeat(50));
    },
  };

describe('a damaged database of the browser (R7)', () => {
  const NOTES = 300;
  const seeds = times(1, 5);
  const tries = Object.keys(STORE_DAMAGES).length * seeds;

  it(`${tries} times: every note is there`, { timeout: tries * 30_000 }, async () => {
    const lost: string[] = [];
    let told = 0;
    const browser = await openPage(true);
    await fill(browser.page, NOTES);
    await browser.close();
    for (const [name, damage] of Object.entries(STORE_DAMAGES))
      for (let seed = 1; seed <= seeds; seed += 1) {
        await damage(await storeFiles(), (seed * 0.37) % 1);
        const after = await openPage(false);
        const { notes, restored, copy } = await state(after.page);
        if (notes !== NOTES) lost.push(`${name}: ${notes}`);
        if (restored > 0 || copy !== null) told += 1;
        await after.close();
      }
    tell('R7', 'database damaged', tries, lost, `${NOTES} notes each; the reader was told in ${told}`);
    expect(told).toBeGreaterThan(tries / 3);
  });
});

describe('storage cleared or at another address (R12)', () => {
  const tries = times(2, 10);

  it(`${tries} times: the notes come back from the host`, { timeout: tries * 30_000 }, async () => {
    const lost: string[] = [];
    const browser = await openPage(true);
    await fill(browser.page, 50);
    for (let round = 0; round < tries; round += 1) {
      const { page } = browser;
      const devtools = await page.context().newCDPSession(page);
      await page.goto('about:blank');
      await devtools.send('Storage.clearDataForOrigin', {
        origin: `http://127.0.0.1:${port}`,
        storageTypes: round % 2 ? 'indexeddb' : 'all',
      });
      if (round % 2 === 0) {
        // Permission went with the storage: a new address of the same host brings it back.
        await host.stop();
        await startHost();
      }
      await page.goto(round % 2 ? `http://127.0.0.1:${port}/` : address());
      await page.getByText('ready').waitFor({ timeout: 30_000 });
      const { notes, restored } = await state(page);
      if (notes !== 50 || restored !== 50) lost.push(`${notes} there, ${restored} told`);
    }
    await browser.kill();
    tell('R12', 'storage cleared', tries, lost);
  });
});
