/**
 * Libraries of 30, 300 and 3,000 generated reports in the built reader: `npm run build && npm run bench:library [sizes…]`.
 * Each is put on the shelf and opened until everything is indexed; then it is opened anew, which is measured: the start
 * to a shelf with the library on it, the first answer of a search (the box entered, the word typed at a hand's pace)
 * and later ones, opening a report to its first painted text, the longest task of the page after each first screen, what ten
 * reports opened and closed again leave, and the memory of all processes of the browser. Starts are held against the start
 * with five reports of the same run. An
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

const reportOf = (size: number): string =>
  size > MOST_COVERS ? '.shelf-scroller [data-report]' : '.cover[data-report]';

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

/** Page code that keeps the longest task since the last reading, milliseconds; tasks below 50 are none to the browser. */
const WATCH_TASKS = `window.longest = 0; new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
}).observe({ type: 'longtask' }); null`;

const longest = async (page: Page): Promise<number> =>
  Number(await page.evaluate('(() => { const was = window.longest; window.longest = 0; return was; })()'));

const backToShelf = async (page: Page, size: number): Promise<void> => {
  await page.locator('.rail-item').first().click();
  await page.locator(shelfOf(size)).first().waitFor();
};

/** Megabytes of the page's heap and of what it holds outside, after a collection. */
const heldBy = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await session.send(
    'Runtime.getHeapUsage',
  )) as Record<'usedSize' | 'embedderHeapUsedSize' | 'backingStorageSize', number>;
  await session.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 2 ** 20;
};

/** Opens reports one after the other, as often as told, and goes back to the shelf each time. */
const readThrough = async (page: Page, size: number, times: number): Promise<void> => {
  for (let at = 0; at < times; at += 1) {
    await page
      .locator(reportOf(size))
      .nth(at % MOST_IN_SIGHT)
      .click();
    await page.locator('.text .prose').first().waitFor();
    await backToShelf(page, size);
  }
};

/** Reports that are in sight whatever the size of the library. */
const MOST_IN_SIGHT = 4;
/** As many stay open though nobody shows them, and ten more are opened. */
const [WARM_READS, READS] = [10, 10];

/** Scrolls the table of the shelf from end to end. */
const scrollShelf = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const box = document.querySelector('.shelf-scroller');
    if (!box) return resolve(null);
    const step = () => {
      const before = box.scrollTop;
      box.scrollTop += box.clientHeight / 2;
      if (box.scrollTop === before) resolve((box.scrollTop = 0)); else requestAnimationFrame(step);
    };
    step();
  })`);

interface Opened {
  readonly start: number;
  readonly typing: number;
  readonly scrolling: number;
  readonly left: number;
  readonly first: number;
  readonly later: number;
  readonly report: number;
  readonly page: number;
  readonly working: number;
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
      await page.evaluate(WATCH_TASKS);
      const times: number[] = [];
      for (const word of WORDS) times.push(await askWord(page, word, scan(shadows, word)));
      const [first = NaN, ...later] = times;
      const typing = await longest(page);
      await backToShelf(page, size);
      await longest(page);
      await scrollShelf(page);
      const scrolling = await longest(page);
      const report = await timeAfterClick(page, reportOf(size), '.text .prose');
      const memory = memoryOf(folder);
      await backToShelf(page, size);
      await readThrough(page, size, WARM_READS);
      const before = await heldBy(page);
      await readThrough(page, size, READS);
      const left = (await heldBy(page)) - before;
      return { start, first, later: median(later), report, typing, scrolling, left, ...memory };
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

const FEW = 5;
let startOfFew = NaN;

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
      if (size === FEW) startOfFew = median(rounds.map(({ start }) => start));
      const ratio = median(rounds.map(({ start }) => start)) / startOfFew;
      const of = (key: keyof Opened): string => median(rounds.map((round) => round[key])).toFixed(0);
      const characters = shadows.reduce((sum, { length }) => sum + length, 0) / 1e6;
      console.log(
        `${size} 篇 ${characters.toFixed(1)} 百万字：首次索引 ${indexing.toFixed(0)} s；热启动到书架 ${of('start')} ms，是 ${FEW} 篇的 ${ratio.toFixed(2)} 倍；` +
          `搜索首答 ${of('first')} ms，其后 ${of('later')} ms；打开一篇 ${of('report')} ms；最长任务：搜索时 ${of('typing')} ms，书架滚动时 ${of('scrolling')} ms（0 为不到 50）；再开 ${READS} 篇后留下 ${of('left')} MB；内存：页面 ${of('page')} MB，连同为它做事的进程 ${of('working')} MB，连空白页 ${of('browser')} MB`,
      );
    } finally {
      await host.stop();
    }
  } finally {
    await removeFolder(folder);
  }
};

const sizes = process.argv.slice(2).map(Number);
for (const size of [FEW, ...(sizes.length > 0 ? sizes : [30, 300, 3000])]) await measure(size);
