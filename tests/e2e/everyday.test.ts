import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { controlsOutOfReach, cover, openReport, painted, poll, rail } from '../helpers/page-model';
import { openReader, type OpenReader, pageHost } from '../helpers/reader';

const pane = (page: Page) => page.locator('.pane');
const scrollTop = (page: Page): Promise<number> => pane(page).evaluate((element) => element.scrollTop);

describe('the everyday hand', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
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
    await page.locator('.cover[data-report]').first().waitFor();
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

  const cards = () => page.locator('.margin .note-card');

  it('S goes on after a colour; the same words get another colour, no second note; a click on them opens it', async () => {
    await openReport(page, 'zhoukou-2023');
    const selection = () => page.evaluate(() => getSelection()?.toString() ?? '');
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('s');
    const fourth = await selection();
    await page.keyboard.press('1');
    await poll(() => painted(page, 'note-1')).toEqual([fourth]);
    await page.keyboard.press('s');
    const fifth = await selection();
    expect(fifth).not.toBe('');
    await page.keyboard.press('Shift+S');
    expect(await selection()).toBe(fourth);
    const before = await cards().count();
    await page.keyboard.press('3');
    await poll(() => painted(page, 'note-3')).toEqual([fourth]);
    expect(await painted(page, 'note-1')).toEqual([]);
    expect(await cards().count()).toBe(before);
    const spot = await page.evaluate(() => {
      const [range] = CSS.highlights.get('note-3') ?? [];
      const box = (range as Range).getClientRects()[0]!;
      return { x: box.left + 8, y: box.top + box.height / 2 };
    });
    await page.mouse.click(spot.x, spot.y);
    await page.locator('.margin .note-field').waitFor();
    await poll(() => painted(page, 'note-current')).toEqual([fourth]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '原文', exact: true }).click();
    await poll(() => painted(page, 'note-3')).toEqual([expect.stringContaining(fourth.slice(0, 6))]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await poll(() => cards().count()).toBe(before - 1);
  });

  it('words typed right before a reload are there after it', async () => {
    await openReport(page, 'zhoukou-2022');
    await page.locator('.saved', { hasText: /已保存/ }).waitFor();
    await page.keyboard.press('s');
    await poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).not.toBe('');
    await page.keyboard.press('n');
    await page.locator('.note-field').pressSequentially('一二三四五六七八九十');
    await page.reload();
    await cover(page, 'zhoukou-2022').waitFor();
    await openReport(page, 'zhoukou-2022');
    await poll(() => cards().allTextContents()).toEqual([expect.stringContaining('一二三四五六七八九十')]);
    await page.locator('.saved', { hasText: /已保存/ }).waitFor();
    await poll(() => page.evaluate(() => localStorage.getItem('duidu.last-words'))).toBeNull();
  });

  it('与…对读 leads to where one reads; a row has one note, shows it, and an empty one is given up', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.locator('.outline-entry', { hasText: '城乡融合' }).click();
    await page.getByRole('button', { name: '与2023 年对读' }).click();
    await page.locator('.compare-row[aria-selected="true"]').waitFor();
    const row = page.locator('.compare-row[aria-selected="true"]');
    expect(await row.textContent()).toMatch(/平安大道|城乡融合|历史文化名城/);
    expect(await page.locator('.compare-table').getAttribute('aria-label')).toContain('回顾');
    const cell = row.locator('[data-side="right"][tabindex]');
    const field = page.locator('.note-layer .note-field');
    const layers = () => page.locator('.note-layer').count();
    await cell.focus();
    await page.keyboard.press('n');
    await field.waitFor();
    await page.keyboard.press('Escape');
    await poll(layers).toBe(0);
    await cell.focus();
    await page.keyboard.press('n');
    await field.fill('看这一行');
    await page.keyboard.press('Control+Enter');
    await poll(layers).toBe(0);
    expect(await row.locator('.row-note.noted').count()).toBe(1);
    await cell.focus();
    await page.keyboard.press('n');
    await poll(() => field.inputValue()).toBe('看这一行');
    await page.keyboard.press('Escape');
    await poll(layers).toBe(0);
  });

  it('a list that follows a search without a hit begins at its top', async () => {
    await rail(page, '搜索').click();
    const box = page.locator('.search-box input');
    await box.fill('不存在的词');
    await page.locator('.nothing-found').waitFor();
    await box.fill('发展');
    await page.locator('.hit-row[aria-selected="true"]').waitFor();
    await page.waitForFunction(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
    expect(await page.locator('.search-scroll').evaluate((element) => element.scrollTop)).toBe(0);
  });

  it('at 1024×640 every control of every view can be reached, and the last year of the table is whole', async () => {
    await page.setViewportSize({ width: 1024, height: 640 });
    for (const view of ['阅读', '搜索', '对读', '指标', '目标', '提法', '笔记', '打印', '设置', '书架']) {
      await rail(page, view).click();
      await page.locator('.top-bar').waitFor();
      expect([view, await controlsOutOfReach(page.locator('.top-bar'))]).toEqual([view, []]);
    }
    await rail(page, '指标').click();
    const last = page.locator('.matrix-head .matrix-cell').last();
    await last.waitFor();
    await page.locator('.matrix-scroller').evaluate((element) => element.scrollTo({ left: 9999 }));
    const box = await last.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1024);
    const frozen = await page.locator('.matrix-head .matrix-name').boundingBox();
    const head = await page.locator('.matrix-head').boundingBox();
    expect(Math.round(frozen?.height ?? 0)).toBeGreaterThanOrEqual(Math.floor((head?.height ?? 0) - 1));
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('goes from the start to a printed page with last year beside and a note, by at most 20 keys besides the words', async () => {
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await press('Control+Shift+F');
    await page.locator('.search-box input:focus').waitFor();
    await page.keyboard.type('营商环境');
    await page.locator('.hit-row[aria-selected="true"]').waitFor();
    await press('Enter');
    await page.locator('.result-list:focus').waitFor();
    await press('Enter');
    await poll(() => painted(page, 'jump')).toEqual(['营商环境']);
    await press('d');
    await page.locator('.compare-row[aria-selected="true"] [data-side][tabindex="0"]:focus').waitFor();
    await press('n');
    await page.locator('.note-layer .note-field:focus').waitFor();
    await page.keyboard.type('会上要说');
    await press('Control+Enter');
    await poll(() => page.locator('.note-layer').count()).toBe(0);
    await press('Control+Shift+P');
    await poll(() => page.locator('.print-count').textContent()).toBe('共 1 页');
    await reader.dialogs.print(() => press('Control+p'));
    expect(keys).toBeLessThanOrEqual(20);
  });
});
