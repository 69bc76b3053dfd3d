/**
 * Long tasks of the page in each view at a large shelf: `npm run build && npx tsx bench/library/longtasks.ts [size]`.
 * Each view is opened twice; tasks are told with the time since the click, in milliseconds.
 */
import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openLibrary } from '../../src/main/services/library';
import { launchProfile } from '../../tests/helpers/browser';
import { valueOf } from '../../tests/helpers/faults';
import { runLoopbackProcess } from '../../tests/helpers/loopback-process';
import { madeReport, shelve } from '../../tests/helpers/own-reports';
import { BUILT_PAGES, freePort, removeFolder, temporaryFolder } from '../../tests/helpers/places';
import { generateReports } from './generate';

const SEED = 20_251;
/** A view is looked at for this long, milliseconds. */
const LOOKED_AT = 6_000;
/** A task that is longer holds the page up, milliseconds. */
const LONG = 50;

const stock = async (folder: string, size: number): Promise<void> => {
  const library = valueOf(await openLibrary(folder, nodeFs, null));
  let number = 0;
  for (const { name, text } of generateReports(size, SEED)) {
    const [place = '', year = ''] = name.replace('.txt', '').split('_');
    const bytes = Buffer.from(text, 'utf8');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const part = { place, year: Number(year), text: hash, original: null, characters: text.length };
    const { report } = madeReport((number += 1), part);
    valueOf(await shelve(library, { report, bytes: [bytes] }));
  }
  await library.close();
};

/** Clicks, waits, and gives the long tasks since, as `start+length`. */
const tasksAfter = async (page: Page, click: () => Promise<void>): Promise<string> => {
  await page.evaluate('window.tasks = []; window.since = performance.now(); null');
  await click();
  await page.waitForTimeout(LOOKED_AT);
  const tasks = await page.evaluate<readonly (readonly [number, number])[]>('window.tasks');
  return (
    tasks.map(([start, length]) => `${start.toFixed(0)}+${length.toFixed(0)}`).join(' ') ||
    `无 ${String(LONG)} ms 以上`
  );
};

const VIEWS = ['指标', '目标', '提法', '对读', '打印', '书架'] as const;

const size = Number(process.argv[2] ?? 3000);
const folder = await temporaryFolder();
try {
  await stock(folder, size);
  const host = await runLoopbackProcess(folder, await freePort(), BUILT_PAGES);
  if (!host.started.ok) throw new Error(host.started.fault.reason);
  const context = await launchProfile(folder);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(host.started.value.address);
    await page.locator('.shelf-scroller li[data-place], .cover').first().waitFor({ timeout: 60_000 });
    await page.getByText('已保存').waitFor();
    await page.waitForTimeout(LOOKED_AT);
    await page.evaluate(`new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries())
      window.tasks?.push([startTime - window.since, duration]); }).observe({ type: 'longtask' }), null`);
    for (let round = 1; round <= 2; round += 1)
      for (const view of VIEWS)
        console.log(
          `${String(size)} 篇 第 ${String(round)} 次 ${view}：`,
          await tasksAfter(page, () => page.locator('.rail-item', { hasText: view }).click()),
        );
  } finally {
    await context.close();
    await host.stop();
  }
} finally {
  await removeFolder(folder);
}
