import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTarget } from '../../src/shared/anchor';
import { toJsonLd } from '../../src/shared/exchange';
import type { Annotation, AnnotationTarget } from '../../src/shared/report';
import { axeViolations } from '../helpers/axe';
import { bundledCatalog, bundledReports } from '../helpers/bundled-reports';
import { journal, openReport, painted, paragraph, poll, rail, saved } from '../helpers/page-model';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

const reports = bundledReports();
const catalog = bundledCatalog();

const passage = (id: string, words: string): AnnotationTarget => {
  const report = reports.find((each) => each.id === id)!;
  const start = report.clean.indexOf(words);
  const source = catalog.find((each) => each.id === id)!.sha256;
  return createTarget(report, { start, end: start + words.length }, source);
};

const note = (
  id: string,
  day: number,
  targets: readonly AnnotationTarget[],
  body: Partial<Annotation['body']>,
): Annotation => ({
  id: `01J${id.padStart(23, '0')}`,
  body: { text: '', tags: [], colour: '藤黄', underline: false, ...body },
  targets,
  created: `2026-10-${day}T08:00:00.000Z`,
  modified: `2026-10-${day}T08:00:00.000Z`,
});

const PORT = '港口货物吞吐量完成5205万吨';

/** Words that stand twice in the text of now: only the reader knows which place was meant. */
const lost = (): AnnotationTarget => ({
  ...passage('chuanhui-2024', '一般公共预算收入首次突破10亿元'),
  source: '0'.repeat(64),
  position: { start: 3, end: 7 },
  quote: { exact: '乡村振兴', prefix: '', suffix: '' },
  sentence: { text: '乡村振兴', start: 3 },
});

const NOTES: readonly Annotation[] = [
  note('1', 11, [passage('zhoukou-2025', PORT), passage('zhoukou-2022', '港口货物吞吐量2915万吨')], {
    text: '比 2021 年**翻了近一番**',
    tags: ['港航'],
  }),
  note('2', 12, [passage('chuanhui-2024', '一般公共预算收入首次突破10亿元')], {
    text: '首次突破',
    colour: '石绿',
    tags: ['财政'],
  }),
  note('3', 13, [passage('zhoukou-2025', '深入实施“引企入周”工程')], { colour: '石青' }),
  note('4', 14, [lost()], { text: '说的是守底线那一处', colour: '胭脂' }),
];

const row = (page: Page, words: string): Locator => page.locator('.note-row', { hasText: words });
const rows = (page: Page): Promise<number> => page.locator('.note-row').count();
const dialog = (page: Page): Locator => page.locator('dialog[open]');

const hashOf = async (folder: string): Promise<string> =>
  createHash('sha256')
    .update(await journal(folder))
    .digest('hex');

const chooseFile = ({ dialogs, page }: OpenReader, name: string, content: string): Promise<void> =>
  dialogs.choose([{ name, content }], () => page.getByRole('button', { name: '导入…' }).click());

