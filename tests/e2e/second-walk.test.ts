import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTarget } from '../../src/shared/anchor';
import { toJsonLd } from '../../src/shared/exchange';
import { bundledCatalog, bundledReports } from '../helpers/bundled-reports';
import { cover, openReport, poll, rail, saved } from '../helpers/page-model';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

const SMALL = { width: 683, height: 384 };
const USUAL = { width: 1366, height: 768 };

/** One note on a bundled report, as a file. */
const noteFile = (): string => {
  const report = bundledReports().find(({ id }) => id === 'zhoukou-2025')!;
  const start = report.clean.indexOf('港口货物吞吐量完成5205万吨');
  const source = bundledCatalog().find(({ id }) => id === report.id)!.sha256;
  const at = '2026-10-11T08:00:00.000Z';
  return toJsonLd([
    {
      id: `01J${'7'.padStart(23, '0')}`,
      body: { text: '第一版', tags: [], colour: '藤黄', underline: false },
      targets: [createTarget(report, { start, end: start + 14 }, source)],
      created: at,
      modified: at,
    },
  ]);
};

/** What was met on a second walk through the reader. */
describe('the second walk', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
    await page.setViewportSize(USUAL);
    await cover(page, 'zhoukou-2025').waitFor();
  });
  afterAll(async () => {
    expect(reader.errors).toEqual([]);
    await reader.close();
  });

  it('换报告 opened while the reports still come stays open, with what was chosen in it', async () => {
    await page.reload();
    const panel = page.getByRole('dialog', { name: '换报告' });
    // In one go, as a quick hand: the panel is opened in the very frame in which the view stands.
    await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).waitFor();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[aria-label="对读 周口市 2023 — 2025"]')?.click();
      return new Promise<void>((done) => {
        const look = () => {
          const button = document.querySelector<HTMLElement>('[popovertarget="compare-pair"]');
          if (!button) return void requestAnimationFrame(look);
          button.click();
          done();
        };
        look();
      });
    });
    await page.locator('.compare-row.text').first().waitFor();
    expect(await panel.isVisible()).toBe(true);
    await panel.getByRole('button', { name: '再加一篇' }).click();
    await panel.getByRole('button', { name: '对读这几篇' }).click();
    await page.locator('.many-row.text').first().waitFor();
    expect(await panel.isVisible()).toBe(false);
    // And on the reports of now, not on those it was opened with first.
    await page.getByRole('button', { name: '换报告' }).click();
    expect(await panel.getByRole('combobox').count()).toBe(3);
    await page.keyboard.press('Escape');
  });

  it('the bar of 指标 breaks no line of its tools in a small window', async () => {
    await page.setViewportSize(SMALL);
    await rail(page, '指标').click();
    await page.getByRole('grid').first().waitFor();
    const lines = await page.locator('.top-bar-tools').evaluate((tools) => {
      const middles = [...tools.querySelectorAll<HTMLElement>(':scope > *')]
        .map((one) => one.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ top, height }) => top + height / 2);
      return Math.max(...middles) - Math.min(...middles);
    });
    expect(lines).toBeLessThan(6);
    await page.setViewportSize(USUAL);
  });

  it('打印 without reports leads to 要点一页 too, and other reports chosen there stay that', async () => {
    await page.reload();
    await rail(page, '打印').click();
    const forms = page.getByRole('group', { name: '印成' });
    await forms.getByRole('button', { name: '要点一页' }).click();
    await page.getByRole('button', { name: '看要点一页' }).click();
    await page.locator('.sheet-page').first().waitFor();
    expect(await forms.getByRole('button', { name: '要点一页' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '换报告' }).click();
    const panel = page.getByRole('dialog', { name: '换报告' });
    await panel.getByRole('button', { name: '左右对调' }).click();
    await panel.locator('.button.primary').click();
    await page.locator('.sheet-page').first().waitFor();
    expect(await forms.getByRole('button', { name: '要点一页' }).getAttribute('aria-pressed')).toBe('true');
    await forms.getByRole('button', { name: '对照表' }).click();
    await page.getByRole('heading', { name: '打印' }).waitFor();
  });

  it('a message covers nothing in a small window', async () => {
    await page.setViewportSize(SMALL);
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('b');
    await rail(page, '笔记').click();
    await reader.dialogs.choose([{ name: '批注.jsonld', content: noteFile() }], () =>
      page.getByRole('button', { name: '导入…' }).first().click(),
    );
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /导入 1 条/ })
      .click();
    const toast = page.locator('.toast');
    await toast.waitFor();
    const covers = await toast.evaluate((one) => {
      const { top } = one.getBoundingClientRect();
      const view = document.querySelector('.stage')!.getBoundingClientRect();
      return view.bottom > top + 1;
    });
    expect(covers).toBe(false);
    await page.setViewportSize(USUAL);
  });

  it('F4: many versions stand in a list that scrolls, over the foot, each in reach', async () => {
    await rail(page, '笔记').click();
    const detail = page.locator('.note-detail');
    await page.locator('.note-row').first().click();
    for (let at = 2; at <= 21; at += 1) {
      await detail.getByRole('button', { name: /^改批注/ }).click();
      await detail.getByRole('textbox', { name: '批注', exact: true }).fill(`第${at}次`);
      await page.keyboard.press('Control+Enter');
      await detail.locator('.note-words', { hasText: `第${at}次` }).waitFor();
    }
    await saved(page);
    for (const size of [USUAL, SMALL]) {
      await page.setViewportSize(size);
      if (!(await page.getByRole('dialog').isVisible()))
        await detail.getByRole('button', { name: '历史版本' }).click();
      const dialog = page.getByRole('dialog', { name: '历史版本' });
      const list = dialog.locator('ol');
      expect(await list.locator('li').count()).toBe(21);
      const [box, foot] = [await list.boundingBox(), await dialog.locator('.dialog-foot').boundingBox()];
      expect(box!.y + box!.height, `${size.width}`).toBeLessThanOrEqual(foot!.y + 1);
      expect(foot!.y + foot!.height).toBeLessThanOrEqual(size.height);
      // The window itself does not scroll: the list does.
      expect(await dialog.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
      for (const name of ['第 12 版', '第 1 版', '第 21 版']) {
        const version = dialog.getByRole('button', { name: new RegExp(`^${name}`) });
        await version.click();
        await poll(() => version.getAttribute('aria-pressed')).toBe('true');
      }
    }
    await page.keyboard.press('Escape');
    await page.setViewportSize(USUAL);
  });

  it('25: a very long question is told by its beginning', async () => {
    await rail(page, '搜索').click();
    await page.locator('.search-box input').fill('没有这样的话'.repeat(200));
    const told = page.locator('.nothing-found b');
    await told.waitFor();
    expect((await told.textContent())!.length).toBeLessThan(50);
    await page.locator('.search-box input').fill('');
  });

  it('8: a column that the window makes narrower than asked is told so', async () => {
    await page.evaluate(() =>
      localStorage.setItem('duidu.settings', JSON.stringify({ size: 22, measure: 40 })),
    );
    await page.reload();
    await page.setViewportSize({ width: 1024, height: 640 });
    // Its first paragraphs are titles, of larger characters.
    await openReport(page, 'zhoukou-2022');
    await page.getByRole('button', { name: '字体与版面' }).click();
    const told = page.locator('.type-panel').getByText(/窗口窄，现在一行 \d+ 字/);
    await told.waitFor();
    const [, shown] = /一行 (\d+) 字/.exec((await told.textContent()) ?? '') ?? [];
    const real = await page
      .locator('.text .prose')
      .first()
      .evaluate((one) => Math.floor(one.clientWidth / parseFloat(getComputedStyle(one).fontSize)));
    expect(Number(shown)).toBe(real);
    expect(real).toBeLessThan(40);
    await page.getByRole('group', { name: '字号' }).getByRole('button', { name: '小', exact: true }).click();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await told.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });
});
