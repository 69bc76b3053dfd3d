import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServices } from '../../src/main/services/open-services';
import { faultSentence } from '../../src/shared/fault';
import { tell, times } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { runLoopbackProcess } from '../helpers/loopback-process';
import { openNotesPlace, ready, type NotesPlace } from '../helpers/notes-place';
import { openOwnBrowser } from '../helpers/own-browser';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';

const ROUNDS = times(1, 10);
const EDITS = times(30, 200);

let root: string;

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

/** Changes one note again and again, a pause now and then; the texts say by whom and which. */
const edit = (page: Page, id: string, writer: number): Promise<void> =>
  page.evaluate(
    async ([note = '', who = '', many = '']) => {
      const { notes } = window.notesPage;
      while (!notes.getState().byId.has(note)) await new Promise(requestAnimationFrame);
      for (let count = 0; count < Number(many); count += 1) {
        notes.getState().change([note], { body: { text: `${who}:${count}` } });
        if (count % 5 === 0) await window.notesPage.settled();
      }
      await window.notesPage.settled();
    },
    [id, String(writer), String(EDITS)],
  );

/** All versions of a note in a window that is opened now, and how many stand against each other. */
const lookAt = async (
  page: Page,
  id: string,
): Promise<{ readonly texts: ReadonlySet<string>; readonly open: number }> => {
  const { texts, open } = await page.evaluate((note) => {
    const found = window.notesPage.notes.getState().byId.get(note);
    return {
      texts: found?.record.versions.flatMap(({ annotation }) => annotation?.body.text ?? []) ?? [],
      open: found?.conflicts.length ?? 0,
    };
  }, id);
  return { texts: new Set(texts), open };
};

/** Two tabs and another browser on one note; answers the edits that are gone, and how many versions are open. */
const editTogether = async (
  place: NotesPlace,
  elsewhere: string,
): Promise<{ readonly lost: readonly string[]; readonly open: number }> => {
  const first = await place.openBrowser();
  const second = await first.page.context().newPage();
  await second.goto(await place.address());
  const other = await openOwnBrowser(elsewhere, await place.address());
  await Promise.all([second, other.page].map(ready));
  const id = await first.page.evaluate(async () => {
    const made = window.notesPage.notes.getState().create([], { text: '起' });
    await window.notesPage.settled();
    return made;
  });
  // A browser of its own hears nothing of the others until it writes or starts again.
  await other.page.reload();
  await ready(other.page);
  await Promise.all([first.page, second, other.page].map((page, writer) => edit(page, id, writer)));
  await first.kill();
  await other.kill();
  const again = await place.openBrowser();
  const { texts, open } = await lookAt(again.page, id);
  await again.kill();
  const lost = [0, 1, 2].flatMap((writer) =>
    Array.from({ length: EDITS }, (_, count) => `${writer}:${count}`).filter((text) => !texts.has(text)),
  );
  return { lost, open };
};

describe('two tabs and another browser on one note (R11)', () => {
  it(`${EDITS} edits each, ${ROUNDS} times: every text is kept`, { timeout: ROUNDS * 120_000 }, async () => {
    const lost: string[] = [];
    let conflicts = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = await temporaryFolder();
      const place = await openNotesPlace({ root, folder });
      const outcome = await editTogether(place, join(folder, 'another')).finally(() => place.close());
      lost.push(...outcome.lost);
      if (outcome.open > 0) conflicts += 1;
      await removeFolder(folder);
    }
    const more = `${conflicts} of ${ROUNDS} notes ended with versions to choose from`;
    tell('R11', 'edits of two tabs and another browser on one note', ROUNDS * 3 * EDITS, lost, more);
  });
});

describe('two hosts on one folder (R11)', () => {
  it('one of them serves, the other says so and writes nothing', async () => {
    const tries = times(2, 10);
    const lost: string[] = [];
    for (let round = 0; round < tries; round += 1) {
      const folder = await temporaryFolder();
      const pages = join(root, 'out', 'renderer');
      const hosts = await Promise.all(
        [await freePort(), await freePort()].map((port) => runLoopbackProcess(folder, port, pages)),
      );
      const served = hosts.filter(({ started }) => started.ok && !started.value.already);
      const refused = hosts.flatMap(({ started }) => (started.ok ? [] : [faultSentence(started.fault)]));
      for (const sentence of refused) expect(sentence).toMatch(/对读已经打开/);
      if (served.length !== 1) lost.push(`${served.length} hosts`);
      const third = await openServices(folder, pages);
      expect(third.ok ? '' : faultSentence(third.fault)).toMatch(
        /^批注文件夹（.+）：对读已经打开，批注只能由一个对读写入。/,
      );
      for (const host of hosts) await host.stop();
      await removeFolder(folder);
    }
    tell('R11', 'two hosts started at once', tries, lost);
  });
});
