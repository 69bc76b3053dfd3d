import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTarget } from '../../src/shared/anchor';
import { toJsonLd } from '../../src/shared/exchange';
import { COLOURS } from '../../src/shared/report';
import { launchProfile } from '../helpers/browser';
import { bundledCatalog, bundledReports } from '../helpers/bundled-reports';
import { runLoopbackProcess, type LoopbackProcess } from '../helpers/loopback-process';
import {
  dragOver,
  journal,
  openReport,
  painted,
  paragraph,
  poll,
  rail,
  saved,
  savedState,
} from '../helpers/page-model';
import { BUILT_PAGES, freePort, removeFolder, temporaryFolder } from '../helpers/places';
import { describeOnHosts, openReader, pageHost, type OpenReader } from '../helpers/reader';

const PLACE = '深入实施“引企入周”工程';
const OTHER = '经济运行稳中向好';
const WORDS = '“引企入周”在 2023 年报告里没有出现。';

const field = (page: Page) => page.getByRole('textbox', { name: '批注', exact: true });
const card = (page: Page, words: string) => page.locator('.note-card', { hasText: words });

/** Selects words and writes a note on them, left open. */
const startNote = async (page: Page, on: string, words: string): Promise<void> => {
  await dragOver(page, on);
  await page.keyboard.press('n');
  await field(page).waitFor();
  await page.keyboard.insertText(words);
};

describeOnHosts('批注', (kind) => {
  let reader: OpenReader;
  let place: { readonly folder: string; readonly port: number };
  beforeAll(async () => {
    place = { folder: await temporaryFolder(), port: await freePort() };
    reader = await openReader(kind, place);
  });
  afterAll(async () => {
    await reader.close();
    await removeFolder(place.folder);
  });

  it('colours selected words by a key, and keeps the colour', async () => {
    const { page, folder } = reader;
    await openReport(page, 'zhoukou-2025');
    await dragOver(page, OTHER);
    await page.keyboard.press('2');
    await poll(() => painted(page, 'note-2')).toEqual([OTHER]);
    await saved(page);
    expect(await journal(folder)).toContain(OTHER);
  });

  it('writes a note beside the words, and has it in the journal when it says 已保存', async () => {
    const { page, folder } = reader;
    await startNote(page, PLACE, WORDS);
    await page.keyboard.press('Control+Enter');
    await card(page, WORDS).waitFor();
    await saved(page);
    expect(await journal(folder)).toContain(WORDS);
  });

  it('stands at its line, painted, after host and browser have been started anew', async () => {
    await reader.close();
    reader = await openReader(kind, place);
    const { page } = reader;
    await openReport(page, 'zhoukou-2025');
    await poll(() => painted(page, 'note-1')).toEqual([PLACE]);
    expect(await painted(page, 'note-2')).toEqual([OTHER]);
    await card(page, WORDS).waitFor();
    const apart = await page.evaluate(
      ([words]) => {
        const [range] = [...(CSS.highlights.get('note-1') ?? [])] as Range[];
        const note = [...document.querySelectorAll('.note-card')].find(({ textContent }) =>
          textContent?.includes(words ?? ''),
        );
        return (note?.getBoundingClientRect().top ?? 0) - (range?.getBoundingClientRect().top ?? 1e6);
      },
      [WORDS],
    );
    expect(Math.abs(apart)).toBeLessThan(40);
  });

  it('is made by keys alone: S selects the sentence of a number, then the next one', async () => {
    const { page } = reader;
    const selection = () => page.evaluate(() => String(getSelection()));
    const number = page.locator('.text .number', { hasText: '5205' }).first();
    await number.evaluate((element) => (element as HTMLElement).focus());
    await page.keyboard.press('s');
    await poll(selection).toContain('港口货物吞吐量完成5205万吨');
    const first = await selection();
    await page.keyboard.press('s');
    await poll(selection).not.toBe(first);
    await page.keyboard.press('Shift+S');
    await poll(selection).toBe(first);
    await page.keyboard.press('4');
    await poll(() => painted(page, 'note-4')).toEqual([first.trim()]);
    await page.keyboard.press('Escape');
  });

  it('has its menu in sight however low the selected words stand', async () => {
    const { page } = reader;
    await openReport(page, 'zhoukou-2025');
    await dragOver(page, OTHER, 'end');
    const menu = page.getByRole('menu', { name: '选中的文字' });
    const bottom = async () => {
      const box = await menu.boundingBox();
      return box ? box.y + box.height : Infinity;
    };
    await poll(bottom).toBeLessThanOrEqual(await page.evaluate('innerHeight'));
    await page.keyboard.press('Escape');
  });

  it('is found in 笔记本, and 到原文 leads to its passage', async () => {
    const { page } = reader;
    await rail(page, '书架').click();
    await rail(page, '笔记').click();
    await page.locator('.note-row', { hasText: WORDS }).click();
    expect(await page.locator('.note-detail blockquote .tinted').textContent()).toBe(PLACE);
    await page.getByRole('button', { name: '到原文' }).click();
    await poll(() =>
      paragraph(page, PLACE).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 80 && bottom < innerHeight;
      }),
    ).toBe(true);
  });

  it('goes to the 回收站 and comes back by 撤销', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: `改批注：${WORDS}` }).click();
    await page.locator('.note-card').getByRole('button', { name: '移到回收站' }).click();
    await poll(() => card(page, WORDS).count()).toBe(0);
    await poll(() => painted(page, 'note-1')).toEqual([]);
    await page.getByRole('button', { name: '撤销' }).click();
    await card(page, WORDS).waitFor();
    await poll(() => painted(page, 'note-1')).toEqual([PLACE]);
    await saved(page);
  });

  it('asks nobody else and meets no error', () => {
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});