describe('笔记本', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: reader.origin });
    // One note, so that there is a journal whose bytes can be held against later ones.
    await openReport(page, 'zhoukou-2023');
    await paragraph(page, '乡村振兴').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  });
  afterAll(() => reader.close());

  it('takes a term by two clicks and its sentence by three, and copies it with its source', async () => {
    const spot = () =>
      paragraph(page, '乡村振兴').evaluate((element) => {
        element.scrollIntoView({ block: 'center' });
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const found = node.nodeValue?.indexOf('乡村振兴') ?? -1;
          if (found < 0) continue;
          const range = document.createRange();
          range.setStart(node, found + 2);
          range.setEnd(node, found + 3);
          const box = range.getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
        throw new Error('The words are cut by a mark.');
      });
    // One term as its neighbours use it, also where they are still closed when the clicks come.
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await page.route('**/reports/*.txt', async (route) => {
      if (!route.request().url().includes('zhoukou-2023')) await opened;
      await route.fallback();
    });
    await page.reload();
    await openReport(page, 'zhoukou-2023');
    const at = await spot();
    await page.mouse.dblclick(at.x, at.y);
    open();
    await poll(() => page.evaluate(() => String(getSelection()))).toBe('乡村振兴');
    await page.mouse.click(at.x, at.y, { clickCount: 3 });
    await poll(() => page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(8);
    await page.keyboard.press('Control+Shift+C');
    await page.getByText('已复制，带出处（公文式）').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^2023年《周口市政府工作报告》（摘编）“.+”(?:部分|一节)：“.*乡村振兴.*”$/);
    await page.getByRole('button', { name: '改用GB/T 7714' }).click();
    await poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /\n\[1\] .*（摘编）\[Z\]\. 2023/,
    );
    await page.keyboard.press('u');
    await poll(() => painted(page, 'note-line')).toHaveLength(1);
    await saved(page);
  });

  it('refuses a file that is none, names it and the reason, and leaves the notes as they are', async () => {
    await rail(page, '笔记').click();
    await poll(() => rows(page)).toBe(1);
    const before = await hashOf(reader.folder);
    await chooseFile(reader, '坏的.jsonld', '{"@context": NaN');
    await dialog(page).getByRole('alert').waitFor();
    const words = (await dialog(page).getByRole('alert').textContent()) ?? '';
    for (const part of ['坏的.jsonld', '不是完整的 JSON', '批注没有改动']) expect(words).toContain(part);
    await dialog(page).getByRole('button', { name: '知道了' }).click();
    expect(await hashOf(reader.folder)).toBe(before);
  });

  it('shows what a file holds before anything is written, and takes it in as one change that can be undone', async () => {
    const before = await hashOf(reader.folder);
    const file = JSON.parse(toJsonLd(NOTES)) as { first: { items: object[] } };
    file.first.items.push({ id: 'urn:x:5', type: 'Annotation', target: 'http://example.org/page' });
    await chooseFile(reader, '同事的批注.jsonld', JSON.stringify(file));
    const accept = dialog(page).getByRole('button', { name: '导入 4 条' });
    await accept.waitFor();
    expect(await dialog(page).textContent()).toMatch(/新的4 条已有0 条放不上1 条第 5 条.*没有选中哪段文字/);
    expect(await axeViolations(page)).toEqual([]);
    expect(await hashOf(reader.folder)).toBe(before);
    await accept.click();
    await poll(() => rows(page)).toBe(5);
    await page.getByRole('button', { name: '撤销：添加 4 条' }).click();
    await poll(() => rows(page)).toBe(1);
    await chooseFile(reader, '同事的批注.jsonld', toJsonLd(NOTES));
    await dialog(page).getByRole('button', { name: '导入 4 条' }).click();
    await poll(() => rows(page)).toBe(5);
    await chooseFile(reader, '同事的批注.jsonld', toJsonLd(NOTES));
    await poll(() => dialog(page).textContent()).toMatch(/新的0 条已有4 条/);
    await dialog(page).getByRole('button', { name: '取消' }).click();
    await saved(page);
  });

  it('narrows by colour, report and words, however they are typed', async () => {
    const filter = (name: string) =>
      page.getByRole('navigation', { name: '筛选' }).getByRole('button', { name });
    await filter('石绿').click();
    await poll(() => rows(page)).toBe(1);
    await filter('石绿').click();
    const field = page.getByRole('searchbox', { name: '在批注和引文里找' });
    await field.fill('貨物吞吐量完成５２０５');
    await poll(() => rows(page)).toBe(1);
    await row(page, '翻了近一番').waitFor();
    await field.fill('');
    await filter('周口市 2022').click();
    await poll(() => rows(page)).toBe(1);
    await filter('周口市 2022').click();
    await poll(() => rows(page)).toBe(5);
  });

  it('leaves a passage without a place where the reader wants that, asks no more, and can ask again', async () => {
    const waiting = page.getByRole('navigation', { name: '筛选' }).getByRole('button', { name: /^待确认/ });
    await row(page, '说的是守底线那一处').click();
    const detail = page.locator('.note-detail');
    await detail.getByRole('button', { name: '原样留着，不再问' }).click();
    await detail.getByText('没有它的位置，原样留着').waitFor();
    await poll(() => waiting.textContent()).toBe('待确认0');
    expect(await detail.locator('blockquote .tinted').textContent()).toBe('乡村振兴');
    await saved(page);
    const [source] = catalog.flatMap(({ id, sha256 }) => (id === 'chuanhui-2024' ? [sha256] : []));
    expect(await journal(reader.folder)).toContain(`"unplaced":"${source ?? ''}"`);
    await detail.getByRole('button', { name: '再找一找' }).click();
    await poll(() => waiting.textContent()).toBe('待确认1');
  });

  it('lets the reader say where a passage is, with both texts in sight', async () => {
    await row(page, '说的是守底线那一处').click();
    const detail = page.locator('.note-detail');
    await detail.getByText('批注时的原文').waitFor();
    await detail.getByRole('button', { name: '就是这里' }).first().click();
    await poll(() => detail.getByText('待确认').count()).toBe(0);
    await detail.getByRole('button', { name: '到原文' }).waitFor();
    expect(await detail.locator('blockquote .tinted').textContent()).toBe('乡村振兴');
  });

  it('keeps every version, and brings one back', async () => {
    await row(page, '翻了近一番').click();
    const detail = page.locator('.note-detail');
    expect(await detail.locator('.note-words strong').textContent()).toBe('翻了近一番');
    await detail.getByRole('button', { name: /^改批注/ }).click();
    await detail.getByRole('textbox', { name: '批注', exact: true }).fill('改过的话');
    await page.keyboard.press('Control+Enter');
    await row(page, '改过的话').waitFor();
    await detail.getByRole('button', { name: '历史版本' }).click();
    await dialog(page)
      .getByRole('button', { name: /第 1 版/ })
      .click();
    await dialog(page).getByRole('button', { name: '恢复这一版' }).click();
    await row(page, '翻了近一番').waitFor();
    await saved(page);
  });

  it('tags and removes several at once, by keys alone, and takes it back', async () => {
    const bar = page.getByRole('toolbar', { name: '选中的批注' });
    const hasFocus = (at: Locator) => at.evaluate((element) => element === document.activeElement);
    await row(page, '首次突破').focus();
    await page.keyboard.press('Home');
    await poll(() => hasFocus(page.locator('.note-row').first())).toBe(true);
    await page.keyboard.press(' ');
    await bar.getByText('已选 1 条').waitFor();
    await page.keyboard.press('End');
    await poll(() => hasFocus(page.locator('.note-row').last())).toBe(true);
    await page.keyboard.press('Shift+ ');
    await bar.getByText('已选 5 条').waitFor();
    const field = bar.getByRole('combobox', { name: '标签' });
    await bar.getByRole('button', { name: '加标签' }).click();
    await field.pressSequentially('误打');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await bar.getByRole('button', { name: '加标签' }).click();
    await field.pressSequentially('caizheng');
    await bar.getByRole('option', { name: '财政' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await poll(() => page.locator('.note-facts', { hasText: '财政' }).count()).toBe(5);
    await page.getByRole('button', { name: '撤销：更改 5 条' }).click();
    await poll(() => page.locator('.note-facts', { hasText: '财政' }).count()).toBe(1);
    await bar.getByRole('button', { name: '移到回收站' }).click();
    await page.getByText('还没有批注').or(page.getByText('这里没有批注')).first().waitFor();
    await page.getByRole('button', { name: '撤销：移到回收站 5 条' }).click();
    await poll(() => rows(page)).toBe(5);
    await saved(page);
  });

  it('exports what comes back as it was', async () => {
    await page.getByRole('button', { name: '导出…' }).first().click();
    await dialog(page)
      .getByRole('radio', { name: /JSON-LD/ })
      .check();
    const file = await reader.dialogs.save(() =>
      dialog(page).getByRole('button', { name: '导出', exact: true }).click(),
    );
    expect(file.name).toMatch(/^批注-\d{8}\.jsonld$/);
    const text = file.bytes.toString();
    expect(text).toContain('翻了近一番');
    await chooseFile(reader, '回来.jsonld', text);
    await poll(() => dialog(page).textContent()).toMatch(/新的0 条已有5 条放不上0 条/);
    await dialog(page).getByRole('button', { name: '取消' }).click();
  });

  it.each(['day', 'night', 'sepia'])('has nothing for axe to find, %s', async (theme) => {
    await row(page, '翻了近一番').click();
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('adds a passage of another report to a note', async () => {
    await row(page, '首次突破').click();
    await page.locator('.note-detail').getByRole('button', { name: '加一处原文' }).click();
    await openReport(page, 'zhoukou-2023');
    await paragraph(page, '乡村振兴').dblclick();
    await page.keyboard.press('a');
    await page.getByText('现有 2 处').waitFor();
    await page.getByRole('button', { name: '好了' }).click();
    await saved(page);
  });

  it('puts one note on a sheet, and no other unless the reader wants that', async () => {
    await rail(page, '笔记').click();
    await row(page, '首次突破').click();
    await page.locator('.note-detail').getByRole('button', { name: '放进对照表' }).click();
    const notes = page.getByRole('checkbox', { name: /^批注 / });
    await page.getByRole('checkbox', { name: '批注 1 条' }).waitFor();
    expect(await notes.isChecked()).toBe(true);
    const sheet = async (): Promise<string> => (await page.locator('.sheet-page').allTextContents()).join();
    await poll(sheet).toContain('首次突破');
    expect(await sheet()).not.toContain('引企入周');
    await page.getByRole('checkbox', { name: '批注只印放进来的' }).uncheck();
    await poll(() => page.getByRole('checkbox', { name: '批注 1 条' }).count()).toBe(0);
  });

  it('asks nobody else and meets no error', () => {
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
