import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import type { OpenReader } from '../helpers/reader';
import { openReader, pageHost } from '../helpers/reader';

let reader: OpenReader;
let page: Page;

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
});

afterAll(() => reader.close());

const rail = (name: string): Locator => page.getByRole('navigation').getByRole('button', { name });

const shelf = async (): Promise<void> => {
  await page.reload();
  await page.getByRole('heading', { name: '书架' }).waitFor();
};

/** Opens 周口市 2023 beside 周口市 2025 from the shelf, at 部署, 科技创新. */
const openPair = async (): Promise<void> => {
  await shelf();
  await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
  await topic('科技创新').click();
  await page.getByRole('grid', { name: '部署，科技创新' }).waitFor();
};

const topic = (name: string): Locator => page.locator('.topic-list').getByRole('button', { name });
const row = (words: string): Locator => page.getByRole('row').filter({ hasText: words });
const selected = (): Locator => page.locator('[role="row"][aria-selected="true"]');

/** The text without what typesetting adds. */
const bare = async (locator: Locator): Promise<string> =>
  ((await locator.textContent()) ?? '').replace(/\s/g, '');

describe('对读', () => {
  beforeEach(openPair);

  it('sets the sections of a topic side by side and says how the passages stand to each other', async () => {
    const changed = row('新增专利授权3000件');
    await expect.poll(() => changed.locator('.relation').getAttribute('aria-label')).toBe('改写');
    expect(await changed.locator('.left del').allTextContents()).toEqual(['力争', '以上']);
    expect((await changed.locator('.right ins').allTextContents()).join()).toContain('注册商标1.4万件');
    const gone = row('强化创新驱动');
    expect(await gone.locator('.relation').getAttribute('aria-label')).toBe('另一篇没有');
    expect(await gone.locator('.passage-gap').textContent()).toBe('2025 年报告未提及');
    const heads = page.getByRole('columnheader');
    expect((await heads.first().textContent()) ?? '').toContain('周口市 2023');
    expect((await heads.last().textContent()) ?? '').toContain('周口市 2025');
  });

  it('keeps the height of its rows when a report has been read in between', async () => {
    const height = () => row('新增专利授权3000件').evaluate((element) => element.clientHeight);
    const before = await height();
    await row('新增专利授权3000件').locator('.left').first().click();
    await page.keyboard.press('Enter');
    await page.locator('.pane').waitFor();
    await rail('对读').first().click();
    await page.getByRole('grid', { name: '部署，科技创新' }).waitFor();
    await expect.poll(height, { timeout: 15_000 }).toBe(before);
  });

  it('gives both sides of a row one height and one scroller, under heads that stay', async () => {
    const heights = await page.locator('.compare-row').evaluateAll((rows) =>
      rows.map((element) => {
        const [left, right] = ['.left', '.right'].map((side) =>
          element.querySelector(side)?.getBoundingClientRect(),
        );
        return (
          Math.abs((left?.top ?? 0) - (right?.top ?? 1)) +
          Math.abs((left?.height ?? 0) - (right?.height ?? 1))
        );
      }),
    );
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.max(...heights)).toBe(0);
    const scroller = page.locator('.compare-scroller');
    const head = await page.locator('.compare-head').boundingBox();
    await scroller.evaluate((element) => element.scrollBy(0, 300));
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(200);
    expect(await page.locator('.compare-head').boundingBox()).toEqual(head);
  });

  it('opens a passage in the reader by a click, and is found again as it was left', async () => {
    const words = '新增专利授权3000件';
    await row(words).locator('.left .passage').click();
    await expect.poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2023');
    const paragraph = page.locator('[data-start]', { hasText: words }).last();
    await expect
      .poll(() => paragraph.evaluate((element) => element.getBoundingClientRect().top))
      .toBeGreaterThan(0);
    expect(await paragraph.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    await rail('对读').click();
    await expect.poll(() => bare(selected())).toContain(words);
    expect(await topic('科技创新').getAttribute('aria-current')).toBe('true');
  });

  it('goes to the other place of a moved passage, and back', async () => {
    const moved = page.locator('.compare-row', { hasText: '前往' }).filter({ hasText: '民生保障' }).first();
    const words = await bare(moved.locator('.right .passage'));
    await moved.getByRole('button', { name: /^前往/ }).click();
    await page.getByRole('grid', { name: '部署，民生保障' }).waitFor();
    expect(await bare(selected().locator('.right .passage'))).toBe(words);
    expect(await selected().locator('.left').textContent()).toContain('移自');
    const box = await selected().boundingBox();
    expect(box && box.y > 48 && box.y < 900).toBe(true);
    await selected().getByRole('button', { name: /^前往/ }).click();
    await page.getByRole('grid', { name: '部署，科技创新' }).waitFor();
    expect(await bare(selected().locator('.right .passage'))).toBe(words);
  });

  it('leaves out with 只看改动 what is the same, and nothing else', async () => {
    const marked = await page.locator('.compare-row .relation').count();
    await page.getByRole('button', { name: '只看改动' }).click();
    await expect.poll(() => page.locator('.compare-row.text:not(:has(.relation))').count()).toBe(0);
    expect(await page.locator('.compare-row .relation').count()).toBe(marked);
    await page.getByRole('button', { name: '正文', exact: true }).click();
  });

  it('is walked and opened by keys alone', async () => {
    await topic('科技创新').focus();
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'gridcell')) break;
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const cell = page.locator(':focus');
    expect(await cell.getAttribute('data-side')).toBe('right');
    expect(await selected().locator('.right').getAttribute('data-line')).toBe('2');
    await page.keyboard.press('Control+End');
    const last = (await page.locator('.compare-row').count()) - 1;
    expect(await page.locator(':focus').getAttribute('data-line')).toBe(String(last));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.report-tab.current').count()).toBe(1);
  });

  it('changes the part and the reports', async () => {
    await page.getByRole('button', { name: '回顾', exact: true }).click();
    await page.getByRole('grid', { name: /^回顾/ }).waitFor();
    await page.getByRole('button', { name: '换报告' }).click();
    const form = page.getByRole('dialog', { name: '换报告' });
    await form.getByLabel('左篇').selectOption('zhoukou-2022');
    await form.getByLabel('右篇').selectOption('zhoukou-2023');
    await form.getByRole('button', { name: '对读这几篇' }).click();
    await expect.poll(() => page.getByRole('columnheader').first().textContent()).toContain('周口市 2022');
    expect(await form.isVisible()).toBe(false);
  });
});