describe('批注 when something breaks', () => {
  let folder: string;
  let port: number;
  let host: LoopbackProcess;
  let close = (): Promise<void> => Promise.resolve();
  let page: Page;

  const openPage = async (): Promise<void> => {
    const context = await launchProfile(folder);
    close = () => context.close();
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(await startHost());
    await openReport(page, 'zhoukou-2025');
  };
  const startHost = async (): Promise<string> => {
    host = await runLoopbackProcess(folder, port, BUILT_PAGES);
    if (!host.started.ok) throw new Error(host.started.fault.reason);
    return host.started.value.address;
  };

  beforeAll(async () => {
    [folder, port] = [await temporaryFolder(), await freePort()];
    await openPage();
  });
  afterAll(async () => {
    await close();
    await host.stop();
    await removeFolder(folder);
  });

  it('keeps half-typed pinyin out of the note, and takes the characters that were chosen', async () => {
    const keyboard = await page.context().newCDPSession(page);
    await startNote(page, OTHER, '看');
    await keyboard.send('Input.imeSetComposition', { text: 'ceng', selectionStart: 4, selectionEnd: 4 });
    await poll(() => field(page).inputValue()).toBe('看ceng');
    await keyboard.send('Input.imeSetComposition', { text: 'cengji', selectionStart: 6, selectionEnd: 6 });
    // The draft of what was committed before reaches the journal while the pinyin stands in the field.
    await poll(() => journal(folder)).toContain('"kind":"draft"');
    await keyboard.send('Input.insertText', { text: '层级' });
    await poll(() => field(page).inputValue()).toBe('看层级');
    await page.keyboard.press('Control+Enter');
    await card(page, '看层级').waitFor();
    await saved(page);
    expect(await journal(folder)).toContain('看层级');
    expect(await journal(folder)).not.toContain('ceng');
  });

  it('does not say 已保存 before the journal has answered', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/journal/append', (route) => held.then(() => route.continue()));
    await dragOver(page, '创新能力加速集聚');
    await page.keyboard.press('4');
    await poll(() => savedState(page).textContent()).toBe('正在保存');
    expect(await journal(folder)).not.toContain('胭脂');
    answer();
    await saved(page);
    expect(await journal(folder)).toContain('胭脂');
    await page.unroute('**/api/journal/append');
  });

  it('says 未保存 and why when the host is gone, keeps the words, and saves them once it is back', async () => {
    await startNote(page, PLACE, WORDS);
    await saved(page);
    await host.kill();
    await page.keyboard.insertText('再写一句。');
    await page.keyboard.press('Control+Enter');
    await poll(() => savedState(page).textContent()).toContain('未保存 1 条');
    const banner = page.getByRole('alert').filter({ hasText: '还没存上' });
    expect(await banner.textContent()).toContain('有 1 条批注还没存上：');
    expect(await banner.textContent()).toContain('没存上的内容都留着');
    await card(page, `${WORDS}再写一句。`).waitFor();
    expect(await journal(folder)).not.toContain('再写一句。');
    await startHost();
    await banner.getByRole('button', { name: '再试一次' }).click();
    await saved(page);
    await poll(() => banner.count()).toBe(0);
    expect(await journal(folder)).toContain('再写一句。');
  });

  it('shows after a crash what was being written, as a draft to go on with', async () => {
    await page.getByRole('button', { name: '改批注：看层级' }).click();
    await field(page).press('End');
    await page.keyboard.insertText('，还没写完');
    await poll(() => journal(folder)).toContain('看层级，还没写完');
    // A window that is closed gives its words up for saving first; one that crashes does not.
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await host.kill();
    await close();
    await openPage();
    const draft = card(page, '看层级，还没写完');
    await draft.getByText('草稿，点开接着写').waitFor();
    await draft.getByRole('button', { name: /^改批注/ }).click();
    await field(page).press('End');
    await page.keyboard.insertText('，写完了');
    await page.keyboard.press('Control+Enter');
    await poll(() => card(page, '看层级，还没写完，写完了').getByText('草稿').count()).toBe(0);
    await saved(page);
  });

  it('brings the notes back from the journal when the browser’s data were cleared, and says how many', async () => {
    await page.goto('about:blank');
    const devtools = await page.context().newCDPSession(page);
    const origin = `http://127.0.0.1:${port}`;
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await host.stop();
    await page.goto(await startHost());
    await page.getByRole('alert').filter({ hasText: '从日志找回了 3 条批注，都在原处。' }).waitFor();
    await openReport(page, 'zhoukou-2025');
    await card(page, WORDS).waitFor();
    await card(page, '看层级').waitFor();
    await poll(() => painted(page, 'note-1')).toEqual([OTHER, PLACE]);
  });
});

