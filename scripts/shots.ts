/**
 * Takes pictures of the running reader into shots/, so that anyone can look at every view again.
 * `npm run shots` takes all; `npm run shots reader` takes those whose name contains the word.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchProfile } from '../tests/helpers/browser';
import { runLoopbackProcess } from '../tests/helpers/loopback-process';
import { BUILT_PAGES, ROOT, freePort, removeFolder, temporaryFolder } from '../tests/helpers/places';

type Theme = 'day' | 'night' | 'sepia';

interface Scene {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
  readonly theme?: Theme;
  readonly size?: readonly [width: number, height: number];
}

const SIZES = { wide: [1440, 900], laptop: [1366, 768], zoomed: [683, 384] } as const;

const rail = (page: Page, view: string) => page.locator('.rail-item', { hasText: view }).click();

/** A view of the rail, or a tab of it, once its content stands there. */
const view = (name: string, tab?: string) => async (page: Page) => {
  await rail(page, name);
  if (tab) await page.getByRole('button', { name: tab, exact: true }).click();
  await page.locator('main :is([role="row"], tr, li, canvas)').first().waitFor();
};

const openReport = async (page: Page, id: string) => {
  await rail(page, '书架');
  await page.locator(`.cover[data-report="${id}"]`).click();
  await page.waitForSelector('.text .paragraph');
};

const compare = async (page: Page) => {
  await rail(page, '书架');
  await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
  await page.waitForSelector('.compare-gutter');
};

/** Selects words of the text as a person would, by dragging over them. */
const select = async (page: Page, words: string) => {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.text')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      node.parentElement?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      return;
    }
    throw new Error(`The text does not hold ${wanted}.`);
  }, words);
};

const note = async (page: Page) => {
  await openReport(page, 'zhoukou-2025');
  await select(page, '深入实施“引企入周”工程');
  await page.waitForSelector('.selection-menu');
};

const search = async (page: Page) => {
  await rail(page, '书架');
  await page.getByPlaceholder('搜一个词、一个数、一项指标').fill('高新技术企业');
  await page.keyboard.press('Enter');
  await page.getByText('已全部列出').first().waitFor();
};

/** Three reports in columns. */
const many = async (page: Page) => {
  await compare(page);
  await page.getByRole('button', { name: '换报告' }).click();
  const form = page.getByRole('dialog', { name: '换报告' });
  await form.getByRole('button', { name: '再加一篇' }).click();
  await form.getByLabel('第一篇').selectOption('zhoukou-2022');
  await form.getByLabel('第二篇').selectOption('zhoukou-2023');
  await form.getByLabel('第三篇').selectOption('zhoukou-2025');
  await form.getByRole('button', { name: '对读这几篇' }).click();
  await page.locator('.many-row.text').first().waitFor();
};

const wording = async (page: Page) => {
  await rail(page, '提法');
  await page.locator('.wording-item').first().waitFor();
};

/** A part of 目标—完成, once its content stands there. */
const promises = (part: string, ready: string) => async (page: Page) => {
  await rail(page, '目标');
  await page.getByRole('button', { name: part, exact: true }).click();
  const item = page.locator('.pledge-item').first();
  if (part === '事项') await item.click();
  await page.locator(ready).first().waitFor();
};

const pledges = promises('事项', '.life-table tr[data-pledge]');
const levels = promises('上下级', '.levels-table td .commitment-passage');

const print = async (page: Page) => {
  await rail(page, '书架');
  await page.getByRole('button', { name: '打印 周口市 2023 — 2025 对照表' }).click();
  await page.waitForSelector('.sheet-page');
};

/** The shelf once every report has been counted. */
const shelf = async (page: Page) => {
  await rail(page, '书架');
  await page.getByText(/^\d+ 篇，[\d,]+ 字/).waitFor({ state: 'attached' });
};

