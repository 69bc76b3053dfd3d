import type { CDPSession, Page } from 'playwright-core';

/** One key pressed in the box. */
export interface Keystroke {
  readonly query: string;
  /** Milliseconds from the key to the frame that shows the first page of what it finds. */
  readonly painted: number;
  /** Milliseconds of all tasks of the page's main thread for it, the rest of the list and the chart included. */
  readonly work: number;
  /** Durations of tasks over 50 ms. */
  readonly longTasks: readonly number[];
}

/** What watches inside the page; text, since the tools that run this file would add names to a function. */
const WATCH = `
  window.__seen = { typed: 0, painted: 0, long: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.__seen.long.push(duration);
  }).observe({ type: 'longtask' });
  addEventListener('input', (event) => { window.__seen.typed = event.timeStamp; }, true);
  new MutationObserver(() => requestAnimationFrame(() => {
    const port = new MessageChannel();
    port.port1.onmessage = () => { window.__seen.painted = performance.now(); };
    port.port2.postMessage(null);
  })).observe(document.querySelector('.search'), { subtree: true, childList: true, characterData: true });
`;

/** Longer than any answer takes: nothing moves any more, and the last frame painted is the one that shows it. */
const REST = 600;

const cpuOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
};

interface Seen {
  readonly typed: number;
  readonly painted: number;
  readonly long: readonly number[];
}

/** Opens the search and types each query, key by key. */
export async function measureTyping(page: Page, queries: readonly string[]): Promise<readonly Keystroke[]> {
  await page.locator('.cover').first().waitFor();
  await page.keyboard.press('Control+Shift+F');
  const box = page.locator('.search').getByRole('textbox', { name: '搜索全部报告' });
  await box.waitFor();
  const session = await page.context().newCDPSession(page);
  // CPU where the browser can tell it: another program must not look like work of the page.
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  // The library is there, and the worker has built its index, before the clock starts.
  await box.fill('政府');
  await page.locator('.search-summary h2').waitFor({ timeout: 120_000 });
  await page.getByText('正在打开').waitFor({ state: 'detached', timeout: 120_000 });
  await page.waitForTimeout(5_000);
  await page.evaluate(WATCH);
  const keystrokes: Keystroke[] = [];
  for (const query of queries) {
    await box.fill('');
    await page.waitForTimeout(REST);
    for (const key of query) keystrokes.push(await press(page, session, query, key));
  }
  return keystrokes;
}

async function press(page: Page, session: CDPSession, query: string, key: string): Promise<Keystroke> {
  await page.evaluate('window.__seen.long = []');
  const before = await cpuOf(session);
  await page.keyboard.insertText(key);
  await page.waitForTimeout(REST);
  const work = (await cpuOf(session)) - before;
  const { typed, painted, long } = await page.evaluate<Seen>('window.__seen');
  return { query, painted: painted - typed, work, longTasks: long };
}