describe('批注 outside the text', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(pageHost());
  });
  afterAll(() => reader.close());

  const layer = (page: Page) => page.getByRole('region', { name: '写批注' });
  const talent = (page: Page, year: number) =>
    page
      .getByRole('row', { name: '新增高技能人才' })
      .first()
      .locator(`[data-column="周口市|${String(year)}"]`);

  /** Writes the note that has been opened over the view, by keys alone. */
  const writeInLayer = async (page: Page, words: string): Promise<void> => {
    await poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.insertText(words);
    await page.keyboard.press('Control+Enter');
    await layer(page).waitFor({ state: 'detached' });
    await saved(page);
  };

  it('notes a cell of the matrix by keys, with the passages of both reports, and gives the focus back', async () => {
    const { page, folder } = reader;
    await rail(page, '指标').click();
    await page.getByRole('searchbox', { name: '找指标' }).fill('人才');
    const cell = talent(page, 2022);
    await cell.click();
    await page.keyboard.press('n');
    await poll(() => layer(page).locator('li').allTextContents()).toEqual([
      '周口市 2023高技能人才9.5万人',
      '周口市 2022新增高技能人才5.7万人',
    ]);
    await writeInLayer(page, '超额完成。');
    await poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await journal(folder)).toContain('超额完成。');
  });

  it('notes a row of three reports, and says so where a cell has no words', async () => {
    const { page } = reader;
    await talent(page, 2024).click();
    await page.keyboard.press('n');
    await page.locator('.toast', { hasText: '没有可批注的文字' }).waitFor();
    await rail(page, '对读').click();
    await page.getByRole('button', { name: '再加一篇' }).click();
    await page.getByLabel('第一篇').selectOption('zhoukou-2022');
    await page.getByLabel('第二篇').selectOption('zhoukou-2023');
    await page.getByLabel('第三篇').selectOption('zhoukou-2025');
    await page.getByRole('button', { name: '开始对读' }).click();
    const patents = page.locator('.many-row', { hasText: '新增专利授权3000件以上' });
    await patents.locator('.many-cell').nth(1).hover();
    await patents.getByRole('button', { name: '批注这一行' }).click();
    await poll(() => layer(page).locator('li .caption').allTextContents()).toEqual([
      '周口市 2023',
      '周口市 2025',
    ]);
    await writeInLayer(page, '指标换成了三个。');
    await rail(page, '笔记').click();
    await poll(() => page.locator('.note-row').count()).toBe(2);
  });

  it('has of a thousand notes on one report the cards near the window, all of them painted', async () => {
    const { page, folder } = reader;
    const report = bundledReports().find(({ id }) => id === 'zhoukou-2022')!;
    const { sha256 } = bundledCatalog().find(({ id }) => id === report.id)!;
    const step = Math.floor(report.clean.length / 1_000);
    const thousand = Array.from({ length: 1_000 }, (_, at) => ({
      id: `01J${String(at).padStart(23, '0')}`,
      body: { text: `第 ${at} 条`, tags: [], colour: COLOURS[at % 4] ?? '藤黄', underline: false },
      targets: [createTarget(report, { start: at * step, end: at * step + 6 }, sha256)],
      created: '2026-10-11T08:00:00.000Z',
      modified: '2026-10-11T08:00:00.000Z',
    }));
    await rail(page, '笔记').click();
    await reader.dialogs.choose([{ name: '一千条.jsonld', content: toJsonLd(thousand) }], () =>
      page.getByRole('button', { name: '导入…' }).click(),
    );
    await page.locator('dialog[open] .button.primary').click();
    await page.locator('.toast', { hasText: '已导入 1000 条' }).waitFor();
    await openReport(page, report.id);
    await card(page, '第 0 条').waitFor();
    expect(await page.locator('.note-card').count()).toBeLessThan(120);
    await poll(async () => {
      const counts = await Promise.all([1, 2, 3, 4].map((name) => painted(page, `note-${name}`)));
      return counts.flat().length;
    }).toBeGreaterThan(995);
    await page.locator('.pane').evaluate((pane) => pane.scrollTo({ top: 6_000 }));
    await poll(() => card(page, '第 0 条').count()).toBe(0);
    await poll(() => page.locator('.note-card').count()).toBeGreaterThan(5);
    await startNote(page, '抗疫情', '就在这一行');
    await page.keyboard.press('Control+Enter');
    await poll(() => journal(folder)).toContain('就在这一行');
  });

  it('meets no error', () => {
    expect(reader.errors).toEqual([]);
  });
});
