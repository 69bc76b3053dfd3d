import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

let reader: OpenReader;
let page: Page;

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
  await page.getByRole('heading', { name: '书架' }).waitFor();
});

afterAll(() => reader.close());

const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });
const column = (name: string): Locator => page.getByRole('region', { name });
const item = (name: string, term: string): Locator =>
  column(name)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: term, exact: true }) });

const open = async (): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: '提法' }).click();
  await column('新提法').getByRole('listitem').first().waitFor();
};

describe('提法', () => {
  it('tells what is new and what is gone, with counts by year and the words quoted', async () => {
    await open();
    const slogan = item('新提法', '四高四争先');
    await poll(() => slogan.locator('.wording-count').allTextContents()).toEqual([
      '2022 0',
      '2023 0',
      '2024 缺',
      '2025 1',
    ]);
    expect(await slogan.locator('.wording-quote strong').textContent()).toBe('四高四争先');
    expect(await item('不再提', '项目为王').locator('.wording-quote').textContent()).toContain('项目为王');
    expect(await column('力度变化').getByText('力度加强').count()).toBeGreaterThan(0);
  });

  it('leaves out a word the reader does not want to see, also after a reload, and takes it in again', async () => {
    await open();
    await item('新提法', '链主').getByRole('button', { name: /^不看/ }).click();
    await poll(() => item('新提法', '链主').count()).toBe(0);
    await page.reload();
    await open();
    expect(await item('新提法', '链主').count()).toBe(0);
    await page.getByRole('button', { name: /^不看的词/ }).click();
    await page.getByRole('button', { name: '去掉“链主”' }).click();
    await page.keyboard.press('Escape');
    await poll(() => item('新提法', '链主').count()).toBe(1);
  });

  it('looks at a part, and at other reports', async () => {
    await open();
    await page.getByRole('button', { name: '回顾', exact: true }).click();
    await poll(() => column('力度变化').getByRole('listitem').count()).toBe(0);
    await page.getByRole('button', { name: '全文', exact: true }).click();
    await page.getByRole('button', { name: '换报告', exact: true }).click();
    await page.getByLabel(/周口市 2022 摘编/).uncheck();
    await page.getByRole('button', { name: '看这几篇' }).click();
    await poll(() => page.locator('.wording-sources').textContent()).toContain('周口市 2023、2025 年报告');
  });

  it('leads to the place by the keyboard', async () => {
    await open();
    await item('新提法', '领跑县').locator('.wording-quote').focus();
    await page.keyboard.press('Enter');
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2025');
    await page.locator('.pane .text').waitFor();
  });

  it.each(['day', 'night', 'sepia'])('has nothing axe objects to: %s', async (theme) => {
    await open();
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('shows one column at a time in a window of 683 × 384', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    await open();
    await page.getByRole('button', { name: '不再提', exact: true }).click();
    await column('不再提').getByRole('listitem').first().waitFor();
    expect(await column('新提法').isVisible()).toBe(false);
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
