import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { controlsOutOfReach, openReport, poll, rail, savedState } from '../helpers/page-model';
import type { OpenReader } from '../helpers/reader';
import { openReader, pageHost } from '../helpers/reader';

let reader: OpenReader;
let page: Page;

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
  // The ticket in the address is changed for a token once; a reload before that would leave the page without either.
  await savedState(page).filter({ hasText: '已保存' }).waitFor({ timeout: 60_000 });
});

afterAll(() => reader.close());

const grid = (): Locator => page.getByRole('grid', { name: '指标对照表' });
const row = (name: string): Locator =>
  grid()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
const cell = (name: string, year: number, place = '周口市'): Locator =>
  row(name)
    .first()
    .locator(`[data-column="${place}|${String(year)}"]`);
const bar = (): Locator => page.getByRole('complementary', { name: '原句' });
const find = (words: string): Promise<void> => page.getByRole('searchbox', { name: '找指标' }).fill(words);

/** What a cell says, less the spaces that setting puts in. */
const words = async (locator: Locator): Promise<string> =>
  ((await locator.textContent()) ?? '').replace(/\s/g, '');

/** Goes to 对照表 of 周口市 as it is for this choice of columns and rows, before anything has been typed. */
const openMatrix = async (choices: object = {}): Promise<void> => {
  // The place is named: else it would be the one read last.
  const kept = JSON.stringify({ places: ['周口市'], ...choices });
  await page.evaluate((text) => localStorage.setItem('duidu.matrix', text), kept);
  await page.reload();
  await rail(page, '指标').click();
  await grid().getByRole('gridcell').first().waitFor();
};

const openCharts = async (): Promise<void> => {
  await page.getByRole('group', { name: '看法' }).getByRole('button', { name: '图表' }).click();
  await page.locator('.plot-point').first().waitFor();
};

beforeEach(async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
});