const SCENES: readonly Scene[] = [
  { name: '01-shelf', act: shelf },
  { name: '01-shelf-night', act: shelf, theme: 'night' },
  { name: '01-shelf-zoomed', act: shelf, size: SIZES.zoomed },
  { name: '02-reader', act: (page) => openReport(page, 'zhoukou-2025') },
  { name: '02-reader-speech-sepia', act: (page) => openReport(page, 'chuanhui-2024'), theme: 'sepia' },
  { name: '02-reader-night', act: (page) => openReport(page, 'zhoukou-2023'), theme: 'night' },
  { name: '02-reader-laptop', act: (page) => openReport(page, 'zhoukou-2022'), size: SIZES.laptop },
  { name: '02-reader-zoomed', act: (page) => openReport(page, 'chuanhui-2024'), size: SIZES.zoomed },
  {
    name: '02-reader-source',
    act: async (page) => {
      await openReport(page, 'chuanhui-2024');
      await page.getByRole('button', { name: '原文' }).click();
    },
  },
  {
    name: '02-reader-card',
    act: async (page) => {
      await openReport(page, 'zhoukou-2025');
      await page.locator('.number', { hasText: '5205' }).first().click();
    },
  },
  { name: '04-search', act: search },
  { name: '04-search-night', act: search, theme: 'night' },
  { name: '04-search-zoomed', act: search, size: SIZES.zoomed },
  { name: '05-compare', act: compare },
  { name: '05-compare-sepia', act: compare, theme: 'sepia' },
  { name: '05-compare-zoomed', act: compare, size: SIZES.zoomed },
  { name: '05-compare-many', act: many },
  { name: '05-compare-many-laptop-night', act: many, theme: 'night', size: SIZES.laptop },
  { name: '05-compare-many-zoomed', act: many, size: SIZES.zoomed },
  { name: '06-matrix', act: view('指标') },
  { name: '06-matrix-zoomed', act: view('指标'), size: SIZES.zoomed },
  { name: '06-charts', act: view('指标', '图表') },
  { name: '06-charts-night', act: view('指标', '图表'), theme: 'night' },
  { name: '06-indicators', act: view('指标', '全部指标') },
  { name: '07-targets', act: view('目标') },
  { name: '07-targets-laptop-sepia', act: view('目标'), theme: 'sepia', size: SIZES.laptop },
  { name: '07-targets-zoomed', act: view('目标'), size: SIZES.zoomed },
  { name: '18-pledges', act: pledges },
  { name: '18-pledges-laptop-sepia', act: pledges, theme: 'sepia', size: SIZES.laptop },
  { name: '18-pledges-zoomed', act: pledges, size: SIZES.zoomed },
  { name: '18-pledges-night', act: pledges, theme: 'night' },
  { name: '18-levels', act: levels },
  { name: '18-levels-laptop-night', act: levels, theme: 'night', size: SIZES.laptop },
  { name: '18-levels-zoomed', act: levels, size: SIZES.zoomed },
  { name: '08-wording', act: wording },
  { name: '08-wording-laptop-night', act: wording, theme: 'night', size: SIZES.laptop },
  { name: '08-wording-zoomed', act: wording, size: SIZES.zoomed },
  {
    name: '08-wording-words',
    act: async (page) => {
      await wording(page);
      await page.getByRole('button', { name: /^不看的词/ }).click();
    },
  },
  { name: '09-note', act: note },
  {
    name: '09-notebook',
    act: async (page) => {
      await note(page);
      await page.keyboard.press('n');
      await page.locator('.note-field').fill('“引企入周”在 2023 年报告里没有出现。');
      await page.keyboard.press('Control+Enter');
      await page.getByText('✓ 已保存').waitFor();
      await rail(page, '笔记');
      await page.locator('.note-row').click();
    },
  },
  { name: '10-print', act: print },
  {
    name: '12-settings',
    act: async (page) => {
      await rail(page, '设置');
      await page.getByText('保存在哪里').waitFor();
    },
  },
];

const settle = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  });

const take = async (page: Page, { name, act, theme = 'day', size = SIZES.wide }: Scene, folder: string) => {
  await page.setViewportSize({ width: size[0], height: size[1] });
  await page.evaluate((value) => {
    localStorage.setItem('duidu.settings', JSON.stringify({ theme: value }));
  }, theme);
  await page.reload();
  await page.waitForSelector('.cover[data-report]');
  await act(page);
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  if (name === '10-print')
    await writeFile(join(folder, `${name}.pdf`), await page.pdf({ preferCSSPageSize: true }));
  console.log(name);
};

const wanted = process.argv[2] ?? '';
const folder = join(ROOT, 'shots');
await mkdir(folder, { recursive: true });
const data = await temporaryFolder();
const host = await runLoopbackProcess(data, await freePort(), BUILT_PAGES);
if (!host.started.ok) throw new Error(host.started.fault.reason);
const context = await launchProfile(data);
const page = context.pages()[0] ?? (await context.newPage());
await page.goto(host.started.value.address);
// The window has been let in once it can tell that everything is saved.
await page.getByText('已保存').waitFor();
for (const scene of SCENES.filter(({ name }) => name.includes(wanted)))
  await take(page, scene, folder).catch((error: unknown) => {
    console.error(`${scene.name}: ${String(error).split('\n')[0]}`);
    process.exitCode = 1;
  });
await context.close();
await host.stop();
await removeFolder(data);
