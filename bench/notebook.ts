/**
 * `npm run bench:notebook`: ten thousand notes in the built reader, in a real browser: the longest task of the page
 * while they are imported, listed, narrowed, searched and changed all at once.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from '../scripts/build.mjs';
import { toJsonLd } from '../src/shared/exchange';
import { manyNotes } from '../tests/helpers/many-notes';
import { openReader } from '../tests/helpers/reader';
import { longestTask } from './trace';

const NOTES = 10_000;

/** Milliseconds on the processor no task may take while notes are listed, narrowed and searched. */
const LISTING = 50;

/** The same for one click that changes all of them. */
const ALL_AT_ONCE = 200;

const results: boolean[] = [];

/** Runs a step and tells its longest task, as time on the processor. */
async function step(name: string, limit: number, act: () => Promise<void>): Promise<void> {
  const start = performance.now();
  let total = 0;
  const longest = await longestTask(page, async () => {
    await act();
    total = performance.now() - start;
    // What follows the step, such as the copy in the browser's database, counts too.
    await page.waitForTimeout(1_000);
  });
  results.push(longest <= limit);
  const verdict = longest <= limit ? 'holds' : 'FAILS';
  console.log(
    `${verdict}  ${name}: ${total.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms, at most ${limit}`,
  );
}

if (!buildIfStale()) process.exit(1);
const reader = await openReader('loopback');
const { page } = reader;
await page.locator('.cover[data-report]').first().waitFor();
const rail = (view: string) => page.locator('.rail-item', { hasText: view }).first().click();
const count = (words: RegExp) => page.getByRole('list', { name: words }).waitFor();

await rail('笔记');
const chooser = page.waitForEvent('filechooser');
await page.getByRole('button', { name: '导入…' }).click();
// From the disk: bytes handed over by the driver are unpacked by a task of the page.
const file = join(reader.folder, 'many.jsonld');
await writeFile(file, toJsonLd(manyNotes(NOTES)));
const accept = page.getByRole('button', { name: `导入 ${NOTES} 条` });
await step('preview of an import', LISTING, async () => {
  await (await chooser).setFiles(file);
  await accept.waitFor({ timeout: 120_000 });
});
await step('import', ALL_AT_ONCE, async () => {
  await accept.click();
  await page.locator('.saved', { hasText: /已保存 \d/ }).waitFor({ timeout: 120_000 });
  await count(/^批注 10000 条/);
});
await rail('书架');
await step('opening 笔记本', LISTING, async () => {
  await rail('笔记');
  await count(/^批注 10000 条/);
});
const field = page.getByRole('searchbox', { name: '在批注和引文里找' });
await step('search', LISTING, async () => {
  await field.pressSequentially('港口货物', { delay: 60 });
  await page.getByRole('list', { name: /^批注 (?!10000)/ }).waitFor();
});
await step('search again', LISTING, async () => {
  await field.fill('');
  await count(/^批注 10000 条/);
});
await step('colour', LISTING, async () => {
  await page.getByRole('navigation', { name: '筛选' }).getByRole('button', { name: '石青' }).click();
  await count(/^批注 2500 条/);
});
await step('sort', LISTING, async () => {
  await page.getByRole('combobox', { name: '排序' }).selectOption('report');
  await page.locator('.note-row').first().waitFor();
});
const bulk = page.getByRole('toolbar', { name: '选中的批注' });
const saved = page.locator('.saved', { hasText: /已保存 \d/ });
await page.getByRole('navigation', { name: '筛选' }).getByRole('button', { name: '石青' }).click();
await count(/^批注 10000 条/);
await page.locator('.note-pick').first().check();
await step('choosing all', ALL_AT_ONCE, async () => {
  await bulk.getByRole('button', { name: '全选' }).click();
  await bulk.getByText(`已选 ${NOTES} 条`).waitFor();
});
await step('a colour for all', ALL_AT_ONCE, async () => {
  await bulk.getByRole('button', { name: '胭脂' }).click();
  await page.locator('.saved', { hasText: '正在保存' }).waitFor();
  await saved.waitFor({ timeout: 60_000 });
});
await step('all to the 回收站', ALL_AT_ONCE, async () => {
  await bulk.getByRole('button', { name: '移到回收站' }).click();
  await page.locator('.saved', { hasText: '正在保存' }).waitFor();
  await saved.waitFor({ timeout: 60_000 });
});
await step('undo', ALL_AT_ONCE, async () => {
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await count(/^批注 10000 条/);
  await saved.waitFor({ timeout: 60_000 });
});
await reader.close();
if (!results.every(Boolean)) process.exitCode = 1;
