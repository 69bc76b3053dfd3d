import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cover, dragOver, openReport, poll, rail, saved } from '../helpers/page-model';
import { ROOT, removeFolder, temporaryFolder } from '../helpers/places';
import { describeOnHosts, openReader, pageHost, type OpenReader } from '../helpers/reader';

const BOOKS = ['周口市 2022', '周口市 2022 亮点', '周口市 2023', '周口市 2025', '川汇区 2024'];

describeOnHosts('书架', (kind) => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(kind);
  });
  afterAll(() => reader.close());

  it('names the five reports, each with what it is and how long, and draws the year that is missing', async () => {
    const { page } = reader;
    await poll(() =>
      page
        .locator('.cover-facts')
        .filter({ hasText: /\d 字 · \d+ 个数/ })
        .count(),
    ).toBe(5);
    expect((await page.locator('.cover-name').allTextContents()).toSorted()).toEqual(BOOKS.toSorted());
    const facts = (await cover(page, 'zhoukou-2023').textContent()) ?? '';
    expect(facts).toContain('回顾 2022');
    expect(facts).toContain('部署 2023');
    expect(facts).toContain('未读');
    const gap = page.locator('.shelf-gap');
    expect(await gap.count()).toBe(1);
    expect(await gap.textContent()).toContain('2024 年报告未入架');
    expect(await gap.textContent()).toContain('2023 年的结果在这一篇');
  });

  it('opens a report with nothing to import first, and every other view, and asks nobody outside', async () => {
    const { page } = reader;
    await openReport(page, 'zhoukou-2022');
    await dragOver(page, '经济社会发展稳中加固');
    await page.keyboard.press('1');
    await saved(page);
    await rail(page, '搜索').click();
    await page.getByRole('textbox', { name: '搜索全部报告' }).fill('高新技术企业');
    await page.locator('.hit-row[role="option"]').first().waitFor();
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
    await page.getByRole('grid').waitFor();
    await rail(page, '指标').click();
    await page.getByRole('gridcell').first().waitFor();
    await rail(page, '目标').click();
    await page.getByText('待确认').first().waitFor();
    await rail(page, '提法').click();
    await page.locator('.wording-item').first().waitFor();
    await rail(page, '笔记').click();
    await page.locator('.note-row').waitFor();
    await rail(page, '打印').click();
    await page.locator('.sheet-page').first().waitFor();
    await rail(page, '设置').click();
    await page.getByText(reader.folder, { exact: true }).waitFor();
    await rail(page, '阅读').click();
    await page.locator('.text .paragraph').first().waitFor();
    expect(reader.foreign).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});

/** A copy of the built reader, where a test may damage a report. */
const copyOfReader = async (): Promise<string> => {
  const root = await temporaryFolder();
  for (const part of ['renderer', 'preload'])
    await cp(join(ROOT, 'out', part), join(root, 'out', part), { recursive: true });
  return root;
};

describe('书架 with damaged reports', () => {
  let root: string;
  let reader: OpenReader;
  let whole: Buffer;
  const file = (name: string): string => join(root, 'out', 'renderer', 'reports', name);

  beforeAll(async () => {
    root = await copyOfReader();
    reader = await openReader(pageHost(), { root });
    await openReport(reader.page, 'zhoukou-2022');
    await dragOver(reader.page, '经济社会发展稳中加固');
    await reader.page.keyboard.press('3');
    await saved(reader.page);
    whole = await readFile(file('zhoukou-2022.txt'));
    await writeFile(
      file('zhoukou-2022.txt'),
      whole.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );
    await rm(file('zhoukou-2023.txt'));
    await reader.page.reload();
  });
  afterAll(async () => {
    await reader.close();
    await removeFolder(root);
  });

  it('names each file, why it cannot be opened, what is safe and what to do', async () => {
    const { page } = reader;
    const banner = page.getByRole('alert').filter({ hasText: '份报告打不开' });
    await poll(() => banner.textContent()).toContain('有 2 份报告打不开');
    const words = (await banner.textContent()) ?? '';
    expect(words).toContain('zhoukou-2022.txt 与安装时的内容不一致，可能被改动过或已损坏');
    expect(words).toContain('zhoukou-2023.txt 安装目录里没有这个文件');
    expect(words).toContain('您的批注都在，没有改动；其他报告可以照常读');
    expect(words).toContain('重新检查');
    expect(await page.locator('.cover').count()).toBe(5);
    expect(await cover(page, 'zhoukou-2022').textContent()).toContain('打不开');
  });

  it('says the same where the report would stand, opens the others, and keeps the notes', async () => {
    const { page } = reader;
    await cover(page, 'zhoukou-2022').click();
    const fault = page.getByRole('alert').filter({ hasText: '有一份报告打不开' });
    await fault.waitFor();
    expect(await fault.textContent()).toContain('zhoukou-2022.txt');
    expect(await fault.textContent()).toContain('3 篇可以照常读、搜、对照');
    await openReport(page, 'zhoukou-2025');
    await rail(page, '笔记').click();
    await page.locator('.note-row', { hasText: '经济社会发展稳中加固' }).click();
    await page.getByText('这一篇现在打不开').waitFor();
  });

  it('opens the report once its file is whole again, with its note', async () => {
    const { page } = reader;
    await writeFile(file('zhoukou-2022.txt'), whole);
    await rail(page, '书架').click();
    const banner = page.getByRole('alert').filter({ hasText: '份报告打不开' });
    await banner.getByRole('button', { name: '重新检查' }).click();
    await poll(() => banner.textContent()).toContain('有 1 份报告打不开');
    expect(await banner.textContent()).not.toContain('zhoukou-2022.txt');
    await openReport(page, 'zhoukou-2022');
    await page.locator('.note-card').waitFor();
  });
});
