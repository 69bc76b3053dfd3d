import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultSentence } from '../../src/shared/fault';
import { tell, times } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import {
  copiedNotes,
  fillNotes,
  lostNotes,
  openNotesPlace,
  ready,
  shownNotes,
  type NotesPlace,
} from '../helpers/notes-place';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';
import { rawRequest, sendRaw } from '../helpers/raw-http';

const NOTES = 50;

let root: string;
let folder: string;

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

const clear = async (page: Parameters<typeof ready>[0], place: NotesPlace, what: string): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: place.origin, storageTypes: what });
  await devtools.detach();
};

describe('storage cleared, evicted or at another address (R12)', () => {
  const tries = times(1, 10);
  const clearings = times(2, 10);

  it(
    `cleared ${clearings} times: the notes come back from the host`,
    { timeout: clearings * 30_000 },
    async () => {
      const lost: string[] = [];
      const place = await openNotesPlace({ root, folder });
      const browser = await place.openBrowser();
      const { page } = browser;
      await fillNotes(page, NOTES);
      const { notes } = await shownNotes(page);
      for (let round = 0; round < clearings; round += 1) {
        await page.goto('about:blank');
        await clear(page, place, round % 2 ? 'indexeddb' : 'all');
        // Permission goes with all of the storage: a new address of the same host brings it back.
        await page.goto(round % 2 ? `${place.origin}/` : await place.address());
        await ready(page);
        const there = await shownNotes(page);
        lost.push(...lostNotes(notes, there.notes));
        expect([there.restored, await copiedNotes(page)]).toEqual([NOTES, NOTES]);
      }
      await browser.kill();
      await place.close();
      tell('R12', 'storage cleared', clearings, lost);
    },
  );

  it(
    `evicted ${tries} times under an open window: the copy is made anew`,
    { timeout: tries * 30_000 },
    async () => {
      const lost: string[] = [];
      const place = await openNotesPlace({ root, folder });
      const browser = await place.openBrowser();
      const { page } = browser;
      await fillNotes(page, NOTES);
      for (let round = 0; round < tries; round += 1) {
        await clear(page, place, 'indexeddb');
        await page.evaluate(async (text) => {
          window.notesPage.notes.getState().create([], { text });
          await window.notesPage.settled();
        }, `之后 ${round}`);
        const { notes } = await shownNotes(page);
        expect(Object.keys(notes)).toHaveLength(NOTES + round + 1);
        // A window that has lost its copy three times goes on without it; the next start makes it again.
        await page.goto(`${place.origin}/`);
        await ready(page);
        lost.push(...lostNotes(notes, (await shownNotes(page)).notes));
        expect(await copiedNotes(page)).toBe(NOTES + round + 1);
      }
      await browser.kill();
      await place.close();
      tell('R12', 'storage evicted under an open window', tries, lost);
    },
  );

  it(
    `another port ${tries} times: an empty database is filled from the host`,
    { timeout: tries * 30_000 },
    async () => {
      const lost: string[] = [];
      let place = await openNotesPlace({ root, folder });
      let browser = await place.openBrowser();
      await fillNotes(browser.page, NOTES);
      const { notes } = await shownNotes(browser.page);
      for (let round = 0; round < tries; round += 1) {
        await browser.close();
        await place.close();
        place = await openNotesPlace({ root, folder });
        browser = await place.openBrowser();
        const there = await shownNotes(browser.page);
        lost.push(...lostNotes(notes, there.notes));
        expect([there.restored, await copiedNotes(browser.page)]).toEqual([NOTES, NOTES]);
        // Under another name of this machine there is no second, empty notebook but none at all.
        for (const name of ['localhost', '0.0.0.0', '[::1]']) {
          const forged = rawRequest('GET', '/', [['Host', `${name}:${place.port}`]]);
          expect((await sendRaw(place.port, forged)).status).toBe(421);
        }
      }
      await browser.kill();
      await place.close();
      tell('R12', 'another port, another name', tries, lost);
    },
  );
});

/** Another program that holds a port. */
const hold = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((_request, response) => response.end('another program'));
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

describe('a port that another program holds (R12)', () => {
  it('is named, never another one is taken, and the notes are there once it is free', async () => {
    const tries = times(2, 10);
    const lost: string[] = [];
    for (let round = 0; round < tries; round += 1) {
      const port = await freePort();
      const other = await hold(port);
      expect((other.address() as AddressInfo).port).toBe(port);
      const refused = await openNotesPlace({ root, folder, port });
      const { started } = refused.host();
      expect(started.ok ? '' : started.fault.code).toBe('port-taken');
      expect(started.ok ? '' : faultSentence(started.fault)).toMatch(
        new RegExp(`^端口 ${port}：端口被别的程序占用.+不换端口`),
      );
      // It has ended by itself: nothing of it listens anywhere.
      const { child } = refused.host();
      if (child.exitCode === null) await once(child, 'exit');
      expect(child.exitCode).toBe(1);
      await new Promise((resolve) => other.close(resolve));
      const place = await openNotesPlace({ root, folder, port });
      if (!place.host().started.ok) lost.push(String(port));
      await place.close();
    }
    tell('R12', 'port held by another program', tries, lost);
  });
});
