import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cover, openReport, painted, poll, rail } from '../helpers/page-model';
import { openReader, type OpenReader } from '../helpers/reader';

const pane = (page: Page) => page.locator('.pane');
const scrollTop = (page: Page): Promise<number> => pane(page).evaluate((element) => element.scrollTop);

describe('the everyday hand', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader('loopback');
    page = reader.page;
  });
  afterAll(() => reader.close());
  beforeEach(async () => {
    await page.evaluate(() => localStorage.removeItem('duidu.tabs'));
    await page.reload();
    await cover(page, 'zhoukou-2025').waitFor();
  });

  /** Searches for words and opens the place that stands first. */
  const openFirst = async (words: string): Promise<void> => {
    await rail(page, '搜索').click();
    await page.locator('.search-box input').fill(words);
    await page.locator('.hit-row[aria-selected="true"]').waitFor();
    await page.locator('.search-box input').press('Enter');
    await page.locator('.result-list').press('Enter');
    await page.locator('.text .paragraph').first().waitFor();
  };

  it('page keys scroll a report at once, after opening it and after a jump', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('PageDown');
    await poll(() => scrollTop(page)).toBeGreaterThan(200);
    await page.locator('.outline-entry').nth(3).click();
    const there = await scrollTop(page);
    await page.keyboard.press('PageDown');
    await poll(() => scrollTop(page)).toBeGreaterThan(there + 200);
  });

  it('a jump keeps its words marked until Esc, and says which of several places it is', async () => {
    await openFirst('营商环境');
    await poll(() => painted(page, 'jump')).toEqual(['营商环境']);
    const bar = page.getByRole('region', { name: '跳转' });
    expect(await bar.getByRole('status').textContent()).toMatch(/^第 1 处，共 \d+ 处$/);
    await bar.getByRole('button', { name: '下一处' }).click();
    await poll(() => bar.getByRole('status').textContent()).toMatch(/^第 2 处/);
    await page.keyboard.press('PageDown');
    expect(await painted(page, 'jump')).toEqual(['营商环境']);
    await page.keyboard.press('Escape');
    await poll(() => painted(page, 'jump')).toEqual([]);
    expect(await bar.count()).toBe(0);
  });

  it('looking something up moves no bookmark, and 返回 leads back to the very place', async () => {
    await openReport(page, 'zhoukou-2025');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('PageDown');
    await poll(() => scrollTop(page)).toBeGreaterThan(900);
    await page.waitForFunction(
      () =>
        new Promise<boolean>((resolve) => {
          const before = document.querySelector('.pane')?.scrollTop;
          setTimeout(() => resolve(document.querySelector('.pane')?.scrollTop === before), 150);
        }),
    );
    const before = await scrollTop(page);
    await rail(page, '书架').click();
    const words = await cover(page, 'zhoukou-2025').textContent();
    expect(words).toMatch(/读到 \d+%/);
    await rail(page, '阅读').click();
    await poll(() => scrollTop(page)).toBeCloseTo(before, -1);
    await openFirst('营商环境');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.locator('.search-box').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await poll(() => scrollTop(page)).toBeCloseTo(before, -1);
    await rail(page, '书架').click();
    expect(await cover(page, 'zhoukou-2025').textContent()).toBe(words);
  });

  it('the card of a number goes with Esc and with a press elsewhere', async () => {
    await openReport(page, 'zhoukou-2025');
    const card = page.locator('.number-card');
    await page.locator('.number').first().click();
    await card.waitFor();
    await page.locator('.text h1').first().click();
    await poll(() => card.count()).toBe(0);
    await page.locator('.number').first().click();
    await card.waitFor();
    await page.keyboard.press('Escape');
    await poll(() => card.count()).toBe(0);
  });

  it('the tabs are there again after a restart, and keys and the middle button work on them', async () => {
    await openReport(page, 'zhoukou-2023');
    await openReport(page, 'zhoukou-2025');
    await page.reload();
    await cover(page, 'zhoukou-2025').waitFor();
    await rail(page, '阅读').click();
    await poll(() => page.locator('.report-tab').count()).toBe(2);
    expect(await page.locator('.report-tab.current').textContent()).toContain('2025');
    await page.keyboard.press('Control+PageDown');
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('2023');
    await page.locator('.report-tab').first().getByRole('button').first().click({ button: 'middle' });
    await poll(() => page.locator('.report-tab').count()).toBe(1);
  });

  it('F1 and ? open the list of keys, Esc closes it', async () => {
    const help = page.getByRole('dialog', { name: '按键' });
    for (const key of ['F1', '?']) {
      await page.keyboard.press(key);
      await help.waitFor();
      expect(await help.textContent()).toContain('搜索全部报告');
      await page.keyboard.press('Escape');
      await poll(() => help.count()).toBe(0);
    }
  });

  it('Ctrl+Z and Ctrl+Y work on notes from any view and say what they did', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    await poll(() => page.locator('.margin .note-card').count()).toBe(1);
    await rail(page, '指标').click();
    await page.locator('main').first().waitFor();
    await page.keyboard.press('Control+z');
    await poll(() => page.locator('.toast').textContent()).toContain('已撤销：添加 1 条');
    await page.keyboard.press('Control+y');
    await poll(() => page.locator('.toast').textContent()).toContain('已重做：添加 1 条');
    await rail(page, '阅读').click();
    await poll(() => page.locator('.margin .note-card').count()).toBe(1);
  });
});
