/**
 * Libraries of 30, 300 and 3,000 generated reports in the built reader: `npm run build && npm run bench:library [sizes…]`.
 * Each is put on the shelf and opened until everything is indexed; then it is opened anew, which is measured: the start
 * to a shelf with the library on it, the first answer of a search (the box entered, the word typed at a hand's pace)
 * and later ones, opening a report to its first painted text, and the memory of all processes of the browser. An
 * answer is there when the count on the page is that of a plain scan of the same paragraphs: recall is held by that.
 */
import type { Page } from 'playwright-core';
import { launchProfile } from '../../tests/helpers/browser';
import { runLoopbackProcess } from '../../tests/helpers/loopback-process';
import { BUILT_PAGES, freePort, removeFolder, temporaryFolder } from '../../tests/helpers/places';
import { inNewPage, median, timeAfterClick, timeToShow } from '../startup/measure';
import { memoryOf } from './memory';
import { scan, stock, type Shadows } from './stock';

const WORDS = ['高质量发展', '乡村振兴', '营商环境', '数字经济', '港口'];
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
/** Between two keys of a hand that types, milliseconds. */
const PACE = 150;
const MOST_COVERS = 24;
const shelfOf = (size: number): string =>
  size > MOST_COVERS ? '.shelf-scroller li[data-place]' : '.cover[data-report]';

const countIs = (places: number): string =>
  `document.querySelector('.search-summary h2')?.textContent.startsWith('共 ${places.toLocaleString('zh-CN')} 处')`;

/** Types a word into the box; milliseconds from its last key to the first frame with the count of a plain scan. */
const askWord = async (page: Page, word: string, places: number): Promise<number> => {
  const box = page.locator('.search-box input');
  await box.fill('');
  for (const key of word.slice(0, -1)) {
    await page.keyboard.insertText(key);
    await page.waitForTimeout(PACE);
  }
  await page.evaluate(`window.answered = new Promise((resolve) => {
    let begin = 0;
    document.querySelector('.search-box input').addEventListener('input', () => (begin = performance.now()), { once: true });
    const look = () => begin > 0 && ${countIs(places)}
      ? requestAnimationFrame(() => resolve(performance.now() - begin))
      : requestAnimationFrame(look);
    look();
  }), null`);
  await page.keyboard.insertText(word.slice(-1));
  return Number(await page.evaluate('window.answered'));
};

interface Opened {
  readonly start: number;
  readonly first: number;
  readonly later: number;
  readonly report: number;
  readonly pages: number;
  readonly browser: number;
}

interface Setting {
  readonly folder: string;
  readonly size: number;
  readonly address: string;
  readonly shadows: Shadows;
}

/** One opening of the library by a browser of its own, as the next day. */
const open = async ({ folder, size, address, shadows }: Setting): Promise<Opened> => {
  const context = await launchProfile(folder);
  try {
    await inNewPage(context, (page) => page.goto('about:blank'));
    return await inNewPage(context, async (page) => {
      const start = await timeToShow(page, address, shelfOf(size));
      await page.getByText('已保存').waitFor();
      await page.keyboard.press('Control+Shift+F');
      await page.locator('.search-box input').waitFor();
      const times: number[] = [];
      for (const word of WORDS) times.push(await askWord(page, word, scan(shadows, word)));
      const [first = NaN, ...later] = times;
      await page.locator('.rail-item').first().click();
      await page.locator(shelfOf(size)).first().waitFor();
      const item = size > MOST_COVERS ? '.shelf-scroller [data-report]' : '.cover[data-report]';
      const report = await timeAfterClick(page, item, '.text .prose');
      return { start, first, later: median(later), report, ...memoryOf(folder) };
    });
  } finally {
    await context.close();
  }
};

/** Opens the library for the first time and waits until everything is indexed; answers seconds. */
const index = async ({ folder, size, address, shadows }: Setting): Promise<number> => {
  const context = await launchProfile(folder);
  try {
    return await inNewPage(context, async (page) => {
      await page.goto(address);
      await page.locator(shelfOf(size)).first().waitFor();
      await page.getByText('已保存').waitFor();
      const begin = performance.now();
      await page.keyboard.press('Control+Shift+F');
      const [word = ''] = WORDS;
      await page.locator('.search-box input').fill(word);
      await page.evaluate(`new Promise((resolve) => { const look = () => ${countIs(scan(shadows, word))}
        ? resolve(null) : setTimeout(look, 200); look(); })`);
      const seconds = (performance.now() - begin) / 1000;
      // What was indexed is kept when nobody has asked for a while.
      await page.waitForTimeout(10_000);
      return seconds;
    });
  } finally {
    await context.close();
  }
};

const measure = async (size: number): Promise<void> => {
  const folder = await temporaryFolder();
  try {
    const shadows = await stock(folder, size);
    const port = await freePort();
    const host = await runLoopbackProcess(folder, port, BUILT_PAGES);
    if (!host.started.ok) throw new Error(host.started.fault.reason);
    try {
      const setting = { folder, size, address: host.started.value.address, shadows };
      const indexing = await index(setting);
      const rounds: Opened[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await open(setting));
      const of = (key: keyof Opened): string => median(rounds.map((round) => round[key])).toFixed(0);
      const characters = shadows.reduce((sum, { length }) => sum + length, 0) / 1e6;
      console.log(
        `${size} 篇 ${characters.toFixed(1)} 百万字：首次索引 ${indexing.toFixed(0)} s；热启动到书架 ${of('start')} ms；` +
          `搜索首答 ${of('first')} ms，其后 ${of('later')} ms；打开一篇 ${of('report')} ms；内存：页面 ${of('pages')} MB，整个浏览器 ${of('browser')} MB`,
      );
    } finally {
      await host.stop();
    }
  } finally {
    await removeFolder(folder);
  }
};

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [30, 300, 3000]) await measure(size);
