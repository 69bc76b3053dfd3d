import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { controlsOutOfReach, dragOver, openReport, poll, rail, saved } from '../helpers/page-model';
import { describeOnHosts, openReader, type OpenReader } from '../helpers/reader';

const FIRST = '经济运行稳中向好';
const LATER = '创新能力加速集聚';

const mark = async (page: Page, words: string): Promise<void> => {
  await openReport(page, 'zhoukou-2025');
  await dragOver(page, words);
  await page.keyboard.press('2');
  await saved(page);
};

const settings = async (page: Page): Promise<void> => {
  await rail(page, '设置').click();
  await page.getByRole('heading', { name: '备份' }).waitFor();
};

/** Rows of the list made for a reason; the program makes some by itself meanwhile. */
const rows = (page: Page, reason: string | RegExp) =>
  page.getByRole('region', { name: '备份列表' }).locator('tbody tr', { hasText: reason });

const notesListed = async (page: Page): Promise<number> => {
  await rail(page, '笔记').click();
  return page.locator('.note-row').count();
};

describeOnHosts('备份', (kind) => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(kind);
  });
  afterAll(() => reader.close());

  it('makes a snapshot that people and programs can read, in the folder it names', async () => {
    const { page, folder } = reader;
    await mark(page, FIRST);
    await settings(page);
    await page.getByText(join(folder, 'snapshots')).waitFor();
    await page.getByRole('button', { name: '现在备份' }).click();
    await rows(page, '手动').filter({ hasText: '1 条' }).waitFor();
    const name = (await readdir(join(folder, 'snapshots'))).sort().at(-1) ?? '';
    const file = (part: string): Promise<string> => readFile(join(folder, 'snapshots', name, part), 'utf8');
    expect(await file('notes.md')).toContain(`**${FIRST}**`);
    expect(await file('notes.md')).toContain('周口市 2025');
    expect(await file('annotations.jsonld')).toContain(FIRST);
    expect(await file('notes.jsonl')).toBe(await readFile(join(folder, 'notes.jsonl'), 'utf8'));
  });

  it('shows what a restore would change, does it, and takes it back', async () => {
    const { page } = reader;
    await mark(page, LATER);
    await settings(page);
    await rows(page, '手动').getByRole('button', { name: /^恢复/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 条当时没有的移到回收站').waitFor();
    // Half faded in, its words have half their contrast.
    await dialog.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
    expect(await axeViolations(page)).toEqual([]);
    expect(await controlsOutOfReach(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: '恢复', exact: true }).click();
    const toast = page.locator('.toast', { hasText: '已恢复 1 条批注' });
    // It stays while the mouse is on it.
    await toast.hover();
    // Before it changed anything it has kept what there was, unless the backup after the start did so just then.
    await poll(() => rows(page, /(恢复之前|自动).*2 条/).count()).toBeGreaterThan(0);
    await toast.getByRole('button', { name: '撤销' }).click();
    await poll(() => notesListed(page)).toBe(2);
    await saved(page);
  });

  it('meets no error', () => {
    expect(reader.errors).toEqual([]);
  });
});

describe('to another computer', () => {
  it('goes in one file, which says what it would add', async () => {
    const here = await openReader('loopback');
    await mark(here.page, FIRST);
    await settings(here.page);
    const file = await here.dialogs.save(() =>
      here.page.getByRole('button', { name: '导出到一个文件…' }).click(),
    );
    const there = await openReader('loopback');
    await settings(there.page);
    await there.dialogs.choose([{ name: '对读批注备份.jsonl', content: file.bytes }], () =>
      there.page.getByRole('button', { name: '从文件导入…' }).click(),
    );
    const dialog = there.page.getByRole('dialog');
    await dialog.getByText('添上这里没有的 1 条').waitFor();
    await dialog.getByRole('button', { name: '合并' }).click();
    await there.page.getByText('已添上 1 条批注').waitFor();
    await poll(() => notesListed(there.page)).toBe(1);
    await here.close();
    await there.close();
  });
});