describe('各地', () => {
  const across = (): Locator => page.getByRole('grid', { name: '各地指标' });
  const chosen = (): Locator => across().locator('[role="gridcell"][aria-selected="true"]');

  beforeEach(async () => {
    await page.reload();
    await rail(page, '指标').click();
    await page.getByRole('group', { name: '看法' }).getByRole('button', { name: '各地' }).click();
    await across().getByRole('gridcell').first().waitFor();
  });

  it('has places down and years across, each cell leading to its sentence', async () => {
    await poll(() => across().getByRole('rowheader').allTextContents()).toEqual(['周口市', '川汇区']);
    await across().getByRole('gridcell').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Home');
    await poll(() => words(bar())).toContain('生产总值');
    expect((await words(chosen())).length).toBeGreaterThan(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.report-tab.current').waitFor();
    await rail(page, '指标').click();
    await across().waitFor();
  });

  it('is sorted by a year with S, turned, and shows another indicator picked by its initials', async () => {
    await across().getByRole('gridcell').first().click();
    await page.keyboard.press('s');
    await poll(() => across().locator('[aria-sort="descending"]').count()).toBe(1);
    await page.getByRole('button', { name: '年份放左边' }).click();
    await poll(() => across().getByRole('columnheader').allTextContents()).toContain('川汇区');
    await page.getByRole('button', { name: '地方放左边' }).click();
    const picker = page.getByRole('combobox', { name: '换指标' });
    await picker.click();
    await picker.fill('gkhwttl');
    await page.keyboard.press('Enter');
    await poll(() => picker.inputValue()).toBe('港口货物吞吐量');
    await poll(() => across().textContent()).toContain('5,205');
  });
});

describe('对照表', () => {
  beforeEach(() => openMatrix());

  it('has the figures of each year with what is said of them, and the sentence of each', async () => {
    await find('港口货物吞吐量');
    await poll(() => words(cell('港口货物吞吐量', 2025))).toBe('＞6,000较2024↑＞795');
    expect(await words(cell('港口货物吞吐量', 2021))).toBe('2,915');
    expect(await words(cell('港口货物吞吐量', 2023))).toBe('缺报告');
    expect(await words(cell('港口货物吞吐量', 2024))).toBe('5,205同比＋27.5%');
    await cell('港口货物吞吐量', 2024).click();
    await poll(() => words(bar())).toContain('港口货物吞吐量完成5205万吨');
    await bar().getByRole('button', { name: '回到原文' }).click();
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2025');
    await rail(page, '指标').click();
    await poll(() => cell('港口货物吞吐量', 2024).getAttribute('aria-selected')).toBe('true');
  });

  it('finds by pinyin and by initials, and says when there is nothing', async () => {
    await find('ckhwttl');
    await page.getByText('共 0 项').waitFor();
    await find('gkhwttl');
    await row('港口货物吞吐量').first().waitFor();
    expect(await page.getByText('共 0 项').count()).toBe(0);
  });

  it('is walked with the arrow keys, and Enter selects a cell and then opens its sentence', async () => {
    await cell('生产总值', 2021).click();
    await page.keyboard.press('ArrowRight');
    await poll(() => cell('生产总值', 2022).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    await poll(() => cell('生产总值', 2025).getAttribute('tabindex')).toBe('0');
    await poll(() => words(bar())).toContain('没有提到这一项');
    await page.keyboard.press('Control+End');
    const focused = page.locator('[role="gridcell"]:focus');
    await poll(async () => Number(await focused.locator('xpath=..').getAttribute('aria-rowindex'))).toBe(
      Number(await grid().getAttribute('aria-rowcount')),
    );
    await page.keyboard.press('Control+Home');
    await poll(() => cell('生产总值', 2021).getAttribute('tabindex')).toBe('0');
    await poll(() => words(bar())).toContain('349.2亿元');
    await page.keyboard.press('Enter');
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2022');
  });

  it('remembers places, years, rows hidden and pinned', async () => {
    await page.getByRole('button', { name: '列与排序' }).click();
    const panel = page.getByRole('dialog', { name: '列与排序' });
    await panel.getByLabel('川汇区').check();
    await panel.getByLabel('周口市 2021').uncheck();
    const city = panel.getByRole('listitem').filter({ hasText: /^城镇新增就业/ });
    await city.getByRole('button', { name: '钉住' }).click();
    const skilled = panel.getByRole('listitem').filter({ hasText: /^新增技能人才/ });
    await skilled.getByRole('button', { name: '隐藏' }).click();
    await page.reload();
    await rail(page, '指标').click();
    await poll(() => words(cell('城镇新增就业', 2023, '川汇区'))).toContain('0.583');
    const heads = grid().getByRole('columnheader');
    expect((await heads.allTextContents()).map((text) => text.slice(0, 4)).slice(2)).toEqual([
      '2022',
      '2022',
      '2023',
      '2023',
      '2024',
      '2024',
      '2025',
    ]);
    expect(await grid().getByRole('rowheader').first().textContent()).toBe('钉在最上');
    expect(await grid().getByRole('rowheader').nth(1).textContent()).toContain('城镇新增就业');
    expect(await row('新增技能人才').count()).toBe(0);
  });

  it('shows what the card of a number asks for, with the place the reader came from', async () => {
    await openReport(page, 'chuanhui-2024');
    await page.locator('.number', { hasText: '5830' }).first().click();
    await page.getByRole('button', { name: '指标对照' }).click();
    await poll(() => cell('城镇新增就业', 2024, '川汇区').getAttribute('aria-selected')).toBe('true');
    await poll(() => words(bar())).toContain('城镇新增就业6000人以上');
    const [{ x = 0 } = {}] = [(await cell('城镇新增就业', 2024, '川汇区').boundingBox()) ?? undefined];
    expect(x).toBeLessThan(1366);
  });

  it('keeps only the rows near the window on the page, hundreds as there may be', async () => {
    await openMatrix({ singles: true, places: ['周口市', '川汇区'] });
    await poll(async () => Number(await grid().getAttribute('aria-rowcount'))).toBeGreaterThan(300);
    expect(await grid().getByRole('row').count()).toBeLessThan(60);
    await grid().evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await poll(() => grid().getByRole('row').last().getAttribute('aria-rowindex')).toBe(
      await grid().getAttribute('aria-rowcount'),
    );
  });
});

describe('图表', () => {
  beforeEach(async () => {
    await openMatrix({ charted: ['港口货物吞吐量|level|||mass'] });
    await openCharts();
  });

  it('opens the sentence of a point with the keys', async () => {
    expect(await page.locator('.plot-canvas canvas').getAttribute('aria-label')).toContain('2023 年缺报告');
    await page.locator('.plot-point').first().focus();
    await page.keyboard.press('End');
    await poll(() => page.locator('.plot-point:focus').getAttribute('aria-label')).toContain('＞6,000 万吨');
    await page.keyboard.press('Enter');
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2025');
  });

  it('goes out as PNG, SVG and CSV', async () => {
    const saved = async (format: string): Promise<Buffer> => {
      const { name, bytes } = await reader.dialogs.save(() =>
        page.getByRole('button', { name: `存为 ${format}` }).click(),
      );
      expect(name).toMatch(new RegExp(`港口货物吞吐量.*\\.${format.toLowerCase()}$`));
      return bytes;
    };
    const png = await saved('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(5000);
    const svg = (await saved('SVG')).toString();
    expect(svg).toContain('<svg');
    expect(svg).toContain('＞6,000');
    const csv = (await saved('CSV')).toString();
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(5);
  });
});

describe('指标, on every paper and in a small window', () => {
  it.each(['day', 'night', 'sepia'])('has nothing axe would fault on %s', async (theme) => {
    await page.evaluate((value) => localStorage.setItem('duidu.settings', value), JSON.stringify({ theme }));
    await openMatrix({ charted: ['生产总值|level|||money'] });
    await cell('生产总值', 2021).click();
    await poll(() => words(bar())).toContain('存疑');
    await page.getByRole('button', { name: '列与排序' }).click();
    await page.getByRole('dialog', { name: '列与排序' }).waitFor();
    expect(await axeViolations(page), `对照表 ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await openCharts();
    expect(await axeViolations(page), `图表 ${theme}`).toEqual([]);
    await page.evaluate(() => localStorage.removeItem('duidu.settings'));
  });

  it('shows one year at a time at 683 by 384, with every control in reach', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    await openMatrix();
    await cell('生产总值', 2021).click();
    expect(await grid().getByRole('columnheader').allTextContents()).toEqual([
      '指标',
      '‹2021›据 2022 年报告',
    ]);
    await page.getByRole('button', { name: '下一年' }).click();
    await poll(() => words(cell('生产总值', 2022))).toContain('＞3,500');
    expect(await controlsOutOfReach(page.locator('.top-bar'))).toEqual([]);
    expect(await controlsOutOfReach(bar())).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await openCharts();
    expect(await controlsOutOfReach(page.locator('.chart-stage'))).toEqual([]);
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});

describe('合并或拆开', () => {
  const dialog = (): Locator => page.getByRole('dialog', { name: /合并或拆开/ });
  const askFor = async (name: string, year: number): Promise<void> => {
    await find(name);
    await cell(name, year).click();
    await bar().getByRole('button', { name: '合并或拆开…' }).click();
    await dialog().waitFor();
  };
  const act = (said: string | RegExp, button: string): Promise<void> =>
    dialog().getByRole('listitem').filter({ hasText: said }).getByRole('button', { name: button }).click();
  const values = (name: string): Promise<readonly string[]> =>
    Promise.all([2024, 2025].map((year) => words(cell(name, year))));
  const closeDialog = (): Promise<void> => dialog().getByRole('button', { name: '关上' }).click();

  it('joins two rows by the reader’s word, a note that stands over a reload and is taken back', async () => {
    await openMatrix({ places: ['周口市'], singles: true });
    await find('沟渠');
    const [, goal = ''] = await values('新连通沟渠');
    expect(goal).toContain('1.7');
    await askFor('新连通沟渠', 2025);
    const offer = dialog().getByRole('listitem').filter({ hasText: '接得上' });
    expect(await offer.textContent()).toContain('名称里都有“连通沟渠”');
    expect(await axeViolations(page)).toEqual([]);
    await act('接得上', '合成一项');
    await dialog().waitFor({ state: 'detached' });
    await find('沟渠');
    await poll(() => row('沟渠').count()).toBe(1);
    expect(await words(row('沟渠').getByRole('rowheader'))).toContain('您归并过');
    expect(await values('连通沟渠')).toEqual([
      expect.stringMatching(/^1\.1/),
      expect.stringContaining('1.7'),
    ]);

    await savedState(page).filter({ hasText: '已保存' }).waitFor();
    await page.reload();
    await rail(page, '指标').click();
    await find('沟渠');
    await poll(() => row('沟渠').count()).toBe(1);
    await rail(page, '笔记').click();
    await page.getByText('指标归并：“新连通沟渠”与“连通沟渠”是同一项').first().waitFor();

    await rail(page, '指标').click();
    await askFor('连通沟渠', 2024);
    await act('您说过', '撤回');
    await closeDialog();
    await poll(() => row('沟渠').count()).toBe(2);
  });

  it('parts a wording from its row, and Ctrl+Z puts it back', async () => {
    await openMatrix({ places: ['周口市'], singles: true });
    await askFor('高新技术产业增加值', 2021);
    await act('高新技术产业', '拆出去');
    await closeDialog();
    await find('高新技术产业');
    await poll(() => row('您归并过').count()).toBe(1);
    await grid().getByRole('gridcell').first().focus();
    await page.keyboard.press('Control+z');
    await poll(() => row('您归并过').count()).toBe(0);
  });
});
