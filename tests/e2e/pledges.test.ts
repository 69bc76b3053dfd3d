import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { controlsOutOfReach, dragOver, journal, openReport, poll, rail, saved } from '../helpers/page-model';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

let reader: OpenReader;
let page: Page;

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

afterAll(() => reader.close());

const part = (name: string) => page.getByRole('button', { name, exact: true });
const items = () => page.locator('.pledge-item');
const heading = () => page.locator('.pledge-detail h2');

const openPart = async (name: string, ready: string): Promise<void> => {
  await rail(page, '目标').click();
  await part(name).click();
  await page.locator(ready).first().waitFor();
};

const openPledges = (): Promise<void> => openPart('事项', '.pledge-item');
const openLevels = (): Promise<void> => openPart('上下级', '.levels-table tbody tr');

describe('事项', () => {
  it('counts every thing once', async () => {
    await openPledges();
    const total = Number(await page.locator('.commitment-total strong').textContent());
    const counts = await page.locator('.commitment-number').allTextContents();
    expect(counts.map(Number).reduce((sum, each) => sum + each, 0)).toBe(total);
    expect(total).toBeGreaterThan(50);
  });

  it('walks the list by arrows, and Enter and ] lead on to the sentences', async () => {
    await openPledges();
    await items().first().click();
    const first = await heading().textContent();
    await page.keyboard.press('ArrowDown');
    await poll(() => heading().textContent()).not.toBe(first);
    await page.locator('.life-table .commitment-passage').first().waitFor();
    await page.locator('.pledge-item[aria-current]').focus();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '');
    await poll(focused).toContain('commitment-passage');
    await page.keyboard.press('Enter');
    await page.locator('.text .paragraph').first().waitFor();
    await rail(page, '目标').click();
    await items().first().waitFor();
  });

  it('takes a corrected verdict, keeps it as a note, and gives it back on 撤销', async () => {
    await openPledges();
    await items().first().click();
    await page.getByRole('button', { name: '更正结论…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '部分完成' }).check();
    await dialog.getByPlaceholder('为什么这样判').fill('只开了工。');
    await dialog.getByRole('button', { name: '存上' }).click();
    await page.locator('.pledge-verdict', { hasText: '已更正' }).waitFor();
    await saved(page);
    expect(await journal(reader.folder)).toContain('"verdict":"partly"');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await poll(() => page.locator('.pledge-verdict', { hasText: '已更正' }).count()).toBe(0);
  });

  it('goes from one part to the next by V', async () => {
    await openPledges();
    await items().first().focus();
    await page.keyboard.press('v');
    await poll(() => part('上下级').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('v');
    await poll(() => part('数字目标').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a thing’s life', () => {
  it('is shown over the years from a name in a text by one key', async () => {
    await openReport(page, 'zhoukou-2025');
    await dragOver(page, '平漯周高铁');
    await page.keyboard.press('l');
    await poll(() => heading().textContent()).toContain('平漯周高铁');
    await page.locator('.life-table .commitment-passage').first().waitFor();
    expect(await page.locator('.life-strip thead th').allTextContents()).toEqual([
      '2022综述',
      '2023摘编',
      '2024报告未入架',
      '2025解读',
    ]);
    const after = await page
      .locator('.life-strip tbody tr')
      .first()
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset['line'] ?? 'none'));
    expect(after).toEqual(['dashed', 'dashed', 'dashed', 'none']);
    await page.getByText('2024 年报告未入架').waitFor();
  });
});

describe('what a reader can do with a thing', () => {
  const openThing = async (name: string): Promise<void> => {
    await openPledges();
    await items().filter({ hasText: name }).first().click();
    await poll(() => heading().textContent()).toContain(name);
    await page.locator('.life-table .commitment-passage').first().waitFor();
  };

  it('is to say how far an announced step is; it is kept as a note and taken back by 撤销', async () => {
    await openThing('平漯周高铁');
    const announced = page.locator('.life-table tr', { hasText: '开工在即' });
    await announced.getByText('待确认').waitFor();
    await announced.getByRole('button', { name: '是开工' }).click();
    await announced.getByText('已更正').waitFor();
    await poll(() => page.locator('.strip-words').first().textContent()).toBe('开工');
    await saved(page);
    expect(await journal(reader.folder)).toContain('"step":{"object":"平漯周高铁","stage":"started"}');
    await page.reload();
    await openThing('平漯周高铁');
    await announced.getByText('已更正').waitFor();
    await announced.getByRole('button', { name: '撤回' }).click();
    await poll(() => announced.getByText('待确认').count()).toBe(1);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await announced.getByText('已更正').waitFor();
  });

  it('is to correct any told step among all steps', async () => {
    await openThing('平漯周高铁');
    const told = page.locator('.life-table tr[data-as="told"]').first();
    await told.getByRole('button', { name: '更正走到哪一步' }).click();
    await told.getByRole('button', { name: '是前期' }).click();
    await poll(() => told.locator('strong').first().textContent()).toBe('前期');
  });

  it('is to copy its sentences with their sources', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: reader.origin });
    await openThing('平漯周高铁');
    await page.getByRole('button', { name: '复制并带出处' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await poll(copied).toMatch(/周口市[^]*平漯周高铁开工在即/);
  });

  it('is to write a note on its sentences', async () => {
    await openThing('平漯周高铁');
    await page.locator('.detail-head').getByRole('button', { name: '加批注' }).click();
    await page.getByRole('textbox', { name: /批注/ }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('is to go on to the import where a year is missing', async () => {
    await openThing('平漯周高铁');
    await page.getByRole('button', { name: '导入 2024 年的报告' }).click();
    await poll(() => page.locator('h1').first().textContent()).toContain('导入');
  });

  it('is to put it on the sheet of its reports', async () => {
    await openThing('平漯周高铁');
    await page.getByRole('button', { name: '放进对照表' }).click();
    await page.locator('.print-settings').waitFor();
    await page.getByRole('checkbox', { name: '历年' }).waitFor();
    expect(await page.getByRole('checkbox', { name: '历年' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: '事项' }).isChecked()).toBe(true);
  });

  it('is to see the place of the things on top while the list scrolls', async () => {
    await openPledges();
    await page.locator('.pledge-list').evaluate((list) => (list.scrollTop = 600));
    const staying = page.locator('.pledge-staying .pledge-head');
    await poll(async () => (await staying.boundingBox())?.y).toBe(
      (await page.locator('.pledge-list').boundingBox())?.y,
    );
    await page.locator('.pledge-list').evaluate((list) => (list.scrollTop = list.scrollHeight));
    await poll(() => staying.textContent()).toContain('川汇区');
  });
});

describe('上下级', () => {
  it('sets what both say side by side, and lists what only one says', async () => {
    await openLevels();
    const all = await page.locator('.levels-table tbody tr').count();
    await page.getByRole('button', { name: /没有提 \d+$/ }).click();
    const absent = await page.locator('.levels-table tbody .commitment-absent').count();
    expect([absent > 0, absent <= all]).toEqual([true, true]);
    expect(absent).toBe(await page.locator('.levels-table tbody tr').count());
    await page.getByRole('button', { name: '反过来看' }).click();
    await poll(() => page.locator('.levels-table thead th').nth(1).textContent()).toBe('川汇区部署');
  });
});

describe('both', () => {
  it.each([
    [1366, 768],
    [683, 384],
  ])('are within reach at %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    await openPledges();
    expect(await controlsOutOfReach(page.locator('.pledge-side .commitment-filters'))).toEqual([]);
    await items().first().click();
    await page.locator('.life-table .commitment-passage').first().waitFor();
    expect(await controlsOutOfReach(page.locator('.pledge-main'))).toEqual([]);
    await openLevels();
    expect(await controlsOutOfReach(page.locator('.levels .commitment-filters'))).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('stand the strip upright at 200 %', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    await openPledges();
    await items().first().click();
    const cells = page.locator('.life-strip tbody tr').first().locator('td');
    await cells.first().waitFor();
    const tops = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top));
    expect(tops.every((top, at) => at === 0 || top > (tops[at - 1] ?? 0))).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it.each(['day', 'night', 'sepia'])('meet axe in %s', async (theme) => {
    await page.evaluate(
      (value) => localStorage.setItem('duidu.settings', JSON.stringify({ theme: value })),
      theme,
    );
    await page.reload();
    await openPledges();
    await items().first().click();
    await page.locator('.life-table .commitment-passage').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await openLevels();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('have met no error and asked nobody else', () => {
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
