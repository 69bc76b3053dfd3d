import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inventedReport } from '../../helpers/invented-report';
import { poll } from '../../helpers/page-model';
import { removeFolder, temporaryFolder } from '../../helpers/places';
import { startStandIn } from '../../helpers/reader';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await removeFolder(folder);
});

it('a report opened with the program comes to the import: first, by a second start, and from the Finder', async () => {
  const report = async (place: string): Promise<string> => {
    const path = join(folder, `${place}.txt`);
    await writeFile(path, inventedReport(place, 2026));
    return path;
  };
  const [first, second, third] = [await report('云岚县'), await report('柳浦县'), await report('沙棠县')];
  const argv = process.argv;
  process.argv = [...argv.slice(0, 2), '--flag', first, join(folder, '没有.txt')];
  const standIn = await startStandIn(join(folder, 'data'));
  process.argv = argv;
  const [opened] = standIn.openWindows();
  const page = opened?.webContents.page;
  if (!page) throw new Error('No window opened.');
  const ready = page.locator('[data-view="import"]').locator('.import-counts');
  await poll(() => ready.textContent()).toContain('已认出 1');
  standIn.app.emit('second-instance', {}, [], folder, { files: [second] });
  await poll(() => ready.textContent()).toContain('已认出 2');
  const event = new standIn.StandInEvent();
  standIn.app.emit('open-file', event, third);
  expect(event.defaultPrevented).toBe(true);
  await poll(() => ready.textContent()).toContain('已认出 3');
  await page.getByRole('button', { name: '入架 3 篇' }).click();
  await page.getByRole('button', { name: '去书架' }).click();
  await poll(() => page.locator('.cover-name').allTextContents()).toEqual(
    expect.arrayContaining(['云岚县 2026', '柳浦县 2026', '沙棠县 2026']),
  );
  // One that has gone meanwhile is told of.
  standIn.app.emit('second-instance', {}, [], folder, { files: [join(folder, '已经删掉.txt')] });
  await page.getByText('已经删掉.txt').waitFor();
  await opened.close();
  await standIn.app.ended();
});
