import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dragOver, journal, openReport, poll, rail, saved } from '../helpers/page-model';
import { openReader, type OpenReader } from '../helpers/reader';

const field = (page: Page) => page.getByRole('textbox', { name: '批注', exact: true });
const card = (page: Page, words: string) => page.locator('.note-card', { hasText: words });

/** Opens the editor of a note and puts other words in, not yet saved as a version. */
const rewrite = async (page: Page, from: string, to: string): Promise<void> => {
  await page.getByRole('button', { name: `改批注：${from}` }).click();
  await field(page).fill(to);
};

describe('two windows on one note (R11)', () => {
  let reader: OpenReader;
  let other: Page;
  beforeAll(async () => {
    reader = await openReader('loopback');
    other = await reader.page.context().newPage();
  });
  afterAll(() => reader.close());

  it('both texts stay on disk, and both are shown to the reader of either window', async () => {
    const { page, folder, origin } = reader;
    await openReport(page, 'zhoukou-2025');
    await dragOver(page, '经济运行稳中向好');
    await page.keyboard.press('n');
    await field(page).waitFor();
    await page.keyboard.insertText('起初');
    await page.keyboard.press('Control+Enter');
    await card(page, '起初').waitFor();
    await saved(page);
    await other.goto(origin);
    await openReport(other, 'zhoukou-2025');
    await card(other, '起初').waitFor();
    await rewrite(page, '起初', '甲窗口写的');
    await rewrite(other, '起初', '乙窗口写的');
    await page.keyboard.press('Control+Enter');
    await saved(page);
    await poll(() => journal(folder)).toContain('甲窗口写的');
    await other.keyboard.press('Control+Enter');
    await saved(other);
    for (const text of ['起初', '甲窗口写的', '乙窗口写的']) expect(await journal(folder)).toContain(text);
    for (const window of [page, other]) {
      await card(window, '乙窗口写的').getByText('另有 1 个版本').waitFor();
      await rail(window, '笔记').click();
      await window.locator('.note-row', { hasText: '乙窗口写的' }).click();
      await window.locator('.note-detail', { hasText: '甲窗口写的' }).waitFor();
    }
  });
});
