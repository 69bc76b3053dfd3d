/**
 * How each view opens: milliseconds from the click to the first frame with its content, and the long tasks
 * (over 50 ms on the main thread) until half a second after it. `npm run build && npm run bench:views [word]`;
 * medians of five rounds, each the page loaded anew.
 */
import { runLoopbackProcess } from '../../tests/helpers/loopback-process';
import { BUILT_PAGES, freePort, removeFolder, temporaryFolder } from '../../tests/helpers/places';
import { launchProfile } from '../../tests/helpers/browser';
import { median } from '../startup/measure';
import type { Page } from 'playwright-core';

interface Scene {
  readonly name: string;
  /** CSS of what is clicked, in order; the last click is the one that is timed. */
  readonly clicks: readonly string[];
  /** CSS of what then stands there. */
  readonly shows: string;
}

const rail = (label: string): string => `.rail-item:has-text("${label}")`;

const SCENES: readonly Scene[] = [
  { name: '阅读', clicks: ['.cover[data-report="chuanhui-2024"]'], shows: '.text .paragraph' },
  { name: '对读 两篇', clicks: ['[aria-label="对读 周口市 2023 — 2025"]'], shows: '.compare-row.text' },
  {
    name: '对读 三篇',
    clicks: [
      '[aria-label="对读 周口市 2023 — 2025"]',
      'button:has-text("换报告")',
      '.pair-panel button:has-text("再加一篇"):visible',
      '.pair-panel .button.primary:visible',
    ],
    shows: '.many-row.text',
  },
  { name: '指标对照', clicks: [rail('指标')], shows: '[role="grid"] [role="gridcell"], table td' },
  { name: '目标—完成', clicks: [rail('目标')], shows: 'main [role="row"], main table tr, main li' },
  { name: '提法', clicks: [rail('提法')], shows: '.wording-item' },
  { name: '笔记', clicks: [rail('笔记')], shows: 'main *' },
];

/** Text, not functions: a compiled function may call helpers that the page does not have. */
const OBSERVE = `window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.toJSON())))
  .observe({ type: 'longtask' });`;

const whenShown = (selector: string): string => `new Promise((resolve) => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    : requestAnimationFrame(look);
  look();
})`;

interface Measured {
  readonly milliseconds: number;
  readonly longest: number;
  readonly tasks: number;
}

const measure = async (page: Page, { clicks, shows }: Scene): Promise<Measured> => {
  await page.reload();
  await page.locator('.cover-facts', { hasText: '个数' }).nth(4).waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(OBSERVE);
  for (const click of clicks.slice(0, -1)) {
    await page.locator(click).first().click();
    // What a click has opened is drawn anew while its reports come: a panel opened meanwhile would close.
    await page.waitForTimeout(1_500);
  }
  const last = page.locator(clicks.at(-1) ?? '').first();
  await last.waitFor();
  const begin = Number(await page.evaluate('window.tasks.length = 0, performance.now()'));
  await last.click();
  const end = Number(await page.evaluate(whenShown(shows)));
  await page.waitForTimeout(500);
  const tasks = await page.evaluate<readonly number[]>('window.tasks.map(({ duration }) => duration)');
  return { milliseconds: end - begin, longest: Math.max(0, ...tasks), tasks: tasks.length };
};

const ROUNDS = 5;
const word = process.argv[2] ?? '';
const folder = await temporaryFolder();
const host = await runLoopbackProcess(folder, await freePort(), BUILT_PAGES);
if (!host.started.ok) throw new Error(host.started.fault.reason);
const context = await launchProfile(folder);
// One page all along: an address opens one window.
const page = context.pages()[0] ?? (await context.newPage());
await page.goto(host.started.value.address);
// The window has been let in once it can tell that everything is saved.
await page.getByText('已保存').waitFor();
for (const scene of SCENES.filter(({ name }) => name.includes(word))) {
  const rounds: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(page, scene));
  console.log({
    view: scene.name,
    milliseconds: median(rounds.map(({ milliseconds }) => milliseconds)).toFixed(0),
    'longest task': rounds.map(({ longest }) => longest.toFixed(0)).join(' '),
  });
}
await context.close();
await host.stop();
await removeFolder(folder);
