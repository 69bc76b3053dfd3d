import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { bundledReports } from '../helpers/bundled-reports';
import { openReport, paragraph, poll, rail } from '../helpers/page-model';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';
import { describeOnHosts, openReader, pageHost, type OpenReader } from '../helpers/reader';

/** Pixels from the top edge of the pane to the paragraph with these words. */
const fromTop = (page: Page, words: string): Promise<number> =>
  paragraph(page, words).evaluate(
    (element) =>
      element.getBoundingClientRect().top - (element.closest('.pane')?.getBoundingClientRect().top ?? 0),
  );

const scrollTo = (page: Page, words: string, past: number): Promise<void> =>
  paragraph(page, words).evaluate((element, pixels) => {
    const pane = element.closest('.pane');
    pane?.scrollBy(0, element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pixels);
  }, past);

/** How far a report has been read, as the database of the page has it; writes wait half a second. */
const keptProgress = (page: Page, report: string): Promise<number> =>
  page.evaluate(
    (id) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('duidu');
        opening.onerror = () => reject(new Error('The database does not open.'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('positions').objectStore('positions').get(id);
          reading.onsuccess = () => {
            database.close();
            resolve((reading.result as { value: { progress: number } } | undefined)?.value.progress ?? 0);
          };
        };
      }),
    report,
  );

describeOnHosts('阅读 after a restart', (kind) => {
  it('is at the same paragraph again, from the shelf too', async () => {
    const place = { folder: await temporaryFolder(), port: await freePort() };
    const words = '支持周口高新区与西华开发区';
    let first: OpenReader | null = await openReader(kind, place);
    let second: OpenReader | null = null;
    onTestFinished(async () => {
      await first?.close();
      await second?.close();
      await removeFolder(place.folder);
    });
    const read = first.page;
    await openReport(read, 'zhoukou-2023');
    await scrollTo(read, words, 40);
    const before = await fromTop(read, words);
    expect(before).toBeCloseTo(-40, 0);
    await poll(() => keptProgress(read, 'zhoukou-2023')).toBeGreaterThan(0.3);
    await first.close();
    first = null;

    second = await openReader(kind, place);
    const { page } = second;
    await page.locator('.side-quote', { hasText: words }).waitFor();
    await page.getByRole('button', { name: '接着读' }).click();
    await paragraph(page, words).waitFor();
    await poll(async () => Math.abs((await fromTop(page, words)) - before)).toBeLessThan(4);
    await rail(page, '书架').click();
    expect(await page.locator('.cover[data-report="zhoukou-2023"]').textContent()).toMatch(/读到 \d+%/);
  });
});

describe('阅读', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
  });
  afterAll(() => reader.close());
  beforeEach(async () => {
    await page.reload();
    await openReport(page, 'chuanhui-2024');
  });

  const outline = () => page.getByRole('navigation', { name: '目录' });

  it('goes to a section by its line in the outline, and says where it is', async () => {
    const entry = outline().getByRole('button').nth(3);
    const heading = (await entry.locator('.outline-heading').textContent()) ?? '';
    await entry.click();
    const first = heading.slice(0, 4);
    await poll(async () => {
      const top = await fromTop(page, first);
      return top >= 0 && top < 500;
    }).toBe(true);
    await poll(() => outline().locator('[aria-current="location"]').count()).toBe(1);
  });

  it('shows the source character for character, and what 整理 leaves out', async () => {
    const report = bundledReports().find(({ id }) => id === 'chuanhui-2024');
    await page.getByRole('button', { name: '原文', exact: true }).click();
    expect(await page.locator('.source-text').textContent()).toBe(report?.raw);
    await page.locator('.source-text del', { hasText: '— 3 —' }).waitFor();
    await page.getByRole('button', { name: '整理', exact: true }).click();
    await page.locator('.text .paragraph').first().waitFor();
    expect(await page.locator('.text').textContent()).not.toContain('— 3 —');
  });

  it('counts in 修补记录 what was joined and left out', async () => {
    const report = bundledReports().find(({ id }) => id === 'chuanhui-2024');
    await page.getByRole('button', { name: '修补记录' }).click();
    const panel = page.getByRole('tabpanel', { name: '修补记录' });
    expect(await panel.textContent()).toContain(`接上断行 ${report?.joins.length} 处`);
    const marks = report?.removals.filter(({ reason }) => reason === 'page-mark').length;
    expect(await panel.textContent()).toContain(`略去页码 ${marks} 处`);
  });

  it('names each doubt with its reason, and leads to it', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.getByRole('tab', { name: /^存疑/ }).click();
    const rows = page.getByRole('tabpanel', { name: '存疑' }).getByRole('button');
    const report = bundledReports().find(({ id }) => id === 'zhoukou-2025');
    expect(report?.caveats.length).toBeGreaterThan(5);
    expect(await rows.count()).toBe(report?.caveats.length);
    const before = await page.locator('.pane').evaluate(({ scrollTop }) => scrollTop);
    await rows.last().click();
    await poll(() => page.locator('.pane').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(before);
  });

  it('opens the card of a number by a click and closes it with Esc, the focus back on the number', async () => {
    const number = page.locator('.number').nth(5);
    await number.click();
    const card = page.locator('.number-card');
    await card.waitFor();
    const name = (await number.getAttribute('aria-label')) ?? '';
    expect(name.startsWith(`${await card.getByRole('heading').textContent()}：`)).toBe(true);
    expect(await number.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await poll(() => card.count()).toBe(0);
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('walks the numbers with the arrows and opens a card with Enter', async () => {
    await page.locator('.number[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    const second = page.locator('.number').nth(1);
    await poll(() => second.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('.number[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    const card = page.locator('.number-card');
    await card.waitFor();
    expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await poll(() => second.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('keeps each report in a tab, and the place in each', async () => {
    const words = '科技型中小企业';
    await scrollTo(page, words, 0);
    await openReport(page, 'zhoukou-2025');
    await page.locator('.report-tab', { hasText: '川汇区 2024' }).getByRole('button').first().click();
    await poll(async () => Math.abs(await fromTop(page, words))).toBeLessThan(4);
    await page.getByRole('button', { name: '关闭 川汇区 2024' }).click();
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2025');
  });

  it('sets the text as the reader chooses, and keeps the choice', async () => {
    await page.getByRole('button', { name: '字体与版面' }).click();
    const panel = page.locator('#type-panel');
    await panel.getByRole('button', { name: '黑体' }).click();
    await panel.getByRole('button', { name: '特大', exact: true }).click();
    await panel.getByRole('button', { name: '护眼' }).click();
    await page.reload();
    await openReport(page, 'chuanhui-2024');
    const look = await page
      .locator('.text .prose')
      .first()
      .evaluate((element) => {
        const { fontFamily, fontSize } = getComputedStyle(element);
        return [fontFamily.includes('Sans'), fontSize, document.documentElement.dataset['theme']];
      });
    expect(look).toEqual([true, '22px', 'sepia']);
    await page.evaluate(() => localStorage.removeItem('duidu.settings'));
  });

  it('has met no error and asked nobody else', () => {
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
