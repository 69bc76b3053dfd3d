import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cover, openReport, poll, rail } from '../helpers/page-model';
import { openReader, type OpenReader, pageHost } from '../helpers/reader';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.className.split(' ')[0] ?? '');

describe('habits', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
    await page.setViewportSize({ width: 1440, height: 900 });
    await cover(page, 'zhoukou-2025').waitFor();
  });
  afterAll(async () => {
    expect(reader.errors).toEqual([]);
    await reader.close();
  });

  it('the window is named for the report that is read', async () => {
    await openReport(page, 'zhoukou-2025');
    await poll(() => page.title()).toBe('周口市 2025 · 对读');
  });

  it('before the rail stands a way past it and the bar to the text', async () => {
    await page.reload();
    await openReport(page, 'zhoukou-2025');
    await rail(page, '书架').focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('skip-link');
    expect(await page.locator('.skip-link').boundingBox()).toMatchObject({ x: 8, y: 8 });
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('pane');
  });

  it('← and → step into the numbers from the text, and on', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.locator('.pane').press('Home');
    await page.keyboard.press('ArrowRight');
    const number = () => page.evaluate(() => document.activeElement?.getAttribute('data-observation') ?? '');
    const first = await number();
    expect(first).not.toBe('');
    await page.keyboard.press('ArrowRight');
    expect(await number()).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await number()).toBe(first);
  });

  it('every key of the sheet is in reach at 1366 × 768, its own view first, and can be found', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: '按键' });
    await sheet.waitFor();
    const out = await sheet.locator('.key-group dt, .key-group h3').evaluateAll((all) =>
      all.flatMap((one) => {
        one.scrollIntoView({ block: 'center' });
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const there = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
        const over = document.elementFromPoint(left + 4, top + 8);
        return there && over && (one.contains(over) || over.contains(one)) ? [] : [one.textContent];
      }),
    );
    expect(out).toEqual([]);
    expect(await sheet.locator('h3').first().textContent()).toBe('阅读');
    await sheet.getByRole('searchbox', { name: '找一个按键或一件事' }).fill('书签');
    await poll(() => sheet.locator('.key-group dt').allTextContents()).toEqual(['Ctrl D']);
    await sheet.getByRole('button', { name: '关闭' }).click();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('the examples of the search can be asked', async () => {
    await rail(page, '搜索').click();
    await page.getByRole('button', { name: '港口|机场' }).click();
    await page.locator('.hit-row[aria-selected="true"]').waitFor();
    await page.getByRole('button', { name: '存为常用搜索' }).click();
    await page.getByText('已存为常用搜索').waitFor();
  });

  it('a word taken out of 提法 comes back by 撤销', async () => {
    await rail(page, '提法').click();
    const item = page.locator('.wording-item').first();
    const words = await item.locator('.wording-term').textContent();
    await item.hover();
    await item.locator('.wording-stop').click();
    await poll(() => page.locator('.wording-term').first().textContent()).not.toBe(words);
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await poll(() => page.locator('.wording-term').first().textContent()).toBe(words);
  });

  it('对读 leads on to the next topic, and its quiet line goes once a sentence was opened', async () => {
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
    const next = page.getByRole('button', { name: /^下一个领域：/ });
    const topic = (await next.textContent())?.split('：')[1] ?? '';
    await next.click();
    await poll(() => page.locator('.topic-list [aria-current="true"]').textContent()).toContain(topic);
    expect(await page.locator('.quiet-line').count()).toBe(1);
    await page.locator('.compare-row .passage').first().click();
    await page.locator('.text .paragraph').first().waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.locator('.compare-row').first().waitFor();
    expect(await page.locator('.quiet-line').count()).toBe(0);
  });

  it('存疑 explains itself when the keys stand on it', async () => {
    await rail(page, '指标').click();
    const word = page.locator('.term').first();
    await word.focus();
    // Focus by script counts as of the keys once a key was pressed.
    await page.keyboard.press('Shift');
    await poll(() => word.locator('.term-words').isVisible()).toBe(true);
    expect(await word.locator('.term-words').textContent()).toContain('以正式文本为准');
  });

  it('what was read before is listed on the shelf', async () => {
    for (const id of ['zhoukou-2025', 'zhoukou-2023']) {
      await openReport(page, id);
      await page.locator('.pane').press('PageDown');
      await page.locator('.pane').press('PageDown');
      await rail(page, '书架').click();
      await poll(() => cover(page, id).textContent()).toMatch(/读到 \d+%/);
    }
    await page.getByRole('button', { name: '接着读 周口市 2025' }).click();
    await poll(() => page.title()).toBe('周口市 2025 · 对读');
  });
});
