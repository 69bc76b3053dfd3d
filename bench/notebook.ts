/**
 * Ten thousand notes in the built reader, in a real browser: the longest task of the page while they are imported,
 * listed, narrowed and searched. Run with `npm run bench:notebook` after `npm run build`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { toJsonLd } from '../src/shared/exchange';
import { manyNotes } from '../tests/helpers/many-notes';
import { openReader } from '../tests/helpers/reader';

const NOTES = 10_000;

/** Milliseconds no task may reach while notes are narrowed and searched. */
const LONGEST = 50;

/** As text: the page's policy has no evaluation of code, and the debugger takes it as it is. */
const WATCH = `(() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask' });
})()`;

/** The longest task of a step; 0 where none took 50 ms, which is where the browser begins to tell. */
async function longest(page: Page, name: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate('window.longest = 0');
  const start = performance.now();
  await act();
  const total = performance.now() - start;
  await page.waitForTimeout(300);
  const task = Number(await page.evaluate('window.longest'));
  console.log({ step: name, milliseconds: total.toFixed(0), 'longest task': task.toFixed(0) });
  return task;
}

const reader = await openReader('loopback');
const { page } = reader;
await page.locator('.cover[data-report]').first().waitFor();
await page.evaluate(WATCH);
const rail = (view: string) => page.locator('.rail-item', { hasText: view }).first().click();
const count = (words: RegExp) => page.getByRole('list', { name: words }).waitFor();

await rail('笔记');
const chooser = page.waitForEvent('filechooser');
await page.getByRole('button', { name: '导入…' }).click();
// From the disk: bytes handed over by the driver are unpacked by a task of the page.
const file = join(reader.folder, 'many.jsonld');
await writeFile(file, toJsonLd(manyNotes(NOTES)));
const accept = page.getByRole('button', { name: `导入 ${NOTES} 条` });
await longest(page, 'preview of an import', async () => {
  await (await chooser).setFiles(file);
  await accept.waitFor({ timeout: 120_000 });
});
await longest(page, 'import', async () => {
  await accept.click();
  await page.locator('.saved', { hasText: /已保存 \d/ }).waitFor({ timeout: 120_000 });
  await count(/^批注 10000 条/);
});
await rail('书架');
await longest(page, 'opening 笔记本', async () => {
  await rail('笔记');
  await count(/^批注 10000 条/);
});
const field = page.getByRole('searchbox', { name: '在批注和引文里找' });
const tasks = [
  await longest(page, 'search', async () => {
    await field.pressSequentially('港口货物', { delay: 60 });
    await page.getByRole('list', { name: /^批注 (?!10000)/ }).waitFor();
  }),
  await longest(page, 'search again', async () => {
    await field.fill('');
    await count(/^批注 10000 条/);
  }),
  await longest(page, 'colour', async () => {
    await page.getByRole('navigation', { name: '筛选' }).getByRole('button', { name: '石青' }).click();
    await count(/^批注 2500 条/);
  }),
];
await longest(page, 'sort', async () => {
  await page.getByRole('combobox', { name: '排序' }).selectOption('report');
  await page.locator('.note-row').first().waitFor();
});
await reader.close();
if (Math.max(...tasks) > LONGEST) process.exitCode = 1;
