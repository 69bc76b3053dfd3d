import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cover, dragOver, openReport, painted, poll, rail } from '../helpers/page-model';
import { openReader, type OpenReader, pageHost } from '../helpers/reader';

const pane = (page: Page) => page.locator('.pane');

/** What lies in the clipboard: its kinds, and its words. */
const clipboard = (page: Page): Promise<{ readonly kinds: readonly string[]; readonly text: string }> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = item?.types.includes('text/plain') ? await (await item.getType('text/plain')).text() : '';
    return { kinds: [...(item?.types ?? [])].sort(), text };
  });

let reader: OpenReader;
let page: Page;

/** Opens a reader of its own for a group of tests, which may use the clipboard. */
const open = async (): Promise<void> => {
  reader = await openReader(pageHost());
  page = reader.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
};

describe('tables, cells and charts in another program', () => {
  beforeAll(async () => {
    await open();
    await cover(page, 'zhoukou-2025').waitFor();
    await rail(page, '指标').click();
    await page.getByRole('gridcell').first().waitFor();
  });
  afterAll(() => reader.close());

  const tab = (name: string) =>
    page.getByRole('group', { name: '看法' }).getByRole('button', { name, exact: true });
  const cell = (row: string, column: string) =>
    page.locator(`[data-row^="${row}|level"][data-column="${column}"]`).first();
  const copied = async (label: string) => {
    await page.getByRole('button', { name: '复制', exact: true }).first().click();
    await page.getByRole('button', { name: label, exact: true }).first().click();
  };

  it('the cells chosen with Shift are copied by Ctrl+C with their heads', async () => {
    await page.getByLabel('找指标').fill('港口货物吞吐量');
    await cell('港口货物吞吐量', '周口市|2024').click();
    await page.keyboard.press('Shift+ArrowRight');
    await poll(() => page.locator('[data-chosen]').count()).toBe(2);
    await page.keyboard.press('Control+C');
    await page.getByText('已复制成表：1 行 4 列').waitFor();
    const { kinds, text } = await clipboard(page);
    expect(kinds).toEqual(['text/html', 'text/plain']);
    expect(text.split('\r\n').map((line) => line.split('\t'))).toEqual([
      ['指标', '单位', '2024 年', '2025 年'],
      ['港口货物吞吐量', '万吨', '5,205（同比＋27.5%）', '目标＞6,000（较2024 ↑＞795）'],
    ]);
    await page.keyboard.press('ArrowLeft');
    await poll(() => page.locator('[data-chosen]').count()).toBe(0);
    await page.getByLabel('找指标').fill('');
    await poll(() => page.getByRole('gridcell').count()).toBeGreaterThan(30);
  });

  it('the whole table is copied as a table and as a picture', async () => {
    await copied('复制成表');
    await page.getByText(/已复制成表：\d\d+ 行/).waitFor();
    const { text } = await clipboard(page);
    expect(text).toContain('港口货物吞吐量\t万吨\t2,915');
    await copied('复制成图');
    await page.getByText('已复制成图').waitFor();
    expect((await clipboard(page)).kinds).toEqual(['image/png']);
  });

  it('a chart is copied as a table and as a picture', async () => {
    await tab('图表').click();
    await page.locator('.plot-figure canvas').first().waitFor();
    await copied('复制成表');
    await page.getByText('已复制成表').waitFor();
    expect((await clipboard(page)).text).toContain('时期\t性质');
    await copied('复制成图');
    await page.getByText('已复制成图').waitFor();
    expect((await clipboard(page)).kinds).toEqual(['image/png']);
  });

  it('two places stand side by side, year by year', async () => {
    await tab('对照表').click();
    await page.getByRole('button', { name: '列与排序' }).click();
    await page.getByRole('dialog', { name: '列与排序' }).getByLabel('川汇区', { exact: true }).check();
    await page.keyboard.press('Escape');
    const heads = page.locator('.matrix-head .matrix-cell');
    await poll(async () => {
      const words = await heads.allInnerTexts();
      return words
        .map((head) => head.split(/\n+/u))
        .filter(([year]) => year === '2024')
        .map(([, place]) => place);
    }).toEqual(['周口市', '川汇区']);
    const years = (await heads.allInnerTexts()).map((head) => head.slice(0, 4));
    expect(years).toEqual([...years].sort());
    expect(reader.errors).toEqual([]);
  });
});

describe('places and words of a report', () => {
  beforeAll(open);
  afterAll(() => reader.close());

  const bookmarks = () => page.getByRole('region', { name: '书签' });

  it('a bookmark set by Ctrl+D is there after a restart, leads back, and goes', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.locator('.outline-entry').nth(3).click();
    const there = await pane(page).evaluate((element) => element.scrollTop);
    expect(there).toBeGreaterThan(300);
    await page.keyboard.press('Control+D');
    await page.getByText('已加书签').waitFor();
    await page.keyboard.press('Control+Home');
    await page.reload();
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('Home');
    await poll(() => pane(page).evaluate((element) => element.scrollTop)).toBeLessThan(50);
    await bookmarks().getByRole('listitem').getByRole('button').first().click();
    await poll(async () => (await painted(page, 'jump')).length).toBe(1);
    expect(await pane(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
    await bookmarks()
      .getByRole('button', { name: /^去掉书签/ })
      .click();
    await poll(() => bookmarks().getByRole('listitem').count()).toBe(0);
  });

  it('says 字数 of what is selected, and copies it as it stands', async () => {
    await openReport(page, 'zhoukou-2025');
    await dragOver(page, '港口货物吞吐量');
    const menu = page.getByRole('menu', { name: '选中的文字' });
    expect(await menu.textContent()).toContain('选中 7 字');
    await menu.getByRole('menuitem', { name: /^复制 ?Ctrl C$/ }).click();
    await page.getByText('已复制', { exact: true }).waitFor();
    expect((await clipboard(page)).text).toBe('港口货物吞吐量');
  });

  it('has no 朗读 where the system has no voice of its own', async () => {
    expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0);
  });

  it('reads from here on with a voice of the machine, sentence by sentence, and stops on Esc', async () => {
    await page.addInitScript(() => {
      const voice = (name: string, localService: boolean) => ({ name, lang: 'zh-CN', localService });
      const spoken: { readonly text: string; readonly voice: string }[] = [];
      const fake = new EventTarget();
      Object.assign(fake, {
        getVoices: () => [voice('of the network', false), voice('of the machine', true)],
        speak: (one: { text: string; voice: { name: string }; dispatchEvent: (event: Event) => boolean }) => {
          spoken.push({ text: one.text, voice: one.voice.name });
          if (spoken.length < 3) setTimeout(() => one.dispatchEvent(new Event('end')));
        },
        cancel: () => undefined,
      });
      class Utterance extends EventTarget {
        voice = null;
        lang = '';
        constructor(readonly text: string) {
          super();
        }
      }
      Object.defineProperty(window, 'speechSynthesis', { value: fake });
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
    });
    await page.reload();
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('Home');
    await page.keyboard.press('r');
    const spoken = () =>
      page.evaluate(
        () => (window as unknown as { spoken: readonly { text: string; voice: string }[] }).spoken,
      );
    await poll(async () => (await spoken()).length).toBe(3);
    expect(new Set((await spoken()).map(({ voice }) => voice))).toEqual(new Set(['of the machine']));
    await page.getByRole('button', { name: '停止朗读' }).waitFor();
    expect(await painted(page, 'aloud')).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '朗读', exact: true }).waitFor();
    expect(await painted(page, 'aloud')).toEqual([]);
    expect(reader.foreign).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});
