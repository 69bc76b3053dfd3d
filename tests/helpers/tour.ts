import type { Page } from 'playwright-core';

/** A view by its words in the strip at the left, and what stands there when it is shown. */
const STOPS: readonly (readonly [view: string, shows: string])[] = [
  ['书架', '.cover[data-report="zhoukou-2023"]'],
  ['阅读', '.text .paragraph'],
  ['搜索', '.hit-row[role="option"]'],
  ['对读', '.compare-row.text'],
  ['指标', '[role="gridcell"]'],
  ['目标', '[data-commitment]'],
  ['提法', '.wording-item'],
  ['笔记', '.view-title:text("笔记本")'],
  ['打印', '.sheet-page'],
  ['设置', '.settings'],
];

/** How many views a tour comes to. */
export const STOPS_OF_TOUR = STOPS.length;

const REPORTS = ['zhoukou-2023', 'chuanhui-2024', 'zhoukou-2025'] as const;

const rail = async (page: Page, view: string, shows: string): Promise<void> => {
  await page.locator('.rail-item', { hasText: view }).click();
  await page.locator(shows).filter({ visible: true }).first().waitFor();
};

/** Gives every view something to show: a report, a word that was searched, two reports side by side. */
export const prepareTour = async (page: Page): Promise<void> => {
  await page.locator('.cover[data-report="zhoukou-2023"]').waitFor();
  await page.locator('.rail-item', { hasText: '搜索' }).click();
  await page.getByRole('textbox', { name: '搜索全部报告' }).fill('高新技术企业');
  await page.locator('.hit-row[role="option"]').first().waitFor();
  await rail(page, '书架', '.cover[data-report="zhoukou-2023"]');
  await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
  await page.locator('.compare-row.text').first().waitFor();
};

/** Goes through all views once, with another report open each time; waits for what each of them shows. */
export const tour = async (page: Page, round: number): Promise<void> => {
  await rail(page, '书架', '.cover');
  await page.locator(`.cover[data-report="${REPORTS[round % REPORTS.length]}"]`).click();
  await page.locator('.text .paragraph').first().waitFor();
  for (const [view, shows] of STOPS) await rail(page, view, shows);
};
