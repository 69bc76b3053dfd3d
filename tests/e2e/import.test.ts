import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { inventedReport } from '../helpers/invented-report';
import { poll, rail } from '../helpers/page-model';
import { ROOT } from '../helpers/places';
import { openReader, type OpenReader } from '../helpers/reader';

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, content: string | Buffer): Chosen => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content as string),
});

/** Hands files over through 打开报告…. */
const choose = async (page: Page, files: readonly Chosen[]): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开报告…' }).click();
  await (await chooser).setFiles([...files]);
};

const layer = (page: Page) => page.getByRole('dialog', { name: '导入报告' });

const names = (page: Page) => page.locator('.cover-name').allTextContents();

describe('导入报告', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader('loopback');
  });
  afterAll(() => reader.close());

  it('says of each file what became of it, asks only what is unsure, and puts the rest on the shelf', async () => {
    const { page } = reader;
    const bundled = await readFile(join(ROOT, 'resources', 'reports', 'zhoukou-2023.txt'));
    const nowhere = inventedReport('云岚县', 2026)
      .replaceAll('云岚县', '本地')
      .replace(/^.*\n/, '政府工作报告\n');
    await choose(page, [
      file('云岚县2026.txt', inventedReport('云岚县', 2026)),
      file('zhoukou-2023.txt', bundled),
      file('坏的.pdf', Buffer.from('%PDF-1.7 nothing more')),
      file('工作报告.txt', nowhere),
    ]);
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe(
      '已认出 1 · 需要您定 1 · 已在书架 1 · 读不了 1',
    );
    expect(await layer(page).locator('[data-result="failed"]').textContent()).toMatch(/坏的\.pdf.+。?/);
    expect(await axeViolations(page)).toEqual([]);
    if (process.env['DUIDU_SHOTS'])
      await page.screenshot({ path: `${process.env['DUIDU_SHOTS']}/import.png` });
    const asked = layer(page).locator('.import-asked');
    await asked.getByLabel('地区').fill('霞川县');
    // Only what is unsure is asked: the year stands in the text.
    expect(await asked.getByLabel('年份').count()).toBe(0);
    await page.keyboard.press('Enter');
    await layer(page).getByRole('button', { name: '入架 2 篇' }).click();
    await poll(() => layer(page).locator('.import-counts').textContent()).toContain('新增 2');
    await layer(page).getByRole('button', { name: '去书架' }).click();
    await poll(() => names(page)).toEqual(expect.arrayContaining(['云岚县 2026', '霞川县 2026']));
    if (process.env['DUIDU_SHOTS'])
      await page.screenshot({ path: `${process.env['DUIDU_SHOTS']}/shelf.png` });
  });

  it('reads, searches and counts an own report as a bundled one', async () => {
    const { page } = reader;
    await page.locator('.cover').filter({ hasText: '云岚县 2026' }).click();
    await page.locator('.text .paragraph').filter({ hasText: '云锦纺织产业园建成投用' }).waitFor();
    await rail(page, '搜索').click();
    await page.getByRole('textbox', { name: '搜索全部报告' }).fill('云锦纺织');
    await poll(() => page.locator('.hit-row[role="option"]').count()).toBe(2);
  });

  it('is on the shelf after a restart, and takes words that are pasted', async () => {
    const { page } = reader;
    await page.reload();
    await rail(page, '书架').click();
    await poll(() => names(page)).toContain('云岚县 2026');
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      },
      inventedReport('柳浦县', 2025),
    );
    await layer(page).getByRole('button', { name: '入架 1 篇' }).click();
    await layer(page).getByRole('button', { name: '去书架' }).click();
    await poll(() => names(page)).toContain('柳浦县 2025');
  });

  it('takes files that are let go over the window, and leaves the page where it is', async () => {
    const { page } = reader;
    const before = page.url();
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], '沙棠县2026.txt'));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
          );
      },
      inventedReport('沙棠县', 2026),
    );
    await layer(page).getByRole('button', { name: '入架 1 篇' }).click();
    await layer(page).getByRole('button', { name: '去书架' }).click();
    await poll(() => names(page)).toContain('沙棠县 2026');
    expect(page.url()).toBe(before);
  });

  it('asks about another version of a report, and takes it in place of the old text', async () => {
    const { page } = reader;
    const changed = `${inventedReport('沙棠县', 2026)}新增加的一段话，说的是别的事情。`;
    await choose(page, [file('沙棠县2026修改稿.txt', changed)]);
    const twin = layer(page).getByRole('group', { name: '同一篇来了两份' });
    await poll(() => twin.textContent()).toMatch(/沙棠县 2026.+两个版本，有 1 段不同/);
    expect(await axeViolations(page)).toEqual([]);
    if (process.env['DUIDU_SHOTS'])
      await page.screenshot({ path: `${process.env['DUIDU_SHOTS']}/import-twin.png` });
    await twin.getByRole('button', { name: '换成新的' }).click();
    await layer(page).getByRole('button', { name: '入架 1 篇' }).click();
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('新增 1');
    await layer(page).getByRole('button', { name: '去书架' }).click();
    expect((await names(page)).filter((name) => name === '沙棠县 2026')).toHaveLength(1);
    await page.locator('.cover').filter({ hasText: '沙棠县 2026' }).click();
    await page.locator('.text .paragraph').filter({ hasText: '新增加的一段话' }).waitFor();
    await rail(page, '书架').click();
  });

  it('shows where a report comes from, and files it under other facts', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: '来历与更正：沙棠县 2026' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '来历与更正' });
    await poll(() => dialog.textContent()).toContain('沙棠县2026修改稿.txt');
    expect(await axeViolations(page)).toEqual([]);
    if (process.env['DUIDU_SHOTS'])
      await page.screenshot({ path: `${process.env['DUIDU_SHOTS']}/own-report.png` });
    await dialog.getByLabel('地区').fill('博野');
    await dialog.getByLabel('年份').fill('2025');
    await page.keyboard.press('Enter');
    // Matched to the official division.
    await poll(() => names(page)).toContain('博野县 2025');
    expect(await names(page)).not.toContain('沙棠县 2026');
  });

  it('takes a report off the shelf and brings it back, at once or from the bin', async () => {
    const { page } = reader;
    const off = page.getByRole('button', { name: '移出书架：博野县 2025' });
    await off.focus();
    await page.keyboard.press('Enter');
    await poll(() => names(page)).not.toContain('博野县 2025');
    await page.getByRole('button', { name: '撤销' }).click();
    await poll(() => names(page)).toContain('博野县 2025');
    await off.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '回收站 1' }).click();
    const bin = page.getByRole('dialog', { name: '回收站' });
    await poll(() => bin.textContent()).toMatch(/博野县 2025.+还有 30 天/);
    expect(await axeViolations(page)).toEqual([]);
    if (process.env['DUIDU_SHOTS']) await page.screenshot({ path: `${process.env['DUIDU_SHOTS']}/bin.png` });
    await bin.getByRole('button', { name: '放回 博野县 2025' }).click();
    await poll(() => bin.textContent()).toContain('回收站是空的');
    await bin.getByRole('button', { name: '关上' }).click();
    await poll(() => names(page)).toContain('博野县 2025');
    expect(reader.foreign).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});