describe('对读, where there is little to compare', () => {
  it('is reached from a hit of the search, at its row', async () => {
    await page.keyboard.press('Control+Shift+F');
    await page.locator('.search').getByRole('textbox').fill('新增专利授权3000件、注册商标');
    const way = page.getByRole('region', { name: '预览' }).getByRole('button', { name: '与2023 年对读' });
    await way.click();
    await page.getByRole('grid', { name: '部署，科技创新' }).waitFor();
    await expect.poll(() => bare(selected())).toContain('新增专利授权3000件');
    expect(await bare(selected().locator('.right .passage'))).toContain('注册商标1.4万件');
  });

  it('sets three reports in columns, each row one matter, and opens any of them', async () => {
    await page.getByRole('button', { name: '换报告' }).click();
    const form = page.getByRole('dialog', { name: '换报告' });
    await form.getByRole('button', { name: '再加一篇' }).click();
    await form.getByLabel('第一篇').selectOption('zhoukou-2022');
    await form.getByLabel('第二篇').selectOption('zhoukou-2023');
    await form.getByLabel('第三篇').selectOption('zhoukou-2025');
    await form.getByRole('button', { name: '对读这几篇' }).click();
    const patents = page.locator('.many-row', { hasText: '新增专利授权3000件以上' });
    await patents.waitFor();
    expect(await patents.getByRole('gridcell').nth(0).textContent()).toContain('2022 年报告未提及');
    expect(await patents.getByRole('gridcell').nth(2).textContent()).toContain('注册商标1.4万件');
    expect(await axeViolations(page)).toEqual([]);
    await patents.getByRole('gridcell').nth(1).locator('.passage').click();
    await expect.poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2023');
  });

  it('asks for two reports first, and offers a pair', async () => {
    await shelf();
    await rail('对读').click();
    await page.getByRole('heading', { name: '选两篇到四篇报告对读' }).waitFor();
    await page.getByLabel('右篇').selectOption('zhoukou-2023');
    expect(await page.getByRole('button', { name: '开始对读' }).isDisabled()).toBe(true);
    await page.getByText('左右是同一篇，请换一篇。').waitFor();
    await page.getByLabel('右篇').selectOption('chuanhui-2024');
    await page.getByRole('button', { name: '开始对读' }).click();
    await page.getByRole('grid').waitFor();
    expect(await page.locator('.passage-gap').first().textContent()).toMatch(
      /^(周口市 2023|川汇区 2024) 未提及$/,
    );
  });

  it('says which report lacks the part', async () => {
    await rail('书架').click();
    await rail('对读').click();
    await page.getByRole('button', { name: '换报告' }).click();
    const form = page.getByRole('dialog', { name: '换报告' });
    await form.getByLabel('左篇').selectOption('zhoukou-2022-highlights');
    await form.getByLabel('右篇').selectOption('zhoukou-2025');
    await form.getByRole('button', { name: '对读这几篇' }).click();
    await page.getByRole('button', { name: '部署', exact: true }).click();
    await page.locator('.compare-notice', { hasText: '没有所选范围的内容' }).waitFor();
  });

  it('names a damaged report, and opens it once it is whole again', async () => {
    await page.route('**/reports/zhoukou-2025.txt', (route) => route.fulfill({ body: '改动过的文字' }));
    await shelf();
    await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
    const alert = page.getByRole('alert').filter({ hasText: '有一份报告打不开' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('zhoukou-2025.txt');
    await page.unroute('**/reports/zhoukou-2025.txt');
    await alert.getByRole('button', { name: '重新检查' }).click();
    await page.getByRole('grid').waitFor();
  });

  it('asks nothing of anybody else', () => {
    expect(reader.foreign).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});

describe('对读 for everybody', () => {
  it.each(['day', 'night', 'sepia'])('has nothing axe objects to: %s', async (theme) => {
    await openPair();
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('keeps every control in a window of 683 × 384, one text at a time', async () => {
    await openPair();
    await page.setViewportSize({ width: 683, height: 384 });
    expect(await axeViolations(page)).toEqual([]);
    const words = row('新增专利授权3000件').last();
    expect(await words.locator('.left').isVisible()).toBe(false);
    await words.locator('.right').click({ position: { x: 5, y: 2 } });
    expect(await words.locator('.left').isVisible()).toBe(true);
    await page.getByLabel('领域', { exact: true }).selectOption('民生保障');
    await page.getByRole('group', { name: '看哪一篇' }).getByRole('button', { name: '2023' }).click();
    const outside = await page.locator('button:visible, select:visible').evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { left, right } = control.getBoundingClientRect();
        return left < 0 || right > innerWidth ? [control.textContent] : [];
      }),
    );
    expect(outside).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
