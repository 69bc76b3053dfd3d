import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { inventedReport } from '../helpers/invented-report';
import { controlsOutOfReach, poll, rail } from '../helpers/page-model';
import { ROOT } from '../helpers/places';
import { shot } from '../helpers/shots';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';
import type { OwnFile } from '../helpers/system-dialogs';

const file = (name: string, content: string | Uint8Array): OwnFile => ({ name, content });

/** Hands files over through 打开报告…. */
const choose = ({ dialogs, page }: OpenReader, files: readonly OwnFile[]): Promise<void> =>
  dialogs.choose(files, () => page.getByRole('button', { name: '打开报告…' }).click());

const layer = (page: Page) => page.locator('[data-view="import"]');

const names = (page: Page) => page.locator('.cover-name').allTextContents();

/** Writes words on a row that asks: the first key finds the field, as that of an input method does. */
const write = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('t');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText(words);
};

/** The focus has gone on to the next row that asks. */
const goesOn = (page: Page): Promise<void> =>
  poll(() => page.evaluate(() => document.activeElement?.className)).toContain('import-asked');

describe('导入报告', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(pageHost());
  });
  afterAll(() => reader.close());

  it('says of each file what became of it, asks only what is unsure, and puts the rest on the shelf', async () => {
    const { page } = reader;
    const bundled = await readFile(join(ROOT, 'resources', 'reports', 'zhoukou-2023.txt'));
    const nowhere = inventedReport('云岚县', 2026)
      .replaceAll('云岚县', '本地')
      .replace(/^.*\n/, '政府工作报告\n');
    await choose(reader, [
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
    await choose(reader, [file('沙棠县2026修改稿.txt', changed)]);
    const twin = layer(page).getByRole('group', { name: '同一篇来了两份' });
    await poll(() => layer(page).locator('.import-asked').textContent()).toMatch(
      /书架上的沙棠县 2026.+字里差 16 个字/,
    );
    await twin.getByRole('button', { name: '看这 1 处' }).click();
    const differences = page.getByRole('dialog', { name: '差在哪里' });
    await poll(() => differences.locator('ins').allTextContents()).toEqual([
      '新增加的一段话，说的是别的事情。',
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, 'import-differences');
    await page.keyboard.press('Escape');
    await differences.waitFor({ state: 'detached' });
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

  it('shows a table before its columns are read, and makes reports of its rows as it is told', async () => {
    const { page } = reader;
    const rows = ['梅川县', '竹川县'].map((place) =>
      [place, '2024', '不是正文的备注', inventedReport(place, 2024).replaceAll('\n', ' ')]
        .map((cell) => `"${cell}"`)
        .join(','),
    );
    await choose(reader, [file('各县.csv', ['地区,年份,内容,原文', ...rows].join('\n'))]);
    const table = layer(page).locator('.import-asked').filter({ hasText: '各县.csv' });
    await poll(() => table.textContent()).toContain('表格，2 行');
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, 'import-table');
    await table.getByLabel('正文').selectOption('原文');
    await table.getByLabel('一行一篇').check();
    await table.getByRole('button', { name: '按这些列读' }).click();
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('已认出 2');
    expect(await layer(page).locator('.import-table').textContent()).toMatch(/梅川县2024.*竹川县2024/);
    for (const leave of ['梅川县', '竹川县'])
      await layer(page)
        .getByRole('button', { name: new RegExp(`^不要 .*${leave}`) })
        .click();
    await poll(() => layer(page).textContent()).toContain('没有正在导入的文件');
    await rail(page, '书架').click();
  });

  /** Two that nothing tells the place of, and one whose other version stands on the shelf. */
  const undecided = (): readonly OwnFile[] => [
    ...[2026, 2025].map((year) =>
      file(
        `工作报告定稿${year}.txt`,
        inventedReport('云岚县', year).replaceAll('云岚县', '本地').replace(/^.*\n/, '政府工作报告\n') + year,
      ),
    ),
    file('云岚县2026另一稿.txt', `${inventedReport('云岚县', 2026)}另外补充的一段话，说的是别的事情。`),
  ];

  it('is decided by keys alone, with the page of evidence beside it', async () => {
    const { page } = reader;
    await choose(reader, undecided());
    await poll(() => layer(page).locator('.import-counts').textContent()).toContain('需要您定 3');
    const asked = layer(page).locator('.import-asked');
    await asked.first().focus();
    await poll(() => layer(page).locator('.import-page h2').textContent()).toContain('定稿2026');
    expect(await layer(page).locator('.import-page mark').allTextContents()).not.toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, 'import-ask');
    const usual = page.viewportSize()!;
    await page.setViewportSize({ width: 683, height: 384 });
    // No control of the foot is lost in a small window.
    expect(await layer(page).getByRole('button', { name: '都先放待定' }).isVisible()).toBe(true);
    expect(await controlsOutOfReach(layer(page).locator('.import-foot'))).toEqual([]);
    await shot(page, 'import-ask-zoomed');
    await page.setViewportSize(usual);
    await asked.first().focus();
    await page.keyboard.press('v');
    await layer(page).locator('.import-page').waitFor({ state: 'hidden' });
    await page.keyboard.press('V');
    await layer(page).locator('.import-page').waitFor({ state: 'visible' });
    await page.keyboard.press('ArrowDown');
    await poll(() => layer(page).locator('.import-page h2').textContent()).toContain('定稿2025');
    await page.keyboard.press('ArrowDown');
    // The first of the answers about two versions: both stay.
    await page.keyboard.press('1');
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('已认出 1 · 需要您定 2');
    await goesOn(page);
    await page.keyboard.press('ArrowUp');
    await write(page, '桐城县');
    await page.keyboard.press('Enter');
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('已认出 2 · 需要您定 1');
    await goesOn(page);
    await page.keyboard.press('Control+Enter');
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('新增 2 · 需要您定 1');
    await shot(page, 'import-result');
  });

  it('saves what became of each file as a list', async () => {
    const { page } = reader;
    const saved = await reader.dialogs.save(() =>
      layer(page).getByRole('button', { name: '导出清单' }).click(),
    );
    expect(saved.name).toMatch(/^导入清单 \d{4}-\d\d-\d\d\.csv$/);
    const list = saved.bytes.toString();
    expect(list.split('\r\n')[0]).toBe('\ufeff"结果","文件","地区","年份","性质","题目","怎么回事","怎么办"');
    expect(list).toMatch(/"新增","工作报告定稿\d{4}\.txt","桐城县"/);
  });

  it('keeps what is undecided over a restart, as it was', async () => {
    const { page } = reader;
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导入：1 篇待定' }).waitFor();
    await page.reload();
    await rail(page, '书架').click();
    const waiting = page.getByRole('button', { name: '导入：1 篇待定' });
    await waiting.click();
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('需要您定 1');
    await layer(page).locator('.import-asked').focus();
    await write(page, '枞阳县');
    await page.keyboard.press('Enter');
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('已认出 1');
    await page.keyboard.press('Control+Enter');
    await poll(() => layer(page).locator('.import-counts').textContent()).toBe('新增 1');
    await layer(page).getByRole('button', { name: '去书架' }).click();
    await page.reload();
    await rail(page, '书架').click();
    await poll(() => names(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^枞阳县/)]));
    expect(await page.getByRole('button', { name: /篇待定/ }).count()).toBe(0);
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
